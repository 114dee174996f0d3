import { TranslationOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../shared/contract/visits.ts'
import { ITEM_ENGLISH, isUnworded, VISIT_ENGLISH } from '../../shared/domain/english.ts'
import type { PaperLanguage } from '../../shared/domain/language.ts'
import { query } from '../base/client.ts'
import { useMay } from '../base/useMay.ts'
import { WordingDialog } from './WordingDialog.tsx'

/** Says of papers that speak English how much would still stand there in Chinese, and mends it on the spot. */
export function EnglishMissing({ visit, language }: { visit: Visit; language: PaperLanguage }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: items = [] } = useQuery(query.itinerary.list.queryOptions({ input: { visitId: visit.id } }))
  const [open, setOpen] = useState(false)
  const count =
    VISIT_ENGLISH.filter(field => isUnworded(visit, [field])).length +
    items.filter(item => isUnworded(item, ITEM_ENGLISH)).length
  if (language === 'zh-CN' || !may('edit') || visit.status === 'archived' || (count === 0 && !open)) return null
  return (
    <>
      <Button size="small" icon={<TranslationOutlined />} className="warns" onClick={() => setOpen(true)}>
        {t('wording.missing', { count })}
      </Button>
      {open && <WordingDialog visitId={visit.id} onClose={() => setOpen(false)} />}
    </>
  )
}
