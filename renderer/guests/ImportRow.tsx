import { Button, Checkbox, Dropdown, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { GUEST_LIMITS } from '../../shared/contract/guests.ts'
import { blocksSaving, type Doubt, isRemark } from '../../shared/domain/lists/guestDoubts.ts'
import type { GuestDraft, GuestText, ReadGuest } from '../../shared/domain/lists/guestDraft.ts'
import { GENDERS } from '../../shared/domain/visit.ts'

interface Props {
  guest: ReadGuest
  doubts: readonly Doubt[]
  out: boolean
  /** It was just made of a line: the cursor goes to its name. */
  fresh: boolean
  onMend: (patch: Partial<GuestDraft>, settled?: string) => void
  onLeave: (out: boolean) => void
}

/** Fields that a stretch that was left over can be given. */
const TAKERS = [
  'name',
  'latinName',
  'title',
  'organization',
  'phone',
  'email',
  'diet',
  'health',
  'language',
  'arrivalNumber',
  'departureNumber',
] as const satisfies readonly GuestText[]

/** One guest of a list: what was read, to be mended; below it the lines it was read from, each stretch in the colour of its field. */
export function ImportRow({ guest, doubts, out, fresh, onMend, onLeave }: Props) {
  const { t } = useTranslation()
  const { row, draft } = guest
  const text = (field: 'name' | 'title' | 'organization' | 'phone' | 'diet' | 'notes') => (
    <Input
      key={field}
      size="small"
      value={draft[field]}
      title={draft[field]}
      disabled={out}
      autoFocus={fresh && field === 'name'}
      aria-label={t('import.fieldOfRow', { field: t(`fields.${field}`), row })}
      {...((field === 'name' && draft.name === '') || draft[field].length > GUEST_LIMITS[field]
        ? { status: 'error' as const }
        : {})}
      onChange={event => onMend({ [field]: event.target.value })}
    />
  )
  return (
    <div
      className={`import-guest ${doubts.some(doubt => !isRemark(doubt)) ? 'doubtful' : ''} ${out ? 'left-out' : ''}`}
    >
      <div className="import-row">
        <span className="numeric soft">{row}</span>
        <Checkbox
          checked={!out}
          aria-label={t('import.take', { row })}
          onChange={event => onLeave(!event.target.checked)}
        />
        {text('name')}
        {text('title')}
        {text('organization')}
        <Select
          size="small"
          value={draft.gender}
          disabled={out}
          aria-label={t('import.fieldOfRow', { field: t('fields.gender'), row })}
          onChange={gender => onMend({ gender })}
          options={GENDERS.map(gender => ({ value: gender, label: t(`gender.${gender}`) }))}
        />
        {text('phone')}
        {text('diet')}
        {text('notes')}
        <Checkbox
          checked={draft.isHead}
          disabled={out}
          aria-label={t('import.fieldOfRow', { field: t('fields.isHead'), row })}
          onChange={event => onMend({ isHead: event.target.checked })}
        />
      </div>
      <div className="import-source">
        {guest.source.map(line => (
          <Source key={line.row} guest={guest} line={line} />
        ))}
        <Also draft={draft} />
        <span className="doubts">
          {doubts.map(doubt => {
            const said =
              doubt.code === 'tooLong'
                ? t('doubt.tooLong', { field: t(`fields.${doubt.field}`), most: doubt.most })
                : t(`doubt.${doubt.code}`, { ...doubt })
            const left = doubt.code === 'unread' || doubt.code === 'momentDoubtful' ? doubt.text : ''
            return (
              <span key={said} className={blocksSaving(doubt) ? 'blocks' : isRemark(doubt) ? 'soft' : ''}>
                {said}
                {left !== '' && !out && <Takers text={left} draft={draft} onMend={onMend} />}
              </span>
            )
          })}
        </span>
      </div>
    </div>
  )
}

/** What was read into fields that have no column here. */
function Also({ draft }: { draft: GuestDraft }) {
  const { t } = useTranslation()
  const read = ALSO.filter(field => draft[field] !== '')
  if (read.length === 0) return null
  return (
    <span className="also">
      {read.map(field => (
        <span key={field}>
          {t(`fields.${field}`)} <b>{draft[field].replace('T', ' ')}</b>
        </span>
      ))}
    </span>
  )
}
const ALSO = [
  'latinName',
  'email',
  'language',
  'ethnicity',
  'religion',
  'health',
  'arrivalNumber',
  'arrivalPlace',
  'arrivalAt',
  'departureNumber',
  'departurePlace',
  'departureAt',
] as const satisfies readonly (keyof GuestDraft)[]

interface TakersProps {
  text: string
  draft: GuestDraft
  onMend: Props['onMend']
}

/** Fields for a stretch that nobody knew: those that it is likely to be one click away, the others in a menu. */
function Takers({ text, draft, onMend }: TakersProps) {
  const { t } = useTranslation()
  const give = (field: (typeof TAKERS)[number]) => {
    const joined = field === 'name' || draft[field] === '' ? text : `${draft[field]}；${text}`
    onMend({ [field]: joined, notes: withoutNote(draft.notes, text) }, text)
  }
  const likely = TAKERS.filter(field => LIKELY.includes(field) && (draft[field] === '' || field === 'diet')).slice(0, 3)
  return (
    <span className="takers">
      {likely.map(field => (
        <Button
          key={field}
          size="small"
          aria-label={t('import.asFieldOf', { text, field: t(`fields.${field}`) })}
          onClick={() => give(field)}
        >
          {t(`fields.${field}`)}
        </Button>
      ))}
      <Dropdown
        trigger={['click']}
        menu={{
          items: TAKERS.filter(field => !likely.includes(field)).map(field => ({
            key: field,
            label: t(`fields.${field}`),
          })),
          onClick: ({ key }) => {
            const field = TAKERS.find(each => each === key)
            if (field) give(field)
          },
        }}
      >
        <Button size="small" aria-label={t('import.asField', { text })}>
          ▾
        </Button>
      </Dropdown>
      <Button size="small" aria-label={t('import.stayNote', { text })} onClick={() => onMend({}, text)}>
        {t('import.noteIsRight')}
      </Button>
    </span>
  )
}
const LIKELY: readonly GuestText[] = ['organization', 'title', 'diet', 'name']

/** Notes without the one that was given to a field. */
const withoutNote = (notes: string, text: string): string =>
  notes
    .split('；')
    .filter(note => note !== text && !note.endsWith(`：${text}`) && !note.endsWith(`: ${text}`))
    .join('；')

/** A line as it was sent, each stretch in the colour of where it went. */
function Source({ guest, line }: { guest: ReadGuest; line: { row: number; text: string } }) {
  const { t } = useTranslation()
  const pieces = guest.pieces
    .filter(piece => piece.row === line.row && piece.fate !== 'leftOut')
    .sort((a, b) => a.from - b.from)
  let done = 0
  const parts = pieces.flatMap(piece => {
    if (piece.from < done || line.text.slice(piece.from, piece.to) !== piece.text) return []
    const before = line.text.slice(done, piece.from)
    done = piece.to
    const name = piece.fate === 'label' || piece.fate === 'leftOut' ? undefined : t(`fields.${piece.fate}`)
    return [
      before,
      <mark key={piece.from} className={`went-${piece.fate}`} title={name}>
        {piece.text}
      </mark>,
    ]
  })
  return (
    <span className="line">
      {parts}
      {line.text.slice(done)}
    </span>
  )
}
