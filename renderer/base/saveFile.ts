import { ORPCError } from '@orpc/client'

/**
 * Fetches what lies at an address of the host.
 * @throws ORPCError, the refusal of the host, as a procedure throws it
 */
export async function fetchFile(address: string): Promise<Response> {
  const answer = await fetch(address)
  if (answer.ok) return answer
  const { code, data } = (await answer.json()) as { code: string; data?: unknown }
  throw new ORPCError(code, { status: answer.status, data })
}

/**
 * Saves what lies at an address under the name the host gives it.
 * @throws ORPCError, where the host refuses; nothing was saved then
 */
export async function saveFile(address: string): Promise<void> {
  const answer = await fetchFile(address)
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = encoded ? decodeURIComponent(encoded) : 'yingbin'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
