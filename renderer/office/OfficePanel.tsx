import { useTranslation } from 'react-i18next'
import { type OfficeFields, type OfficeSettings, officeFields } from '../../shared/contract/office.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import type { OfficeRules } from '../../shared/contract/rules.ts'
import { client } from '../base/client.ts'
import { sentenceOf } from '../base/sentences.ts'
import { useRules } from '../rules/useRules.ts'
import { TravelPanel } from '../transport/TravelPanel.tsx'
import { SaveStateMark } from '../ui/SaveStateMark.tsx'
import { StaleDialog } from '../ui/StaleDialog.tsx'
import { type Autosave, useAutosave } from '../ui/useAutosave.ts'
import { CompanyFields } from './CompanyFields.tsx'
import { DefaultsFields } from './DefaultsFields.tsx'
import { HoursFields } from './HoursFields.tsx'
import { SampleRemoval } from './SampleRemoval.tsx'

export type OfficeSaver = Autosave<OfficeSettings & { id: string }, OfficeFields>

/** The office itself: company, hours, defaults, travel times, and the sample that goes. */
export function OfficePanel({ settings, rules }: { settings: OfficeSettings; rules: OfficeRules }) {
  const { t } = useTranslation()
  const ruleSaver = useRules(rules)
  const saver = useAutosave<OfficeSettings & { id: string }, OfficeFields>({
    row: { ...settings, id: 'office' },
    fields: patchOf(officeFields),
    save: async (revision, patch) => ({ ...(await client.office.update({ revision, patch })).settings, id: 'office' }),
  })
  return (
    <>
      <div className="page-head">
        <h1>{t('settings.office')}</h1>
        <SaveStateMark state={saver.state} onRevert={saver.revert} />
      </div>
      {saver.state === 'refused' && !saver.stale && (
        <p className="notice blocks" role="alert">
          {sentenceOf(saver.refusal, t)}
        </p>
      )}
      <div className="overview-form">
        <CompanyFields saver={saver} />
        <HoursFields saver={saver} />
        <DefaultsFields saver={saver} ruleSaver={ruleSaver} />
        <div className="wide">
          <TravelPanel travel={saver.shown.travel} onChange={travel => saver.put({ travel })} />
        </div>
        <SampleRemoval />
      </div>
      <StaleDialog stale={saver.stale} onChoose={saver.settle} />
    </>
  )
}
