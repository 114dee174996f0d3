import { useEffect } from 'react'
import { pageOf } from '../../../shared/contract/documents.ts'
import { correction, TEST_PAGE } from '../../../shared/domain/papers/sheets.ts'
import { fail, useLaidOut } from '../paper/ready.tsx'
import { Sheet } from '../paper/Sheet.tsx'
import type { OfficeProps } from './officeData.ts'

/** A corner and two rulers of known place and length: what comes out otherwise is what the printer does. */
export function TestPage({ request, data }: OfficeProps<'test-page'>) {
  const laidOut = useLaidOut()
  const { printer } = data
  const page = pageOf(request)
  const { corner, across, down } = TEST_PAGE
  useEffect(() => {
    document.fonts.ready.then(laidOut).catch(error => fail(String(error)))
  }, [laidOut])
  const ticks = (length: number) => Array.from({ length: length / 10 + 1 }, (_, index) => index * 10)
  const fix = printer && correction(printer)
  const transform = fix ? `translate(${fix.x} ${fix.y}) scale(${fix.scaleX} ${fix.scaleY})` : undefined
  return (
    <Sheet page={page}>
      <svg
        className="crop"
        viewBox={`0 0 ${page.width} ${page.height}`}
        role="img"
        aria-label={data.speak.word('documents.test-page')}
      >
        <g stroke="#000" strokeWidth={0.15} {...(transform ? { transform } : {})}>
          <path d={`M${corner} ${corner}h${across}M${corner} ${corner}v${down}`} />
          <path
            d={ticks(across)
              .map(at => `M${corner + at} ${corner}v${at % 50 === 0 ? 5 : 3}`)
              .join('')}
          />
          <path
            d={ticks(down)
              .map(at => `M${corner} ${corner + at}h${at % 50 === 0 ? 5 : 3}`)
              .join('')}
          />
          <path d={`M0 ${corner}h6M${corner} 0v6`} />
        </g>
      </svg>
      <div className="test-page">
        <h1>{data.speak.word('documents.test-page')}</h1>
        {printer && (
          <p>
            {printer.name}: {data.speak.word('print.corrected')}
          </p>
        )}
        <ol>
          <li>{data.speak.word('print.measure.cornerX', { length: corner })}</li>
          <li>{data.speak.word('print.measure.cornerY', { length: corner })}</li>
          <li>{data.speak.word('print.measure.across', { length: across })}</li>
          <li>{data.speak.word('print.measure.down', { length: down })}</li>
        </ol>
        <p>{data.speak.word('print.scaleHint')}</p>
      </div>
    </Sheet>
  )
}
