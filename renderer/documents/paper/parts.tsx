import type { DocumentRequest } from '../../../shared/contract/documents.ts'
import type { HeadPart } from '../../../shared/domain/papers/outline.ts'
import { moment, type Speaker } from '../../../shared/domain/papers/speaker.ts'
import type { Block } from './blocks.tsx'
import type { DocumentData } from './documentData.ts'
import { Lines, Runs } from './Runs.tsx'

export interface DocumentProps<Kind extends DocumentRequest['kind']> {
  request: Extract<DocumentRequest, { kind: Kind }>
  data: DocumentData
}

/** The head of a paper: company, visit, the paper's name, some facts; the company's logo on the right. */
export function PaperHead({ head, logo }: { head: HeadPart; logo: string }) {
  return (
    <>
      <div className="flow-head">
        <div>
          <div className="company">
            <Runs runs={head.company} />
          </div>
          <h1 className="flow-title">
            <Runs runs={head.title} /> <small>{head.paper}</small>
          </h1>
        </div>
        <div className="flow-mark">
          {head.secret !== '' && <b>{head.secret}</b>}
          {logo && <img src={`/files/${logo}`} alt="" />}
        </div>
      </div>
      <div className="flow-facts">
        {head.facts
          .filter(({ value }) => value.length > 0)
          .map(({ label, value }) => (
            <span key={label}>
              <b>{label}</b> <Lines lines={value} />
            </span>
          ))}
      </div>
    </>
  )
}

/** What a PDF's outline calls a paper: the visit and the paper's name. */
export const headingOf = (kind: DocumentRequest['kind'], { visit, speak }: DocumentData): string =>
  `${speak.name(visit.title, visit.titleLatin)} ${speak.word(`documents.${kind}`)}`

/** A name in the paper's language; in both, neither is parted at the end of a line as long as it fits on one. */
export const InLanguage = ({ speak, chinese, latin }: { speak: Speaker; chinese: string; latin: string }) => (
  <Runs runs={speak.runs(chinese, latin)} />
)

/** Foot of every page: code, version and print time, so that a stale paper is known; page x of y. */
export const foot =
  ({ visit, version, printedAt, speak }: DocumentData) =>
  (page: number, pages: number) => (
    <>
      <span>
        {visit.code} · {speak.word('documents.version')} {version} · {speak.word('documents.printed')}{' '}
        {moment(printedAt)}
      </span>
      <span>{speak.word('documents.pageOf', { page, pages })}</span>
    </>
  )

/** Lines to write on by hand. */
export const writeLines = (key: string, count: number): Block => ({
  key,
  keepWithNext: false,
  node: (
    <div className="write-lines">
      {Array.from({ length: count }, (_, index) => (
        <i key={`${key}-${String(index)}`} />
      ))}
    </div>
  ),
})
