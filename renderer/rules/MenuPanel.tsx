import { PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { longest } from '../../shared/contract/longest.ts'
import { menuRule, type RulesFields } from '../../shared/contract/rules.ts'
import { LineHead } from '../ui/LineRow.tsx'
import { RowBin } from '../ui/RowButton.tsx'
import type { RulesSaver } from './useRules.ts'
import './rules.css'

type Rule = RulesFields['menu'][number]

/** Diets and the words of a menu that do not go with them. */
export function MenuPanel({ saver }: { saver: RulesSaver }) {
  const { t } = useTranslation()
  const rules = saver.shown.menu
  const set = (index: number, patch: Partial<Rule>) =>
    saver.change({ menu: rules.map((rule, place) => (place === index ? { ...rule, ...patch } : rule)) })
  return (
    <section aria-label={t('rules.menu')} className="settings-panel">
      <p className="soft">{t('rules.menuText')}</p>
      <LineHead
        grid="menu-grid"
        titles={[t('fields.diet'), t('fields.latinName'), t('rules.signs'), t('rules.avoid'), t('rules.except')]}
      />
      {rules.map((rule, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place in the list; its name is being typed.
        <fieldset key={index} className="grid-row menu-grid" aria-label={rule.name}>
          {(['name', 'nameLatin'] as const).map(field => (
            <Input
              key={field}
              value={rule[field]}
              maxLength={longest(menuRule.shape[field])}
              aria-label={t('itinerary.fieldOf', {
                field: t(field === 'name' ? 'fields.diet' : 'fields.latinName'),
                name: rule.name,
              })}
              onChange={event => set(index, { [field]: event.target.value })}
            />
          ))}
          {(['signs', 'avoid', 'except'] as const).map(field => (
            <Select
              key={field}
              mode="tags"
              value={rule[field]}
              suffixIcon={null}
              open={false}
              tokenSeparators={['、', '，', ',']}
              aria-label={t('itinerary.fieldOf', { field: t(`rules.${field}`), name: rule.name })}
              onChange={words => set(index, { [field]: words })}
            />
          ))}
          <RowBin
            label={t('lines.remove', { name: rule.name })}
            onClick={() => saver.put({ menu: rules.filter((_, place) => place !== index) })}
          />
        </fieldset>
      ))}
      <Button
        className="add-line"
        icon={<PlusOutlined />}
        onClick={() =>
          saver.change({
            menu: [...rules, { name: t('rules.newDiet'), nameLatin: '', signs: [], avoid: [], except: [] }],
          })
        }
      >
        {t('rules.addDiet')}
      </Button>
    </section>
  )
}
