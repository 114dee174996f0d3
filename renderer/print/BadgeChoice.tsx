import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guest } from '../../shared/contract/guests.ts'
import { useNamed } from '../base/language.ts'
import { useMay } from '../base/useMay.ts'
import { Field } from '../ui/Field.tsx'
import type { Choosing, Only } from './choices.ts'
import { LabelSheetsDialog } from './LabelSheetsDialog.tsx'
import { PrintersDialog } from './PrintersDialog.tsx'

interface Props {
  choosing: Choosing
  guests: readonly Guest[]
  only: Only
  onOnly: (only: Only) => void
}

/** How badges are printed: which design, on what, from which label on, whose. */
export function BadgeChoice({ choosing, guests, only, onOnly }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const named = useNamed()
  const [managing, setManaging] = useState<'sheets' | 'printers' | null>(null)
  const { choice, set, design, sheet, designs, sheets, printers } = choosing
  const unprinted = guests.filter(guest => guest.badgePrintedAt === null)
  const kind = choice.sheet === 'single' || choice.sheet === 'a4' ? choice.sheet : 'labels'
  const tooLarge =
    sheet &&
    design &&
    (design.design.size.width > sheet.labelWidth + 0.01 || design.design.size.height > sheet.labelHeight + 0.01)
  return (
    <>
      <Field label={t('badges.design')}>
        {id => (
          <div className="with-link">
            <Select
              id={id}
              value={choice.design}
              onChange={value => set({ design: value })}
              options={designs.map(each => ({
                value: each.id,
                label: `${named(each)} · ${each.design.size.width} × ${each.design.size.height} mm`,
              }))}
            />
            {may('manage') && (
              <Link to="/badges" search={{ design: choice.design }}>
                {t('badges.edit')}
              </Link>
            )}
          </div>
        )}
      </Field>
      <Field label={t('print.sheet')}>
        {() => (
          <Segmented<'single' | 'a4' | 'labels'>
            block
            aria-label={t('print.sheet')}
            value={kind}
            onChange={value => set({ sheet: value === 'labels' ? (sheets[0]?.id ?? 'a4') : value })}
            options={[
              { value: 'a4', label: t('print.onA4') },
              { value: 'labels', label: t('print.onLabels'), disabled: sheets.length === 0 },
              { value: 'single', label: t('print.single') },
            ]}
          />
        )}
      </Field>
      {kind === 'labels' && (
        <>
          <Field label={t('print.labelSheet')}>
            {id => (
              <div className="with-link">
                <Select
                  id={id}
                  value={choice.sheet}
                  showSearch={{ optionFilterProp: 'label' }}
                  onChange={value => set({ sheet: value })}
                  options={sheets.map(each => ({
                    value: each.id,
                    label: `${each.name} · ${each.labelWidth} × ${each.labelHeight} mm`,
                  }))}
                />
                <Button type="link" size="small" onClick={() => setManaging('sheets')}>
                  {t('print.manage')}
                </Button>
              </div>
            )}
          </Field>
          {tooLarge && <p className="warns">{t('print.smaller')}</p>}
          {sheet && (
            <Field label={t('print.startAt', { last: sheet.columns * sheet.rows })}>
              {id => (
                <InputNumber
                  id={id}
                  min={1}
                  max={sheet.columns * sheet.rows}
                  precision={0}
                  value={(only.used ?? sheet.used) + 1}
                  onChange={value => onOnly({ ...only, used: Math.max(0, (value ?? 1) - 1) })}
                  style={{ width: '100%' }}
                />
              )}
            </Field>
          )}
        </>
      )}
      <Field label={t('print.guests')}>
        {id => (
          <Select
            id={id}
            mode="multiple"
            allowClear
            value={[...(only.guests ?? [])]}
            onChange={chosen => onOnly({ ...only, guests: chosen })}
            placeholder={t('print.allGuests', { count: guests.length })}
            maxTagCount={3}
            showSearch={{ optionFilterProp: 'label' }}
            options={guests.map(guest => ({ value: guest.id, label: guest.name }))}
          />
        )}
      </Field>
      <Button
        size="small"
        disabled={unprinted.length === 0}
        onClick={() => onOnly({ ...only, guests: unprinted.map(guest => guest.id) })}
      >
        {t('print.onlyUnprinted', { count: unprinted.length })}
      </Button>
      <Field label={t('print.calibration')}>
        {id => (
          <div className="with-link">
            <Select
              id={id}
              value={choice.printer}
              onChange={value => set({ printer: value })}
              options={[
                { value: '', label: t('print.uncalibrated') },
                ...printers.map(each => ({ value: each.id, label: each.name })),
              ]}
            />
            <Button type="link" size="small" onClick={() => setManaging('printers')}>
              {t('print.manage')}
            </Button>
          </div>
        )}
      </Field>
      {managing === 'sheets' && (
        <LabelSheetsDialog
          sheets={sheets}
          onChoose={value => set({ sheet: value })}
          onClose={() => setManaging(null)}
        />
      )}
      {managing === 'printers' && (
        <PrintersDialog
          printers={printers}
          language={choice.language}
          onChoose={value => set({ printer: value })}
          onClose={() => setManaging(null)}
        />
      )}
    </>
  )
}
