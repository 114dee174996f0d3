import { pageOf } from '../../../shared/contract/documents.ts'
import { qrPath } from '../../badges/BadgeFace.tsx'
import { daysText, foot } from '../paper/itineraryParts.tsx'
import { type Block, headingBlock, Pages, tableBlocks } from '../paper/Pages.tsx'
import { type DocumentProps, headBlock, writeLines } from '../paper/parts.tsx'

/** What the guests are asked, a mark from 5 to 1 each. */
const FEEDBACK_QUESTIONS = ['overall', 'schedule', 'staff', 'content', 'transport', 'dining', 'venue'] as const
const MARKS = [5, 4, 3, 2, 1]

/** Handed out at the end: questions to tick, room to write, and the visit's code so that the paper is told from others. */
export function Feedback({ request, data }: DocumentProps<'feedback'>) {
  const { label, visit } = data
  const { path, modules } = qrPath(visit.code)
  const blocks: Block[] = [
    headBlock(data, request, [[label('fields.day'), daysText(data)]]),
    {
      key: 'thanks',
      keepWithNext: false,
      node: (
        <div className="feedback-thanks">
          <p>{label('feedback.thanks')}</p>
          <svg viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={visit.code} shapeRendering="crispEdges">
            <path d={path} fill="#000" />
          </svg>
        </div>
      ),
    },
    ...tableBlocks(
      'questions',
      [
        { title: label('feedback.asked'), width: 'auto' },
        ...MARKS.map(mark => ({ title: `${mark} ${label(`feedback.mark.${mark}`)}`, width: '19mm' })),
      ],
      FEEDBACK_QUESTIONS.map(question => ({
        key: question,
        cells: [
          label(`feedback.question.${question}`),
          ...MARKS.map(mark => <span key={mark} className="tick big" aria-hidden="true" />),
        ],
      })),
    ),
    headingBlock('best-title', label('feedback.best')),
    writeLines('best', 3),
    headingBlock('better-title', label('feedback.better')),
    writeLines('better', 4),
    headingBlock('who-title', label('feedback.who')),
    writeLines('who', 1),
  ]
  return (
    <div className="single-column feedback">
      <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
    </div>
  )
}
