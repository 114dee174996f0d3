import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createInstance } from 'i18next'
import en from '../../resources/locales/en.json'
import zh from '../../resources/locales/zh-CN.json'
import type { contract } from '../../shared/contract/contract.ts'
import type { DocumentLanguage, DocumentRequest } from '../../shared/contract/documents.ts'
import type { Guest } from '../../shared/contract/guests.ts'
import type { Item } from '../../shared/contract/itinerary.ts'
import type { OfficeSettings } from '../../shared/contract/office.ts'
import type { Resource } from '../../shared/contract/resources.ts'
import type { Visit } from '../../shared/contract/visits.ts'
import type { WallTime } from '../../shared/domain/time.ts'

export interface DocumentData {
  visit: Visit
  guests: Guest[]
  items: Item[]
  rooms: Resource[]
  settings: OfficeSettings
  printedAt: WallTime
  /** Number of the visit's last change: a paper with a smaller one is out of date. */
  version: number
  label: (key: string, values?: Record<string, unknown>) => string
}

const client: ContractRouterClient<typeof contract> = createORPCClient(
  new RPCLink({ url: () => `${window.location.protocol}//${window.location.host}/rpc` }),
)

/** Everything a document may say, asked for at once. */
export async function loadDocument(request: DocumentRequest): Promise<DocumentData> {
  const visitId = request.visit
  const [visit, guests, items, rooms, settings, state, history] = await Promise.all([
    client.visits.get({ id: visitId }),
    client.guests.list({ visitId }),
    request.kind === 'badges' ? [] : client.itinerary.list({ visitId }),
    request.kind === 'itinerary-internal' ? client.resources.list({ kind: 'room' }) : [],
    client.office.settings(),
    client.office.state(),
    request.kind === 'badges' ? [] : client.history.list({ visitId, before: null }),
  ])
  return {
    visit,
    guests,
    items,
    rooms,
    settings,
    printedAt: state.now,
    version: history[0]?.number ?? 0,
    label: labels(request.language),
  }
}

const i18n = createInstance()
void i18n.init({
  lng: 'zh-CN',
  initAsync: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
})

/** The document's own words in its own language, or in both, whatever the window speaks. */
function labels(language: DocumentLanguage): DocumentData['label'] {
  const chinese = i18n.getFixedT('zh-CN')
  const english = i18n.getFixedT('en')
  if (language === 'zh-CN') return (key, values) => chinese(key, values ?? {})
  if (language === 'en') return (key, values) => english(key, values ?? {})
  return (key, values) => {
    const both = [chinese(key, values ?? {}), english(key, values ?? {})]
    return both[0] === both[1] ? (both[0] ?? '') : both.join(' ')
  }
}

/** A name in the document's language: Latin where there is one and English is spoken, both side by side, or the Chinese. */
export function inLanguage(language: DocumentLanguage, chinese: string, latin: string): string {
  if (latin === '' || latin === chinese) return chinese
  if (language === 'en') return latin
  return language === 'both' ? `${chinese} ${latin}` : chinese
}
