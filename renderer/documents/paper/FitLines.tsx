import type { CSSProperties } from 'react'
import { fitText } from '../../../shared/domain/papers/fit.ts'
import type { FontFace, MeasureOf } from '../../ui/measure.ts'

interface Props {
  text: string
  /** mm */
  width: number
  height: number
  largest: number
  font: FontFace['font']
  weight: number
  measure: MeasureOf
  className?: string
  style?: CSSProperties
}

/** A text as large as its box takes it, on as few lines as can be read from afar. */
export function FitLines({ text, width, height, largest, font, weight, measure, className = '', style }: Props) {
  const leading = 1.22
  const fitted = fitText(
    text,
    { width, height, largest: Math.min(largest, height / leading), smallest: 3, leading, wrapBelow: largest * 0.5 },
    measure(font, weight),
  )
  return (
    <div
      className={`fit-lines ${font} ${className}`}
      style={{
        width: `${width}mm`,
        height: `${height}mm`,
        fontSize: `${Math.round(fitted.size * 1000) / 1000}mm`,
        fontWeight: weight,
        ...style,
      }}
      data-fit={text}
    >
      {fitted.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name than their place.
        <span key={index}>{line}</span>
      ))}
    </div>
  )
}
