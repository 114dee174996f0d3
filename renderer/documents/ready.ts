/** Tells whoever prints this page that everything is in it, fonts and all: paper needs no frame of the screen. */
export function ready(): void {
  document.documentElement.setAttribute('data-ready', '')
}

/** Tells that the page cannot be laid out, and why. */
export function fail(reason: string): void {
  document.documentElement.setAttribute('data-failed', reason)
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.textContent = reason
  document.body.append(notice)
}
