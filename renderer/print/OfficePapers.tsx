import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperAsked } from '../../shared/contract/documents.ts'
import { addDays } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { Field } from '../ui/Field.tsx'
import type { Choosing } from './choices.ts'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Making, useMaking } from './Making.tsx'

/** What is printed for a whole day or a whole week in one act. */
export function OfficePapers({ choosing }: { choosing: Choosing }) {
  const { data: state } = useQuery(query.office.state.queryOptions())
  if (!state) return null
  return (
    <div className="office-papers">
      <DayPapers choosing={choosing} today={state.today} />
      <WeekPapers choosing={choosing} today={state.today} />
    </div>
  )
}

function DayPapers({ choosing, today }: { choosing: Choosing; today: string }) {
  const { t } = useTranslation()
  const making = useMaking()
  const [day, setDay] = useState(addDays(today, 1))
  const [again, setAgain] = useState(false)
  const { choice, sheet } = choosing
  const input = {
    day,
    language: choice.language,
    design: choice.design,
    sheet: choice.sheet as 'a4',
    used: sheet?.used ?? 0,
    printer: choice.printer,
    again,
  }
  const { data } = useQuery(query.print.dayPapers.queryOptions({ input }))
  const papers = data?.papers ?? []
  return (
    <section aria-label={t('print.day.title')}>
      <h2>{t('print.day.title')}</h2>
      <p className="soft">{t('print.day.text')}</p>
      <div className="office-papers-form">
        <Field label={t('fields.day')}>
          {id => (
            <div className="with-link">
              <Segmented
                aria-label={t('fields.day')}
                value={day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : 'other'}
                onChange={value => value !== 'other' && setDay(value === 'today' ? today : addDays(today, 1))}
                options={[
                  { value: 'today', label: t('print.day.today') },
                  { value: 'tomorrow', label: t('print.day.tomorrow') },
                ]}
              />
              <DayInput id={id} label={t('fields.day')} value={day} onChange={setDay} />
            </div>
          )}
        </Field>
        <LanguageChoice value={choice.language} onChange={language => choosing.set({ language })} />
        <Checkbox checked={again} onChange={event => setAgain(event.target.checked)}>
          {t('print.day.again')}
        </Checkbox>
      </div>
      <p>
        {data &&
          (data.visits > 0
            ? t('print.day.holds', { visits: data.visits, papers: papers.length })
            : t('print.day.none'))}
      </p>
      <Acts papers={papers} name={`${t('print.day.title')}-${day}`} making={making} />
    </section>
  )
}

function WeekPapers({ choosing, today }: { choosing: Choosing; today: string }) {
  const { t } = useTranslation()
  const making = useMaking()
  const { language } = choosing.choice
  const { data } = useQuery({
    queryKey: ['week papers', today, language],
    queryFn: () => client.print.weekPapers({ day: today, language }),
  })
  return (
    <section aria-label={t('print.week.title')}>
      <h2>{t('print.week.title')}</h2>
      <p className="soft">{t('print.week.text')}</p>
      <p className="numeric">
        {today} – {addDays(today, 6)}
      </p>
      <Acts papers={data?.papers ?? []} name={`${t('print.week.title')}-${today}`} making={making} />
    </section>
  )
}

function Acts({
  papers,
  name,
  making,
}: {
  papers: readonly PaperAsked[]
  name: string
  making: ReturnType<typeof useMaking>
}) {
  const { t } = useTranslation()
  const idle = papers.length > 0 && !making.busy
  return (
    <div className="acts">
      <Button type="primary" icon={<PrinterOutlined />} disabled={!idle} onClick={() => void making.print(papers)}>
        {t('print.print')}
      </Button>
      <Button icon={<FilePdfOutlined />} disabled={!idle} onClick={() => void making.save(papers, 'one', name)}>
        {t('print.onePdf')}
      </Button>
      <Making making={making} />
    </div>
  )
}
