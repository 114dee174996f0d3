import { createContext, useContext } from 'react'

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

/** Tells whoever waits how many papers of how many are laid out. */
export function progress(done: number, total: number): void {
  document.documentElement.setAttribute('data-progress', `${done}/${total}`)
}

/** Whom a paper tells that it is laid out: the page itself, or the bundle it is part of. */
export const LaidOut = createContext<() => void>(ready)
export const useLaidOut = (): (() => void) => useContext(LaidOut)
