import { DeleteOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { type PrinterRow, printerFields } from '../../shared/contract/print.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'
import { TEST_PAGE } from '../../shared/domain/papers/sheets.ts'
import { client } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { ChoiceButton } from '../ui/ChoiceButton.tsx'
import { Field } from '../ui/Field.tsx'
import { useMaking } from './Making.tsx'

const TRUE = { cornerX: TEST_PAGE.corner, cornerY: TEST_PAGE.corner, across: TEST_PAGE.across, down: TEST_PAGE.down }
const MEASURES = ['cornerX', 'cornerY', 'across', 'down'] as const

/** What each printer makes of a test page, as measured: badges are drawn so that they come out true on it. */
export function PrintersDialog({
  printers,
  language,
  onChoose,
  onClose,
}: {
  printers: readonly PrinterRow[]
  language: PaperLanguage
  onChoose: (id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const may = useMay()
  const making = useMaking()
  const [draft, setDraft] = useState({ name: '', ...TRUE })
  const set = (patch: Partial<typeof draft>) => setDraft(before => ({ ...before, ...patch }))
  const save = async () => {
    const done = await act(() => client.print.putPrinter({ ...draft, name: draft.name.trim() }), {
      done: t('print.printerSaved', { name: draft.name.trim() }),
    })
    if (!done) return
    onChoose(done.printer.id)
    onClose()
  }
  return (
    <Modal
      open
      width={640}
      title={t('print.calibrate')}
      onCancel={onClose}
      mask={{ closable: false }}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: draft.name.trim() === '' }}
      onOk={() => void save()}
    >
      <ol className="steps">
        <li>
          {t('print.step.print')}{' '}
          <Button
            size="small"
            icon={<PrinterOutlined />}
            onClick={() => void making.print([{ kind: 'test-page', language }])}
          >
            {t('documents.test-page')}
          </Button>
        </li>
        <li>{t('print.step.measure')}</li>
        <li>{t('print.step.check')}</li>
      </ol>
      {printers.length > 0 && (
        <ul className="sheets-list" aria-label={t('print.printers')}>
          {printers.map(printer => (
            <li key={printer.id} className="printer-row">
              <ChoiceButton chosen={printer.name === draft.name} onClick={() => setDraft(printer)}>
                {printer.name}
              </ChoiceButton>
              {may('manage') && (
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('print.removePrinter', { name: printer.name })}
                  onClick={() =>
                    void act(() => client.print.removePrinter({ id: printer.id }), {
                      done: t('print.printerRemoved', { name: printer.name }),
                    })
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="sheet-form">
        <Field label={t('print.printerName')} className="wide">
          {id => (
            <Input
              id={id}
              value={draft.name}
              onChange={event => set({ name: event.target.value })}
              maxLength={longest(printerFields.shape.name)}
              placeholder={t('print.printerNameHint')}
            />
          )}
        </Field>
        {MEASURES.map(field => (
          <Field key={field} label={t(`print.measured.${field}`, { length: TRUE[field] })}>
            {id => (
              <InputNumber
                id={id}
                min={TRUE[field] - 10}
                max={TRUE[field] + 10}
                step={0.1}
                precision={1}
                suffix="mm"
                value={draft[field]}
                onChange={value => set({ [field]: value ?? TRUE[field] })}
              />
            )}
          </Field>
        ))}
      </div>
    </Modal>
  )
}
