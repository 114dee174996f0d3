import { z } from 'zod'
import {
  LARGEST_BADGE,
  MOST_ELEMENTS,
  MOST_PICTURE,
  PLACEHOLDERS,
  problemsOf,
  SMALLEST_BADGE,
} from '../domain/papers/badgeDesign.ts'
import { BAD_FILE, NOT_ALLOWED, NOT_FOUND, STALE } from './errors.ts'
import { actId, id, required, revision, text } from './fields.ts'
import { asks, patchOf } from './procedure.ts'

const mm = z.number().min(0).max(LARGEST_BADGE)
const length = z.number().min(SMALLEST_BADGE).max(LARGEST_BADGE)
const hex = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'notAColor' })
/** A colour, the guest's role colour, or the company's. */
const color = z.union([hex, z.enum(['role', 'company'])])
const picture = z.string().max(MOST_PICTURE, { error: 'tooLarge' })

const placed = { id: z.string().regex(/^[\w-]{1,40}$/), x: mm, y: mm, width: mm, height: mm }

const designElement = z.discriminatedUnion('kind', [
  z.strictObject({
    ...placed,
    kind: z.literal('text'),
    text: z.string().max(300),
    font: z.enum(['sans', 'serif']),
    weight: z.union([z.literal(400), z.literal(500), z.literal(600), z.literal(700), z.literal(900)]),
    size: z.number().min(1).max(60),
    shrink: z.boolean(),
    align: z.enum(['start', 'center', 'end']),
    vertical: z.enum(['top', 'middle', 'bottom']),
    color,
  }),
  z.strictObject({ ...placed, kind: z.literal('image'), source: picture, fit: z.enum(['contain', 'cover']) }),
  z.strictObject({ ...placed, kind: z.literal('qr') }),
  z.strictObject({ ...placed, kind: z.literal('line'), color, thickness: z.number().min(0.1).max(20) }),
  z.strictObject({
    ...placed,
    kind: z.literal('box'),
    fill: z.union([color, z.literal('')]),
    stroke: z.union([color, z.literal('')]),
    thickness: z.number().min(0).max(20),
    radius: z.number().min(0).max(100),
    shownWith: z.union([z.literal(''), z.enum(PLACEHOLDERS)]),
  }),
])

const face = z.strictObject({ color: hex, image: picture, elements: z.array(designElement).max(MOST_ELEMENTS) })

/** A design as it is kept and as it travels in a file; what can be misread, left out or drawn off the badge is refused. */
export const badgeDesign = z
  .strictObject({ size: z.strictObject({ width: length, height: length }), front: face, back: face.nullable() })
  .superRefine((design, refinement) => {
    for (const problem of problemsOf(design))
      refinement.addIssue({
        code: 'custom',
        message: problem.code,
        path: [problem.face, 'elements', problem.id, ...('text' in problem ? [problem.text] : [])],
      })
  })

/** A design with its name, as the list tells it. */
export const namedDesign = z.object({
  id,
  name: z.string(),
  nameLatin: z.string(),
  /** Number of its newest version. */
  number: z.int(),
  design: badgeDesign,
  revision,
})
export type NamedDesign = z.infer<typeof namedDesign>

/** Badge designs: what stands where on a badge. Printing takes the newest version; older ones can be looked at and taken up again. */
export const badges = {
  list: asks('read').output(z.array(namedDesign)),
  create: asks('manage')
    .errors({ NOT_ALLOWED })
    .input(z.object({ name: required(60), nameLatin: text(80), design: badgeDesign }))
    .output(z.object({ design: namedDesign, actId })),
  /** Saves a design as its next version. NOT_ALLOWED nameTaken. */
  update: asks('manage')
    .errors({ NOT_FOUND, STALE, NOT_ALLOWED })
    .input(
      z.object({
        id,
        revision,
        patch: patchOf(z.object({ name: required(60), nameLatin: text(80), design: badgeDesign })),
      }),
    )
    .output(z.object({ design: namedDesign, actId })),
  /** NOT_ALLOWED lastDesign: one has to be left. */
  remove: asks('manage').errors({ NOT_FOUND, NOT_ALLOWED }).input(z.object({ id })).output(z.object({ actId })),
  versions: asks('read')
    .input(z.object({ id }))
    .output(z.array(z.object({ number: z.int(), savedAt: z.string(), savedBy: z.string(), design: badgeDesign }))),
  /** Reads a design file. BAD_FILE badDesign tells what is wrong and where, newerFormat what the file is of. */
  importFile: asks('manage')
    .errors({ BAD_FILE })
    .input(z.object({ file: z.file() }))
    .output(z.object({ design: namedDesign, actId })),
}
