/** Tells whoever prints this page that it is laid out, once everything on it has been painted. */
export function ready(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.setAttribute('data-ready', '')))
}

/** Tells that the page cannot be laid out, and why. */
export function fail(reason: string): void {
  document.documentElement.setAttribute('data-failed', reason)
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.textContent = reason
  document.body.append(notice)
}
