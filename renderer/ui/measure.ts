import { useEffect, useRef, useState } from 'react'
import type { Measure } from '../../shared/domain/papers/fit.ts'

export interface FontFace {
  font: 'sans' | 'serif'
  weight: number
}

/** Widths of texts by a font, once it is there. */
export type MeasureOf = (font: FontFace['font'], weight: number) => Measure

const FAMILY = { sans: "'Noto Sans SC'", serif: "'Noto Serif SC'" }
/** The browser sets text a hair wider than its canvas measures it. */
const HAIR = 1.015

/** Widths by the real fonts, once the glyphs that these texts need are loaded; null until then. */
export function useMeasure(
  fonts: readonly FontFace[],
  texts: readonly string[],
  onFailure: (reason: string) => void,
): MeasureOf | null {
  const [measure, setMeasure] = useState<MeasureOf | null>(null)
  const faces = [...new Set(fonts.map(each => `${each.weight} 20px ${FAMILY[each.font]}`))].sort().join('|')
  const characters = [...new Set(texts.join(''))].sort().join('')
  const failed = useRef(onFailure)
  failed.current = onFailure
  useEffect(() => {
    let gone = false
    Promise.all(faces.split('|').flatMap(face => (face === '' ? [] : document.fonts.load(face, `${characters} `))))
      .then(() => {
        if (!gone) setMeasure(() => measures())
      })
      .catch(error => failed.current(String(error)))
    return () => {
      gone = true
    }
  }, [faces, characters])
  return measure
}

/** Measures of each font and weight, each text once. */
function measures(): MeasureOf {
  const made = new Map<string, Measure>()
  return (font, weight) => {
    const key = `${weight} 100px ${FAMILY[font]}, sans-serif`
    const before = made.get(key)
    if (before) return before
    const context = document.createElement('canvas').getContext('2d')
    if (!context) throw new Error('No canvas to measure text with')
    context.font = key
    const widths = new Map<string, number>()
    const measure: Measure = text => {
      const width = widths.get(text) ?? (context.measureText(text).width / 100) * HAIR
      widths.set(text, width)
      return width
    }
    made.set(key, measure)
    return measure
  }
}
