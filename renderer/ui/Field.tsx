import { type CSSProperties, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  label: string
  className?: string
  style?: CSSProperties
  /** Key below `validation`. */
  problem?: string | undefined
  hint?: string
  /** The control; it takes the id so that the label names it. */
  children: (id: string) => ReactNode
}

/** A labelled control with what is wrong with it below. */
export function Field({ label, className = '', style, problem, hint, children }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className={`field ${className}`} style={style}>
      <label htmlFor={id} title={hint}>
        {label}
      </label>
      {children(id)}
      {problem && (
        <span className="problem" role="alert">
          {t(`validation.${problem}`)}
        </span>
      )}
    </div>
  )
}
