import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { visitFields } from '../../shared/contract/visits.ts'
import { named } from '../../shared/domain/language.ts'
import type { Day } from '../../shared/domain/time.ts'
import { GRADES, type Grade, VISIT_KINDS, type VisitKind } from '../../shared/domain/visit.ts'
import { client, query } from '../base/client.ts'
import { useLanguage } from '../base/language.ts'
import { useAct } from '../base/useAct.ts'
import { DayInput } from '../ui/DayInput.tsx'

interface Values {
  title: string
  organization: string
  grade: Grade
  kind: VisitKind
  startsOn: Day
  endsOn: Day
  headcount: number | null
  templateId: string | null
}

/** A title and a day are enough for an inquiry; the rest can wait. */
export function NewVisitDialog({
  open,
  onClose,
  startsOn,
  endsOn,
}: {
  open: boolean
  onClose: () => void
  startsOn?: Day
  endsOn?: Day
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const act = useAct()
  const navigate = useNavigate()
  const [form] = Form.useForm<Values>()
  const [made, setMade] = useState(false)
  const { data: state } = useQuery(query.office.state.queryOptions())
  const first = startsOn ?? state?.today

  const { data: templates = [] } = useQuery({ ...query.templates.list.queryOptions(), enabled: open })
  const templateId: string | null = Form.useWatch('templateId', form) ?? null

  const begin = ({ templateId: template, ...values }: Values) =>
    template
      ? act(
          () =>
            client.templates.use({
              templateId: template,
              title: values.title.trim(),
              startsOn: values.startsOn,
              organization: values.organization.trim(),
              headcount: values.headcount,
            }),
          {
            done: ({ notBooked }) =>
              notBooked.length > 0
                ? t('templates.notBooked', { names: notBooked.join(t('mark.list')) })
                : t('visits.created'),
          },
        )
      : act(() => client.visits.create({ ...values, title: values.title.trim() }), { done: t('visits.created') })
  const save = async (values: Values) => {
    const created = await begin(values)
    if (!created) return
    setMade(true)
    onClose()
    void navigate({ to: '/visits/$visitId/$section', params: { visitId: created.visit.id, section: 'guests' } })
  }

  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('visits.new')}
      okText={t('visits.create')}
      cancelText={t('common.cancel')}
      onOk={() => form.submit()}
      destroyOnHidden
      // What was made is shown, and its first field has the keys.
      focusable={{ focusTriggerAfterClose: !made }}
      width={560}
      afterOpenChange={shown => {
        if (shown) setMade(false)
        // Whoever began to type while the dialog was still opening is not pulled away.
        if (shown && !(document.activeElement instanceof HTMLInputElement)) form.focusField('title')
      }}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={save}
        requiredMark={false}
        clearOnDestroy
        initialValues={{
          title: '',
          organization: '',
          grade: 'C',
          kind: 'exchange',
          startsOn: first,
          endsOn: endsOn ?? first,
          headcount: null,
          templateId: null,
        }}
      >
        {/* An Enter in any field saves: a form submits by its button, and the dialog's own stands outside. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <Form.Item
          name="title"
          label={t('fields.visitTitle')}
          rules={[
            { required: true, whitespace: true, message: t('validation.required') },
            { max: longest(visitFields.shape.title), message: t('validation.tooLong') },
          ]}
        >
          <Input autoFocus placeholder={t('visits.titleHint')} maxLength={longest(visitFields.shape.title)} />
        </Form.Item>
        <Form.Item name="organization" label={t('fields.organization')}>
          <Input maxLength={longest(visitFields.shape.organization)} />
        </Form.Item>
        <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: 12 }}>
          <Form.Item name="startsOn" label={t('fields.startsOn')} trigger="onChange">
            <DayField
              label={t('fields.startsOn')}
              onPick={day => {
                if (form.getFieldValue('endsOn') < day) form.setFieldValue('endsOn', day)
              }}
            />
          </Form.Item>
          <Form.Item name="endsOn" label={t('fields.endsOn')} dependencies={['startsOn']}>
            <DayField label={t('fields.endsOn')} />
          </Form.Item>
          <Form.Item name="headcount" label={t('fields.headcount')}>
            <InputNumber min={1} max={5000} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="templateId" label={t('templates.from')}>
          <Select
            allowClear
            placeholder={t('templates.none')}
            options={templates.map(template => ({
              value: template.id,
              label: `${named(template, language)} · ${t('templates.size', { days: template.days, items: template.items })}`,
            }))}
          />
        </Form.Item>
        <div style={{ display: templateId ? 'none' : 'grid', gridTemplateColumns: '2fr 1fr', gap: 12 }}>
          <Form.Item name="grade" label={t('fields.grade')}>
            <Segmented block options={GRADES.map(grade => ({ value: grade, label: t(`grade.${grade}`) }))} />
          </Form.Item>
          <Form.Item name="kind" label={t('fields.visitKind')}>
            <Select options={VISIT_KINDS.map(kind => ({ value: kind, label: t(`visitKind.${kind}`) }))} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}

interface DayFieldProps {
  id?: string
  value?: Day
  onChange?: (day: Day) => void
  onPick?: (day: Day) => void
  label: string
}

/** A day inside an antd form, which hands value and onChange down. */
function DayField({ id, value, onChange, onPick, label }: DayFieldProps) {
  if (!value) return null
  return (
    <DayInput
      {...(id ? { id } : {})}
      value={value}
      label={label}
      onChange={day => {
        onChange?.(day)
        onPick?.(day)
      }}
    />
  )
}
