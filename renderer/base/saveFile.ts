/** Saves what lies at an address under the name the host gives it. @returns null, or the code of the refusal */
export async function saveFile(address: string): Promise<string | null> {
  const answer = await fetch(address)
  if (!answer.ok) {
    const refusal = (await answer.json()) as { code?: string; id?: string; data?: { reason?: string } }
    return refusal.data?.reason ?? (refusal.code === 'NO_PRINTER' ? 'NO_PRINTER' : (refusal.id ?? refusal.code ?? ''))
  }
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = encoded ? decodeURIComponent(encoded) : 'yingbin'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return null
}
