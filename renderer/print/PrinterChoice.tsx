import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../ui/Field.tsx'
import { choosePrinter, printerFor } from './usePrinting.ts'

/** Which printer prints this kind of document without a dialog; only a desktop program can. */
export function PrinterChoice({ kind }: { kind: string }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const { data: printers = [] } = useQuery({
    queryKey: ['desktop', 'printers'],
    queryFn: () => window.desktop?.printers() ?? [],
    enabled: window.desktop !== undefined,
  })
  if (!window.desktop) return null
  return (
    <Field label={t('print.printer')}>
      {id => (
        <Select
          id={id}
          value={chosen[kind] ?? printerFor(kind)}
          onChange={printer => {
            choosePrinter(kind, printer)
            setChosen({ ...chosen, [kind]: printer })
          }}
          options={[
            { value: '', label: t('print.dialog') },
            ...printers.map(printer => ({ value: printer.name, label: printer.displayName || printer.name })),
          ]}
        />
      )}
    </Field>
  )
}
