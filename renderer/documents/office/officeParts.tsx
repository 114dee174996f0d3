import { InLanguage } from '../paper/parts.tsx'
import type { OfficeData } from './officeData.ts'

/** The head of a paper of the house: company, title, logo, and how secret it is where the office says so. */
export function OfficeHead({ data, title }: { data: OfficeData; title: string }) {
  const { settings } = data
  return (
    <div className="flow-head">
      <div>
        <div className="company">
          <InLanguage speak={data.speak} chinese={settings.companyName} latin={settings.companyLatin} />
        </div>
        <h1 className="flow-title">{title}</h1>
      </div>
      <div className="flow-mark">
        {settings.secretLevel !== '' && <b>{settings.secretLevel}</b>}
        {settings.logo && <img src={`/files/${settings.logo}`} alt="" />}
      </div>
    </div>
  )
}

/** Foot of a paper of the house: when it was printed, page x of y. */
export function officeFoot(data: OfficeData) {
  return (page: number, pages: number) => (
    <>
      <span>
        {data.speak.word('documents.printed')} {data.printedAt.replace('T', ' ')}
      </span>
      <span>{data.speak.word('documents.pageOf', { page, pages })}</span>
    </>
  )
}
