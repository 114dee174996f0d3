import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createInstance } from 'i18next'
import en from '../../../resources/locales/en.json'
import zh from '../../../resources/locales/zh-CN.json'
import type { contract } from '../../../shared/contract/contract.ts'
import { type DocumentRequest, documentQuery, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import type { PaperData } from '../../../shared/contract/print.ts'
import { Speaker, type Words } from '../../../shared/domain/papers/speaker.ts'

/** What a paper of a visit says, and who says it in its language. */
export interface DocumentData extends PaperData {
  speak: Speaker
}

export const client: ContractRouterClient<typeof contract> = createORPCClient(
  new RPCLink({ url: () => `${window.location.protocol}//${window.location.host}/rpc` }),
)

/** A question that several papers of one page ask is asked once. */
const asked = new Map<string, Promise<unknown>>()
export function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const before = asked.get(key)
  if (before) return before as Promise<T>
  const answer = ask()
  asked.set(key, answer)
  return answer
}

/** Everything a paper of a visit says: one question to the host, and none where a paper of the same page has asked it. */
export async function loadDocument(request: DocumentRequest): Promise<DocumentData> {
  const data = await once(questionOf(request), () => client.print.paper(request))
  return { ...data, speak: new Speaker(request.language, words, data.people) }
}

/** Papers that read the same of a visit in the same language are told the same; badges also what they are printed with. */
const questionOf = (request: DocumentRequest): string =>
  request.kind === 'badges'
    ? documentQuery(request)
    : [request.visit, request.language === 'zh-CN', ...VISIT_PAPER[request.kind].reads].join(' ')

const i18n = createInstance()
void i18n.init({
  lng: 'zh-CN',
  initAsync: false,
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
})

const fixed = { 'zh-CN': i18n.getFixedT('zh-CN'), en: i18n.getFixedT('en') }

/** The words of papers, in whatever language they are asked for: the window may speak another. */
export const words: Words = (language, key, values) => fixed[language](key, values ?? {})
