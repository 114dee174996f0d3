import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperAsked } from '../../shared/contract/documents.ts'
import { documentAddresses } from '../base/addresses.ts'

/** So many pages are laid out at once: each is a whole page of the application. */
const AT_ONCE = 2
let working = 0
const waiting: (() => void)[] = []

function take(start: () => void): () => void {
  let state: 'waits' | 'works' | 'gone' = 'waits'
  const begin = () => {
    if (state === 'gone') return next()
    state = 'works'
    working += 1
    start()
  }
  waiting.push(begin)
  next()
  return () => {
    if (state === 'works') {
      working -= 1
      next()
    }
    state = 'gone'
  }
}

function next(): void {
  if (working < AT_ONCE) waiting.shift()?.()
}

/** The first page of a document as it will be printed, small. */
export function Thumbnail({ paper, width, height }: { paper: PaperAsked; width: number; height: number }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const done = useRef<() => void>(() => undefined)
  useEffect(() => {
    done.current = take(() => setShown(true))
    return () => done.current()
  }, [])
  useEffect(() => {
    if (!shown) return
    const timer = setInterval(() => {
      const page = frame.current?.contentDocument
      const said = page?.querySelector('html')?.dataset
      if (said?.failed !== undefined) finish()
      if (said?.ready === undefined) return
      const sheet = page?.querySelector<HTMLElement>('.sheet')
      if (sheet) setSize({ width: sheet.offsetWidth, height: sheet.offsetHeight })
      finish()
    }, 80)
    const finish = () => {
      clearInterval(timer)
      done.current()
    }
    return () => clearInterval(timer)
  }, [shown])
  const scale = size ? Math.min(width / size.width, height / size.height) : 1
  return (
    <div className="thumbnail" style={{ width, height }} aria-hidden="true">
      {shown && (
        <iframe
          ref={frame}
          src={`${documentAddresses(paper).page}&first=1`}
          title={t('print.preview')}
          tabIndex={-1}
          style={
            size
              ? {
                  width: size.width,
                  height: size.height,
                  transform: `scale(${scale})`,
                  left: (width - size.width * scale) / 2,
                  top: (height - size.height * scale) / 2,
                }
              : { width: 1200, height: 1600, visibility: 'hidden' }
          }
        />
      )}
    </div>
  )
}
