import { pageOf, VISIT_PAPER } from '../../../shared/contract/documents.ts'
import { daysFact, head } from '../../../shared/domain/papers/outlines/common.ts'
import { qrPath } from '../../badges/BadgeFace.tsx'
import { type Block, headingBlock, tableBlocks } from '../paper/blocks.tsx'
import { Pages } from '../paper/Pages.tsx'
import { type DocumentProps, foot, PaperHead, writeLines } from '../paper/parts.tsx'

/** What the guests are asked, a mark from 5 to 1 each. */
const FEEDBACK_QUESTIONS = ['overall', 'schedule', 'staff', 'content', 'transport', 'dining', 'venue'] as const
const MARKS = [5, 4, 3, 2, 1]

/** Handed out at the end: questions to tick, room to write, and the visit's code so that the paper is told from others. */
export function Feedback({ request, data }: DocumentProps<'feedback'>) {
  const { speak, visit, settings } = data
  const { path, modules } = qrPath(visit.code)
  const blocks: Block[] = [
    {
      key: 'head',
      keepWithNext: true,
      node: <PaperHead head={head(data, speak, VISIT_PAPER.feedback, [daysFact(visit, speak)])} logo={settings.logo} />,
    },
    {
      key: 'thanks',
      keepWithNext: false,
      node: (
        <div className="feedback-thanks">
          <p>{speak.word('feedback.thanks')}</p>
          <svg viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={visit.code} shapeRendering="crispEdges">
            <path d={path} fill="#000" />
          </svg>
        </div>
      ),
    },
    ...tableBlocks(
      'questions',
      [
        { title: speak.word('feedback.asked'), width: 'auto' },
        ...MARKS.map(mark => ({ title: `${mark} ${speak.word(`feedback.mark.${mark}`)}`, width: '19mm' })),
      ],
      FEEDBACK_QUESTIONS.map(question => ({
        key: question,
        cells: [
          speak.word(`feedback.question.${question}`),
          ...MARKS.map(mark => <span key={mark} className="tick big" aria-hidden="true" />),
        ],
      })),
    ),
    headingBlock('best-title', speak.word('feedback.best')),
    writeLines('best', 3),
    headingBlock('better-title', speak.word('feedback.better')),
    writeLines('better', 4),
    headingBlock('who-title', speak.word('feedback.who')),
    writeLines('who', 1),
  ]
  return (
    <div className="single-column feedback">
      <Pages page={pageOf(request)} margin={16} blocks={blocks} foot={foot(data)} />
    </div>
  )
}
