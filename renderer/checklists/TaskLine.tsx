import { PaperClipOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Task, type TaskFields, taskFields } from '../../shared/contract/checklists.ts'
import { patchOf } from '../../shared/contract/procedure.ts'
import { TASK_CATEGORIES } from '../../shared/domain/plan/checklist.ts'
import { clockOf, dayOf } from '../../shared/domain/time.ts'
import { client } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { useAct } from '../base/useAct.ts'
import { useStaff } from '../staffing/useStaff.ts'
import { ChoiceCell, MomentCell, SuggestCell, TextCell } from '../ui/cells.tsx'
import { LineRow } from '../ui/LineRow.tsx'
import { staffOptions } from '../ui/peopleCells.tsx'
import { RowCheck } from '../ui/RowButton.tsx'
import { useLine } from '../ui/useLine.ts'

export function TaskLine({ task, now }: { task: Task; now: string }) {
  const { t } = useTranslation()
  const act = useAct()
  const staff = useStaff()
  const saver = useLine<Task, TaskFields>(task, patchOf(taskFields), client.checklists.update)
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
