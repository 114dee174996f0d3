import { PaperClipOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select, Skeleton, Tag } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Task, type TaskFields, taskFields } from '../../shared/contract/checklists.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { TASK_CATEGORIES } from '../../shared/domain/plan/checklist.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ChoiceCell, MomentCell, SuggestCell, staffOptions, TextCell } from '../ui/cells.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead, LineRow } from '../ui/LineRow.tsx'
import { RowCheck } from '../ui/RowButton.tsx'
import { useKeptPlaces } from '../ui/useKeptPlaces.ts'
import { useLine } from '../ui/useLine.ts'
import './checklists.css'
import { useLanguage } from '../base/language.ts'

/** Lines that a tall window shows at once. */
const FIRST_PAINTED = 20

type Shown = 'open' | 'all' | 'done'

/** What has to be ready, by whom and when; made from the office's template, following the itinerary. */
export function ChecklistSection({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data: tasks } = useQuery(query.checklists.list.queryOptions({ input: { visitId: visit.id } }))
  const { data: state } = useQuery(query.office.state.queryOptions())
  const [show, setShow] = useState<Shown>('all')
  if (!tasks || !state) return <Skeleton active style={{ padding: 24 }} />
  const live = tasks.filter(task => !task.retired)
  const done = live.filter(task => task.doneAt !== null)
  const overdue = live.filter(task => task.doneAt === null && task.dueAt !== null && task.dueAt < state.now)
  const shown = tasks.filter(task =>
    show === 'all' ? true : show === 'done' ? task.doneAt !== null : task.doneAt === null && !task.retired,
  )
  const make = () =>
    act(() => client.checklists.make({ visitId: visit.id }), {
      done: ({ added }) => t('checklist.made', { count: added }),
    })
  return (
    <div className="lines-section checklist">
      <div className="section-head">
        <strong>{t('checklist.progress', { done: done.length, total: live.length })}</strong>
        {overdue.length > 0 && <span className="blocks-text">{t('checklist.overdue', { count: overdue.length })}</span>}
        <Select<Shown>
          value={show}
          aria-label={t('checklist.show')}
          style={{ width: 120 }}
          onChange={setShow}
          options={(['all', 'open', 'done'] as const).map(value => ({ value, label: t(`checklist.shown.${value}`) }))}
        />
        {visit.hasChecklist && <span className="soft">{t('checklist.follows')}</span>}
        <span style={{ flex: 1 }} />
        <Link to="/print" search={{ visit: visit.id, kind: 'checklist' }}>
          <PrinterOutlined /> {t('documents.checklist')}
        </Link>
      </div>
      {!visit.hasChecklist && (
        <EmptyState title={t('checklist.none')} text={t('checklist.noneText')}>
          <Button type="primary" onClick={() => void make()}>
            {t('checklist.make')}
          </Button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <LineHead
          grid="task-grid"
          titles={[
            '',
            t('fields.task'),
            t('fields.category'),
            t('fields.person'),
            t('fields.dueAt'),
            t('fields.doneBy'),
            t('fields.attachments'),
          ]}
        />
      )}
      <TaskDays tasks={shown} now={state.now} />
      <AddTask visit={visit} />
    </div>
  )
}

/** The tasks day by day. What the window shows is painted first, the rest of a long list right after it. */
function TaskDays({ tasks, now }: { tasks: Task[]; now: string }) {
  const { t } = useTranslation()
  const painted = useDeferredValue(tasks, tasks.slice(0, FIRST_PAINTED))
  const days = useKeptPlaces(painted, task => (task.dueAt ? dayOf(task.dueAt) : ''))
  return (
    <>
      {days.map(({ group: day, rows }) => (
        <section key={day || 'never'} aria-label={day || t('checklist.undated')}>
          <h2 className="section-title numeric">{day || t('checklist.undated')}</h2>
          {rows.map(task => (
            <TaskLine key={task.id} task={task} now={now} />
          ))}
        </section>
      ))}
    </>
  )
}

function TaskLine({ task, now }: { task: Task; now: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const saver = useLine<Task, TaskFields>(task, taskFields.partial() as never, client.checklists.update)
  const label = (field: string) => t('itinerary.fieldOf', { field: t(`fields.${field}`), name: task.title })
  const late = task.doneAt === null && !task.retired && task.dueAt !== null && task.dueAt < now
  const english = useLanguage() === 'en' && task.titleLatin !== ''
  return (
    <LineRow
      saver={saver}
      name={task.title}
      grid={`task-grid ${task.doneAt ? 'done' : ''} ${task.retired ? 'retired' : ''} ${late ? 'late' : ''}`}
      onRemove={() =>
        void act(() => client.checklists.remove({ ids: [task.id] }), {
          done: t('lines.removed', { name: task.title }),
        })
      }
    >
      <span style={{ paddingLeft: 8 }}>
        <RowCheck
          checked={task.doneAt !== null}
          label={t('checklist.tick', { title: task.title })}
          onChange={done => void act(() => client.checklists.tick({ id: task.id, done }))}
        />
      </span>
      {english ? (
        <span className="task-title" title={task.title}>
          {task.titleLatin}
        </span>
      ) : (
        <TextCell saver={saver} name="title" label={label('task')} />
      )}
      <ChoiceCell
        saver={saver}
        name="category"
        label={label('category')}
        options={TASK_CATEGORIES.map(category => ({ value: category, label: t(`taskCategory.${category}`) }))}
      />
      <SuggestCell saver={saver} name="person" label={label('person')} options={staffOptions(staff)} />
      <MomentCell saver={saver} name="dueAt" label={label('dueAt')} />
      <span className="soft numeric">
        {task.doneAt
          ? `${task.doneBy} ${dayOf(task.doneAt).slice(5)} ${clockOf(task.doneAt)}`
          : task.retired
            ? t('checklist.retired')
            : late
              ? t('checklist.late')
              : ''}
      </span>
      <Files task={task} />
    </LineRow>
  )
}

function Files({ task }: { task: Task }) {
  const { t } = useTranslation()
  const act = useAct()
  return (
    <span className="task-files">
      {task.attachments.map(file => (
        <Tag
          key={file.id}
          closable
          onClose={event => {
            event.preventDefault()
            void act(() => client.checklists.detach({ attachmentId: file.id }), {
              done: t('lines.removed', { name: file.name }),
            })
          }}
        >
          <a href={`/attachments/${file.id}`} download title={file.name}>
            {file.name.length > 14 ? `${file.name.slice(0, 12)}…` : file.name}
          </a>
        </Tag>
      ))}
      <label className="row-button" title={t('checklist.attach', { title: task.title })}>
        <PaperClipOutlined aria-hidden />
        <input
          type="file"
          className="visually-hidden"
          aria-label={t('checklist.attach', { title: task.title })}
          onChange={event => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file)
              void act(() => client.checklists.attach({ taskId: task.id, file }), {
                done: t('checklist.attached', { name: file.name }),
              })
          }}
        />
      </label>
    </span>
  )
}

/** A task of one's own: a title and Enter. */
function AddTask({ visit }: { visit: Visit }) {
  const { t } = useTranslation()
  const act = useAct()
  const [title, setTitle] = useState('')
  const add = async () => {
    if (title.trim() === '') return
    const line = { title: title.trim(), person: visit.coordinator }
    if (await act(() => client.checklists.add({ visitId: visit.id, line }))) setTitle('')
  }
  return (
    <form
      className="task-add"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      <Input
        value={title}
        maxLength={longest(taskFields.shape.title)}
        placeholder={t('checklist.addHint')}
        aria-label={t('checklist.addHint')}
        onChange={event => setTitle(event.target.value)}
      />
      <Button htmlType="submit" icon={<PlusOutlined />} disabled={title.trim() === ''}>
        {t('guests.add')}
      </Button>
    </form>
  )
}
