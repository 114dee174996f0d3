import type { ReactNode } from 'react'
import { useDisabled } from './useDisabled.ts'

/** A small act at the end of a line: the browser's own button, since a section holds a hundred of them. */
export function RowButton({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  const off = useDisabled()
  return (
    <button type="button" className="row-button" aria-label={label} title={label} disabled={off} onClick={onClick}>
      {icon}
    </button>
  )
}

/** A tick in a line. */
export function RowCheck({
  checked,
  label,
  onChange,
}: {
  checked: boolean
  label: string
  onChange: (on: boolean) => void
}) {
  const off = useDisabled()
  return (
    <input
      type="checkbox"
      className="row-check"
      aria-label={label}
      checked={checked}
      disabled={off}
      onChange={event => onChange(event.target.checked)}
    />
  )
}
