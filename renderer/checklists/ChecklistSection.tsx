import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input, Select, Skeleton } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Task, taskFields } from '../../shared/contract/checklists.ts'
import { longest } from '../../shared/contract/longest.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import { dayOf } from '../../shared/domain/time.ts'
import { client, query } from '../base/client.ts'
import { useAct } from '../base/useAct.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LineHead } from '../ui/LineRow.tsx'
import { useKeptPlaces } from '../ui/useKeptPlaces.ts'
import './checklists.css'
import { TaskLine } from './TaskLine.tsx'

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
