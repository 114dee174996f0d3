import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Input, Segmented, Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedDesign } from '../../shared/contract/badges.ts'
import { problemsOf } from '../../shared/domain/papers/badgeDesign.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useMay } from '../base/useMay.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { useFaceMeasure } from './BadgeFace.tsx'
import { Canvas } from './Canvas.tsx'
import { DesignerBar } from './DesignerBar.tsx'
import { elementName } from './elementName.ts'
import { FacePanel } from './FacePanel.tsx'
import { Properties } from './Properties.tsx'
import { SizeFields } from './SizeFields.tsx'
import { Stage } from './Stage.tsx'
import { type Side, useDesign } from './useDesign.ts'
import { useDesignKeys } from './useDesignKeys.ts'
import { usePreviewWords } from './usePreviewWords.ts'
import { useUnsaved } from './useUnsaved.ts'
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
  return <Designer key={chosen.id} designs={designs} chosen={chosen} />
}

function Designer({ designs, chosen }: { designs: NamedDesign[]; chosen: NamedDesign }) {
  const { t } = useTranslation()
  const act = useAct()
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const drawing = useDesign(chosen.design)
  const [name, setName] = useState(chosen.name)
  const [side, setSide] = useState<Side>('front')
  const [selected, setSelected] = useState<string | null>(null)
  const [who, setWho] = useState<'usual' | 'longest'>('usual')
  const { design } = drawing
  const face = design[side]
  const element = face?.elements.find(each => each.id === selected)
  const problems = useMemo(() => problemsOf(design), [design])
  const dirty = name !== chosen.name || JSON.stringify(design) !== JSON.stringify(chosen.design)
  const savable = dirty && problems.length === 0 && name.trim() !== ''
  const shown = usePreviewWords(who)
  const { data: settings } = useQuery(query.office.settings.queryOptions())
  const measure = useFaceMeasure(design, shown ? [shown.words] : [], reason => notification.error({ title: reason }))
  const letGo = useUnsaved(dirty)
  const open = (id: string) => void navigate({ to: '/badges', search: { design: id } })
  const save = async () => {
    if (!savable) return
    const done = await act(
      () => client.badges.update({ id: chosen.id, revision: chosen.revision, patch: { name: name.trim(), design } }),
      { done: ({ design: saved }) => t('badges.saved', { name: saved.name, number: saved.number }) },
    )
    if (done) drawing.load(done.design.design)
  }
  useDesignKeys(drawing, () => void save())
  const duplicate = async () => {
    const names = new Set(designs.map(each => each.name))
    let copy = t('print.copyOf', { name })
    for (let number = 2; names.has(copy); number++) copy = `${t('print.copyOf', { name })} ${number}`
    const done = await act(() => client.badges.create({ name: copy, nameLatin: '', design }), {
      done: t('badges.made', { name: copy }),
    })
    if (!done) return
    letGo()
    open(done.design.id)
  }
  const remove = async () => {
    letGo()
    await act(() => client.badges.remove({ id: chosen.id }), { done: t('badges.removed', { name: chosen.name }) })
  }
  const elementNamed = (id: string): string => {
    const found = [design.front, design.back].flatMap(each => each?.elements ?? []).find(each => each.id === id)
    return found ? elementName(found, t) : ''
  }
  const faults = new Set(problems.map(({ code, id }) => t(`badges.problem.${code}`, { name: elementNamed(id) })))

  return (
    <div className="page designer">
      <DesignerBar
        designs={designs}
        chosen={chosen}
        drawing={drawing}
        savable={savable}
        faulty={problems.length > 0}
        onSave={() => void save()}
        onOpen={open}
        onDuplicate={() => void duplicate()}
        onRemove={() => void remove()}
      />
      {faults.size > 0 && (
        <p className="notice blocks" role="alert">
          {[...faults].join(' ')}
        </p>
      )}
      <div className="designer-body">
        <div className="designer-side">
          <Field label={t('fields.resourceName')} problem={name.trim() === '' ? 'required' : undefined}>
            {id => <Input id={id} value={name} maxLength={60} onChange={event => setName(event.target.value)} />}
          </Field>
          <SizeFields drawing={drawing} />
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
          <FacePanel drawing={drawing} side={side} selected={selected} onSelect={setSelected} />
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
              shown &&
              settings &&
              face && (
                <Canvas
                  drawing={drawing}
                  side={side}
                  scale={scale}
                  selected={selected}
                  onSelect={setSelected}
                  context={{
                    ...shown,
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
}
