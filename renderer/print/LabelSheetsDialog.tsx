import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { type LabelSheetRow, labelSheetFields } from '../../shared/contract/print.ts'
import { type LabelSheet, labelProblems } from '../../shared/domain/papers/sheets.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ChoiceButton } from '../ui/ChoiceButton.tsx'
import { Field } from '../ui/Field.tsx'
import { SheetDrawing } from './SheetDrawing.tsx'

const LENGTHS = ['labelWidth', 'labelHeight', 'left', 'top', 'pitchX', 'pitchY'] as const
type Draft = LabelSheet & { name: string }

/** Sheets of labels: the shipped ones with their source, and one's own as measured with a ruler. */
export function LabelSheetsDialog({
  sheets,
  onChoose,
  onClose,
}: {
  sheets: readonly LabelSheetRow[]
  onChoose: (id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const [chosen, setChosen] = useState<LabelSheetRow | null>(sheets[0] ?? null)
  const [draft, setDraft] = useState<Draft | null>(chosen)
  const choose = (sheet: LabelSheetRow) => {
    setChosen(sheet)
    setDraft(sheet)
  }
  const set = (patch: Partial<Draft>) => setDraft(before => before && { ...before, ...patch })
  const problems = draft ? labelProblems(draft) : {}
  const changed = draft !== null && JSON.stringify(fieldsOf(draft)) !== JSON.stringify(chosen && fieldsOf(chosen))
  const whole = draft !== null && draft.name.trim() !== '' && Object.keys(problems).length === 0
  const save = async () => {
    if (!draft || !chosen) return
    const done = await act(
      () => client.print.updateLabelSheet({ id: chosen.id, revision: chosen.revision, patch: fieldsOf(draft) }),
      { done: t('print.sheetSaved') },
    )
    if (done) choose(done.sheet)
  }
  const copy = async () => {
    if (!draft) return
    const names = new Set(sheets.map(sheet => sheet.name))
    let name = changed && !names.has(draft.name) ? draft.name : t('print.copyOf', { name: draft.name })
    for (let number = 2; names.has(name); number++) name = `${t('print.copyOf', { name: draft.name })} ${number}`
    const done = await act(() => client.print.createLabelSheet({ ...fieldsOf(draft), name }), {
      done: t('print.sheetSaved'),
    })
    if (done) choose(done.sheet)
  }
  const length = (field: 'radius' | (typeof LENGTHS)[number]) =>
    draft && (
      <Field key={field} label={t(`print.${field}`)} problem={problems[field]}>
        {id => (
          <InputNumber
            id={id}
            min={0}
            max={400}
            step={0.1}
            precision={2}
            suffix="mm"
            value={draft[field]}
            onChange={value => set({ [field]: value ?? 0 })}
          />
        )}
      </Field>
    )
  return (
    <Modal
      open
      width={860}
      title={t('print.labelSheets')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" icon={<CopyOutlined />} disabled={!whole} onClick={() => void copy()}>
          {t('print.saveAsNew')}
        </Button>,
        <Button key="save" disabled={!changed || !whole} onClick={() => void save()}>
          {t('common.save')}
        </Button>,
        <Button
          key="use"
          type="primary"
          disabled={!chosen || changed}
          onClick={() => {
            if (chosen) onChoose(chosen.id)
            onClose()
          }}
        >
          {t('print.useSheet')}
        </Button>,
      ]}
    >
      <div className="sheets-dialog">
        <ul className="sheets-list" aria-label={t('print.labelSheets')}>
          {sheets.map(sheet => (
            <li key={sheet.id}>
              <ChoiceButton chosen={sheet.id === chosen?.id} onClick={() => choose(sheet)}>
                {sheet.name}
                <span className="soft">
                  {' '}
                  {sheet.labelWidth} × {sheet.labelHeight}
                </span>
              </ChoiceButton>
            </li>
          ))}
        </ul>
        {draft && chosen && (
          <div className="sheet-form">
            <Field
              label={t('fields.resourceName')}
              className="wide"
              problem={draft.name.trim() === '' ? 'required' : undefined}
            >
              {id => (
                <Input
                  id={id}
                  value={draft.name}
                  onChange={event => set({ name: event.target.value })}
                  maxLength={longest(labelSheetFields.shape.name)}
                />
              )}
            </Field>
            <Field label={t('print.paper')}>
              {() => (
                <Segmented<'a4' | 'letter'>
                  aria-label={t('print.paper')}
                  value={draft.paper}
                  onChange={paper => set({ paper })}
                  options={[
                    { value: 'a4', label: 'A4' },
                    { value: 'letter', label: 'Letter' },
                  ]}
                />
              )}
            </Field>
            {length('radius')}
            {(['columns', 'rows'] as const).map(field => (
              <Field key={field} label={t(`print.${field}`)} problem={problems[field]}>
                {id => (
                  <InputNumber
                    id={id}
                    min={1}
                    max={40}
                    precision={0}
                    value={draft[field]}
                    onChange={value => set({ [field]: value ?? 1 })}
                  />
                )}
              </Field>
            ))}
            {LENGTHS.map(length)}
            <p className="soft wide">
              {chosen.source ? t('print.source', { source: chosen.source }) : t('print.ownSheet')}
            </p>
            {may('manage') && (
              <Button
                danger
                size="small"
                icon={<DeleteOutlined />}
                onClick={() => {
                  void act(() => client.print.removeLabelSheet({ id: chosen.id }), { done: t('print.sheetRemoved') })
                  const [first] = sheets.filter(sheet => sheet.id !== chosen.id)
                  if (first) choose(first)
                }}
              >
                {t('common.remove')}
              </Button>
            )}
          </div>
        )}
        {draft && <SheetDrawing sheet={draft} />}
      </div>
    </Modal>
  )
}

const fieldsOf = ({
  name,
  paper,
  labelWidth,
  labelHeight,
  columns,
  rows,
  left,
  top,
  pitchX,
  pitchY,
  radius,
}: Draft) => ({
  name: name.trim(),
  paper,
  labelWidth,
  labelHeight,
  columns,
  rows,
  left,
  top,
  pitchX,
  pitchY,
  radius,
})
