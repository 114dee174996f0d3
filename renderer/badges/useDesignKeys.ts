import { useEffect, useRef } from 'react'
import type { Drawing } from './useDesign.ts'

/** Ctrl+S saves; Ctrl+Z and Ctrl+Y or Ctrl+Shift+Z go a step back and forth, but in a field of text that is the field's own. */
export function useDesignKeys(drawing: Drawing, save: () => void): void {
  const latest = useRef({ save, drawing })
  latest.current = { save, drawing }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (key !== 's' && (typing || (key !== 'z' && key !== 'y'))) return
      event.preventDefault()
      if (key === 's') latest.current.save()
      else if (key === 'y' || event.shiftKey) latest.current.drawing.redo()
      else latest.current.drawing.undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
