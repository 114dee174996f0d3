import type { ReactNode } from 'react'
import type { Item } from '../../../shared/contract/itinerary.ts'
import type { PaperLanguage } from '../../../shared/domain/language.ts'
import { clockOf, dayOf, weekdayOf } from '../../../shared/domain/time.ts'
import { type DocumentData, inLanguage } from './documentData.ts'
import { InLanguage } from './InLanguage.tsx'
import { type Block, groupBlock, type Table, type TableColumn } from './Pages.tsx'

/** Head of an itinerary: title, whose, when; the company's logo on the right. */
export function ItineraryHead({
  data,
  language,
  title,
  facts,
  secret = false,
}: {
  data: DocumentData
  language: PaperLanguage
  title: string
  facts: [string, string][]
  /** A paper of the house says how secret it is, where the office says so. */
  secret?: boolean
}) {
  const { visit, settings } = data
  return (
    <>
      <div className="flow-head">
        <div>
          <div className="company">
            <InLanguage language={language} chinese={settings.companyName} latin={settings.companyLatin} />
          </div>
          <h1 className="flow-title">
            <InLanguage language={language} chinese={visit.title} latin={visit.titleLatin} /> <small>{title}</small>
          </h1>
        </div>
        <div className="flow-mark">
          {settings.secretLevel !== '' && secret && <b>{settings.secretLevel}</b>}
          {settings.logo && <img src={`/files/${settings.logo}`} alt="" />}
        </div>
      </div>
      <div className="flow-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <span key={label}>
              <b>{label}</b> {value}
            </span>
          ))}
      </div>
    </>
  )
}

/** Rows of an itinerary: a day's heading stays with its first item. */
export function itineraryRows(
  data: DocumentData,
  columns: readonly TableColumn[],
  cells: (item: Item) => ReactNode,
): Block[] {
  const table: Table = { key: 'itinerary', columns }
  const rows: Block[] = []
  let day = ''
  for (const item of data.items) {
    if (dayOf(item.startsAt) !== day) {
      day = dayOf(item.startsAt)
      rows.push(groupBlock(table, `${day} ${data.label(`weekday.${weekdayOf(day)}`)}`))
    }
    rows.push({ key: item.id, keepWithNext: false, table, node: <tr>{cells(item)}</tr> })
  }
  return rows
}

export const timeOf = (item: Item): string => `${clockOf(item.startsAt)}–${clockOf(item.endsAt)}`

export const placeOf = (item: Item, language: PaperLanguage): string =>
  [
    item.roomName && inLanguage(language, item.roomName, item.roomLatinName),
    inLanguage(language, item.place, item.placeLatin),
  ]
    .filter(Boolean)
    .join(' · ')

/** What a stop is, in the document's language. */
export function contentOf(item: Item, { label, language }: Pick<DocumentData, 'label' | 'language'>): string {
  return inLanguage(language, item.content, item.contentLatin) || label(`itemKind.${item.kind}`)
}

/** The same where a name may run over a line: in both languages, each keeps to its own as long as it fits. */
export function Content({
  item,
  of: { label, language },
}: {
  item: Item
  of: Pick<DocumentData, 'label' | 'language'>
}) {
  if (item.content === '') return label(`itemKind.${item.kind}`)
  return <InLanguage language={language} chinese={item.content} latin={item.contentLatin} />
}

/** One of the staff, likewise. */
export const Staff = ({
  name,
  of: { people, language },
}: {
  name: string
  of: Pick<DocumentData, 'people' | 'language'>
}) => <InLanguage language={language} chinese={name} latin={people.get(name) ?? ''} />

/** Foot of every page: code, version and print time, so that a stale paper is known; page x of y. */
export function foot(data: DocumentData) {
  return (page: number, pages: number) => (
    <>
      <span>
        {data.visit.code} · {data.label('documents.version')} {data.version} · {data.label('documents.printed')}{' '}
        {data.printedAt.replace('T', ' ')}
      </span>
      <span>{data.label('documents.pageOf', { page, pages })}</span>
    </>
  )
}

/** Days of a visit as one text. */
export const daysText = ({ visit }: DocumentData): string =>
  visit.startsOn === visit.endsOn ? visit.startsOn : `${visit.startsOn} – ${visit.endsOn}`
