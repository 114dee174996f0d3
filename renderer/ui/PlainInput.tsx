import { useDisabled } from './useDisabled.ts'

interface Props {
  id?: string
  'aria-label'?: string
  value: string
  placeholder?: string
  disabled?: boolean
  wrong?: boolean
  onChange: (event: { target: { value: string } }) => void
  /** Left, or Enter. */
  onLeave: () => void
}

/** A text field of the browser's own in the look of the others: a section holds hundreds of them. */
export function PlainInput({ wrong = false, disabled = false, onLeave, ...props }: Props) {
  const off = useDisabled()
  return (
    <input
      {...props}
      className={`resting ${wrong ? 'wrong' : ''}`}
      title={props.value}
      disabled={disabled || off}
      aria-invalid={wrong}
      onBlur={onLeave}
      onKeyDown={event => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onLeave()
      }}
    />
  )
}
