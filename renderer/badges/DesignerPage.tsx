import {
  CopyOutlined,
  DeleteOutlined,
  DownloadOutlined,
  HistoryOutlined,
  PlusOutlined,
  RedoOutlined,
  SaveOutlined,
  UndoOutlined,
  UploadOutlined,
} from '@ant-design/icons'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useBlocker, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Dropdown, Input, InputNumber, Segmented, Select, Skeleton, Upload } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedDesign } from '../../shared/contract/badges.ts'
import {
  type BadgeDesign,
  type BadgeWords,
  type DesignElement,
  hundredths,
  isPicture,
  LARGEST_BADGE,
  problemsOf,
  resized,
  SMALLEST_BADGE,
} from '../../shared/domain/badgeDesign.ts'
import { BADGE_SIZES, type Size } from '../../shared/domain/sheets.ts'
import { useMay } from '../accounts/useMay.ts'
import { client, query } from '../app/client.ts'
import { useAct } from '../app/useAct.ts'
import { exportAddress } from '../exchange/addresses.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { useNamed } from '../ui/useNamed.ts'
import { useFaceMeasure } from './BadgeFace.tsx'
import { Canvas, freeId } from './Canvas.tsx'
import { elementName } from './elementName.ts'
import { Color, Properties } from './Properties.tsx'
import { longestGuest, SAMPLE_GUESTS } from './samples.ts'
import { EMPTY_FACE, type Side, useDesign } from './useDesign.ts'
import { wordsOf } from './words.ts'
import '../ui/paperFonts.ts'
import './designer.css'

/** Badge designs: choose one, draw it, look at it with the longest names there are, save it as its next version. */
export function DesignerPage() {
  const { t } = useTranslation()
  const may = useMay()
  const { design: wanted } = useSearch({ from: '/badges' })
  const { data: designs } = useQuery(query.badges.list.queryOptions())
  if (!designs) return <Skeleton active style={{ padding: 24 }} />
  const chosen = designs.find(each => each.id === wanted) ?? designs[0]
  if (!may('manage') || !chosen) return <EmptyState title={t('badges.title')} text={t('settings.administratorOnly')} />
  return <Designer key={`${chosen.id}`} designs={designs} chosen={chosen} />
}

function Designer({ designs, chosen }: { designs: NamedDesign[]; chosen: NamedDesign }) {
  const { t } = useTranslation()
  const act = useAct()
  const { modal, notification } = App.useApp()
  const navigate = useNavigate()
  const named = useNamed()
  const drawing = useDesign(chosen.design)
  const [name, setName] = useState(chosen.name)
  const [side, setSide] = useState<Side>('front')
  const [selected, setSelected] = useState<string | null>(null)
  const [who, setWho] = useState<'usual' | 'longest'>('usual')
  const { design } = drawing
  const face = design[side]
  const element = face?.elements.find(each => each.id === selected) ?? null
  const dirty = JSON.stringify(design) !== JSON.stringify(chosen.design) || name !== chosen.name
  const problems = useMemo(() => problemsOf(design), [design])
  const words = usePreviewWords(who)
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const measure = useFaceMeasure(design, words ? [words] : [], reason =>
    notification.error({ title: reason, placement: 'bottomRight' }),
  )
  const blocking = useRef(dirty)
  blocking.current = dirty
  useBlocker({
    shouldBlockFn: () =>
      blocking.current
        ? new Promise<boolean>(resolve => {
            modal.confirm({
              title: t('badges.leaveTitle'),
              content: t('badges.leaveText'),
              okText: t('badges.leave'),
              cancelText: t('common.cancel'),
              onOk: () => resolve(false),
              onCancel: () => resolve(true),
            })
          })
        : false,
    enableBeforeUnload: () => blocking.current,
  })
  const open = (id: string) => navigate({ to: '/badges', search: { design: id } })
  const save = async () => {
    if (problems.length > 0 || !dirty) return
    const done = await act(
      () => client.badges.update({ id: chosen.id, revision: chosen.revision, patch: { name: name.trim(), design } }),
      { done: ({ design: saved }) => t('badges.saved', { name: saved.name, number: saved.number }) },
    )
    if (done) drawing.load(done.design.design)
  }
  const duplicate = async () => {
    const names = new Set(designs.map(each => each.name))
    let copy = t('print.copyOf', { name })
    for (let number = 2; names.has(copy); number++) copy = `${t('print.copyOf', { name })} ${number}`
    const done = await act(() => client.badges.create({ name: copy, nameLatin: '', design }), {
      done: t('badges.made', { name: copy }),
    })
    if (!done) return
    blocking.current = false
    await open(done.design.id)
  }
  const latest = useRef({ save, drawing })
  latest.current = { save, drawing }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (key === 's') {
        event.preventDefault()
        void latest.current.save()
      } else if (key === 'z' && !typing) {
        event.preventDefault()
        if (event.shiftKey) latest.current.drawing.redo()
        else latest.current.drawing.undo()
      } else if (key === 'y' && !typing) {
        event.preventDefault()
        latest.current.drawing.redo()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const add = (kind: DesignElement['kind'], more: Partial<DesignElement> = {}) => {
    const fresh = newElement(kind, design, freeId(kind, face?.elements ?? []), more)
    drawing.add(side, fresh)
    setSelected(fresh.id)
  }
  const addPicture = async (file: File, place: (source: string) => void) => {
    const source = await asDataAddress(file)
    if (isPicture(source)) place(source)
    else notification.error({ title: t('badges.badPicture'), placement: 'bottomRight' })
  }

  return (
    <div className="page designer">
      <div className="page-head">
        <h1>{t('badges.title')}</h1>
        <Select
          value={chosen.id}
          onChange={id => void open(id)}
          aria-label={t('badges.design')}
          style={{ width: 220 }}
          options={designs.map(each => ({ value: each.id, label: named(each) }))}
        />
        <span className="soft numeric">{t('badges.version', { number: chosen.number })}</span>
        <span className="spring" />
        <Button
          icon={<UndoOutlined />}
          disabled={!drawing.canUndo}
          onClick={drawing.undo}
          aria-label={t('common.undo')}
        />
        <Button
          icon={<RedoOutlined />}
          disabled={!drawing.canRedo}
          onClick={drawing.redo}
          aria-label={t('badges.redo')}
        />
        <Versions design={chosen} onTake={taken => drawing.set(taken)} />
        <Button icon={<CopyOutlined />} disabled={problems.length > 0} onClick={() => void duplicate()}>
          {t('badges.duplicateDesign')}
        </Button>
        <Upload
          accept=".json"
          showUploadList={false}
          beforeUpload={file => {
            void act(() => client.badges.importFile({ file }), {
              done: ({ design: read }) => t('badges.made', { name: read.name }),
            }).then(done => done && open(done.design.id))
            return false
          }}
        >
          <Button icon={<UploadOutlined />}>{t('badges.import')}</Button>
        </Upload>
        <a href={exportAddress({ what: 'badge-design', format: 'json', design: chosen.id })} download>
          <Button icon={<DownloadOutlined />}>{t('common.export')}</Button>
        </a>
        <Button
          icon={<DeleteOutlined />}
          aria-label={t('badges.removeDesign')}
          disabled={designs.length === 1}
          onClick={() => {
            blocking.current = false
            void act(() => client.badges.remove({ id: chosen.id }), {
              done: t('badges.removed', { name: chosen.name }),
            })
          }}
        />
        <Button
          type="primary"
          icon={<SaveOutlined />}
          disabled={!dirty || problems.length > 0}
          onClick={() => void save()}
        >
          {t('common.save')} <span className="kbd">Ctrl S</span>
        </Button>
      </div>
      {problems.length > 0 && (
        <p className="notice blocks" role="alert">
          {[
            ...new Set(problems.map(problem => t(`badges.problem.${problem.code}`, { name: nameOf(problem.id) }))),
          ].join(' ')}
        </p>
      )}
      <div className="designer-body">
        <div className="designer-side">
          <Field label={t('fields.resourceName')} problem={name.trim() === '' ? 'required' : undefined}>
            {id => <Input id={id} value={name} maxLength={60} onChange={event => setName(event.target.value)} />}
          </Field>
          <SizeFields design={design} onSize={size => drawing.set(resized(design, size), 'size')} />
          <Segmented<Side>
            block
            aria-label={t('badges.face')}
            value={side}
            onChange={next => {
              setSide(next)
              setSelected(null)
            }}
            options={[
              { value: 'front', label: t('badges.front') },
              { value: 'back', label: t('badges.back') },
            ]}
          />
          {face ? (
            <>
              <div className="acts">
                <Dropdown
                  trigger={['click']}
                  menu={{
                    items: [
                      { key: 'text', label: t('badges.kind.text') },
                      { key: 'logo', label: t('badges.logo') },
                      { key: 'qr', label: t('badges.kind.qr') },
                      { key: 'line', label: t('badges.kind.line') },
                      { key: 'box', label: t('badges.kind.box') },
                    ],
                    onClick: ({ key }) =>
                      key === 'logo' ? add('image', { source: 'logo' }) : add(key as DesignElement['kind']),
                  }}
                >
                  <Button size="small" icon={<PlusOutlined />}>
                    {t('badges.add')}
                  </Button>
                </Dropdown>
                <Upload
                  accept=".png,.jpg,.jpeg,.svg"
                  showUploadList={false}
                  beforeUpload={file => {
                    void addPicture(file, source => add('image', { source }))
                    return false
                  }}
                >
                  <Button size="small">{t('badges.addPicture')}</Button>
                </Upload>
              </div>
              <ol className="layers" aria-label={t('badges.layers')}>
                {[...face.elements].reverse().map(each => (
                  <li key={each.id}>
                    <button
                      type="button"
                      className={each.id === selected ? 'chosen' : ''}
                      aria-pressed={each.id === selected}
                      onClick={() => setSelected(each.id)}
                    >
                      {elementName(each, t)}
                    </button>
                  </li>
                ))}
              </ol>
              <div className="designer-form">
                <Color
                  plain
                  label={t('badges.ground')}
                  value={face.color}
                  onChange={color => drawing.setFace(side, { ...face, color })}
                />
                <Field label={t('badges.groundPicture')}>
                  {() =>
                    face.image ? (
                      <Button size="small" onClick={() => drawing.setFace(side, { ...face, image: '' })}>
                        {t('common.remove')}
                      </Button>
                    ) : (
                      <Upload
                        accept=".png,.jpg,.jpeg,.svg"
                        showUploadList={false}
                        beforeUpload={file => {
                          void addPicture(file, image => drawing.setFace(side, { ...face, image }))
                          return false
                        }}
                      >
                        <Button size="small">{t('badges.choosePicture')}</Button>
                      </Upload>
                    )
                  }
                </Field>
              </div>
              {side === 'back' && (
                <Button size="small" onClick={() => drawing.set({ ...design, back: null })}>
                  {t('badges.noBack')}
                </Button>
              )}
            </>
          ) : (
            <>
              <p className="soft">{t('badges.backEmpty')}</p>
              <Button onClick={() => drawing.set({ ...design, back: EMPTY_FACE })}>{t('badges.makeBack')}</Button>
            </>
          )}
        </div>
        <div className="designer-stage">
          <div className="designer-preview">
            <Segmented<'usual' | 'longest'>
              size="small"
              aria-label={t('badges.previewWith')}
              value={who}
              onChange={setWho}
              options={[
                { value: 'usual', label: t('badges.usualNames') },
                { value: 'longest', label: t('badges.longestNames') },
              ]}
            />
            <span className="soft numeric">
              {design.size.width} × {design.size.height} mm
            </span>
          </div>
          <Stage size={design.size}>
            {scale =>
              measure &&
              words &&
              settings &&
              face && (
                <Canvas
                  drawing={drawing}
                  side={side}
                  scale={scale}
                  selected={selected}
                  onSelect={setSelected}
                  readOnly={false}
                  context={{
                    words,
                    logo: settings.logo && `/files/${settings.logo}`,
                    companyColor: settings.color,
                    measure,
                  }}
                />
              )
            }
          </Stage>
          <p className="soft">{t('badges.keys')}</p>
        </div>
        <div className="designer-side">
          {element ? (
            <Properties drawing={drawing} side={side} element={element} onSelect={setSelected} />
          ) : (
            <p className="soft">{t('badges.nothingSelected')}</p>
          )}
        </div>
      </div>
    </div>
  )

  function nameOf(id: string): string {
    const found = [design.front, design.back].flatMap(each => each?.elements ?? []).find(each => each.id === id)
    return found ? elementName(found, t) : ''
  }
}

/** As large as the window takes a badge, but no larger than eight times its size. */
function Stage({ size, children }: { size: Size; children: (scale: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState<Size>({ width: 560, height: 400 })
  useEffect(() => {
    const stage = box.current
    if (!stage) return
    const observer = new ResizeObserver(() => setRoom({ width: stage.clientWidth, height: stage.clientHeight }))
    observer.observe(stage)
    return () => observer.disconnect()
  }, [])
  const scale = Math.max(1.5, Math.min(8, (room.width - 16) / size.width, (room.height - 16) / size.height))
  return (
    <div className="stage-room" ref={box}>
      {children(scale)}
    </div>
  )
}

function SizeFields({
  design,
  onSize,
}: {
  design: BadgeDesign
  onSize: (size: { width: number; height: number }) => void
}) {
  const { t } = useTranslation()
  const { size } = design
  const preset = Object.entries(BADGE_SIZES).find(
    ([, each]) => each.width === size.width && each.height === size.height,
  )
  return (
    <>
      <Field label={t('print.size')}>
        {id => (
          <Select
            id={id}
            value={preset?.[0] ?? ''}
            onChange={value => {
              const found = Object.entries(BADGE_SIZES).find(([key]) => key === value)
              if (found) onSize({ ...found[1] })
            }}
            options={[
              ...Object.keys(BADGE_SIZES).map(key => ({ value: key, label: t(`badgeSize.${key}`) })),
              ...(preset ? [] : [{ value: '', label: t('badges.ownSize') }]),
            ]}
          />
        )}
      </Field>
      <div className="designer-form">
        {(['width', 'height'] as const).map(field => (
          <Field key={field} label={t(`badges.${field}`)}>
            {id => (
              <InputNumber
                id={id}
                size="small"
                min={SMALLEST_BADGE}
                max={LARGEST_BADGE}
                precision={1}
                suffix="mm"
                value={size[field]}
                onChange={value => {
                  if (value !== null) onSize({ ...size, [field]: value })
                }}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  )
}

function Versions({ design, onTake }: { design: NamedDesign; onTake: (design: BadgeDesign) => void }) {
  const { t } = useTranslation()
  const { data: versions = [] } = useQuery(query.badges.versions.queryOptions({ input: { id: design.id } }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: versions.map(version => ({
          key: String(version.number),
          label: t('badges.versionOf', {
            number: version.number,
            at: version.savedAt.replace('T', ' '),
            by: version.savedBy,
          }),
        })),
        onClick: ({ key }) => {
          const found = versions.find(version => String(version.number) === key)
          if (found) onTake(found.design)
        },
      }}
    >
      <Button icon={<HistoryOutlined />}>{t('badges.versions')}</Button>
    </Dropdown>
  )
}

/** What the placeholders say in the preview: the next visit's guests, or somebody usual where there are none. */
function usePreviewWords(who: 'usual' | 'longest'): BadgeWords | null {
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const { data: list } = useQuery(
    query.visits.list.queryOptions({
      input: { text: '', statuses: [], grades: [], sort: 'startsOn', descending: true, offset: 0, limit: 20 },
    }),
  )
  const row = list?.rows.find(each => each.guestCount > 0)
  const { data: visit } = useQuery(query.visits.get.queryOptions({ input: row ? { id: row.id } : skipToken }))
  const { data: guests } = useQuery(query.guests.list.queryOptions({ input: row ? { visitId: row.id } : skipToken }))
  if (!settings || !list || (row && (!visit || !guests))) return null
  const people = guests && guests.length > 0 ? guests : SAMPLE_GUESTS
  const [first] = people
  const guest = who === 'longest' ? longestGuest([...people, ...SAMPLE_GUESTS]) : first
  if (!guest) return null
  return wordsOf(
    guest,
    {
      settings,
      visit: visit ?? {
        title: '新能源产业链考察',
        titleLatin: 'New energy supply chain visit',
        code: 'YB261124-01',
        organization: '',
        startsOn: '2026-11-24',
        endsOn: '2026-11-25',
      },
    },
    'zh-CN',
  )
}

function newElement(
  kind: DesignElement['kind'],
  { size }: BadgeDesign,
  id: string,
  more: Partial<DesignElement>,
): DesignElement {
  const at = (width: number, height: number) => ({
    id,
    x: hundredths((size.width - width) / 2),
    y: hundredths((size.height - height) / 2),
    width,
    height,
  })
  const wide = Math.min(50, size.width - 6)
  const made: Record<DesignElement['kind'], DesignElement> = {
    text: {
      ...at(wide, 8),
      kind: 'text',
      text: '{name}',
      font: 'sans',
      weight: 500,
      size: 5,
      shrink: true,
      align: 'center',
      vertical: 'middle',
      color: '#111111',
    },
    image: { ...at(15, 15), kind: 'image', source: 'logo', fit: 'contain' },
    qr: { ...at(15, 15), kind: 'qr' },
    line: { ...at(wide, 0.5), kind: 'line', color: 'role', thickness: 0.5 },
    box: { ...at(wide, 10), kind: 'box', fill: 'role', stroke: '', thickness: 0.3, radius: 1, shownWith: '' },
  }
  return { ...made[kind], ...more } as DesignElement
}

/** A picture as a data address, as it is kept in the design. */
function asDataAddress(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
