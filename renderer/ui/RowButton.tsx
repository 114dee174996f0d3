import { DeleteOutlined } from '@ant-design/icons'
import { type ReactNode, useRef } from 'react'
import { useDisabled } from './useDisabled.ts'
import { useNeighbour } from './useNeighbour.ts'

/** A small act at the end of a line: the browser's own button, since a section holds a hundred of them. */
export function RowButton({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  const off = useDisabled()
  return (
    <button type="button" className="row-button" aria-label={label} title={label} disabled={off} onClick={onClick}>
      {icon}
    </button>
  )
}

/** Removes a line. It is quiet until its line is pointed at or has the keys; then the bin of the next line has them. */
export function RowBin({ label, onClick }: { label: string; onClick: () => void }) {
  const off = useDisabled()
  const button = useRef<HTMLButtonElement>(null)
  useNeighbour(button, 'bin')
  return (
    <button
      ref={button}
      type="button"
      className="row-button bin"
      data-kind="bin"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onClick}
    >
      <DeleteOutlined aria-hidden />
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
