import { type BadgeDesign, type DesignElement, hundredths } from '../../shared/domain/papers/badgeDesign.ts'

/** An element as it begins: in the middle of the badge, as large as its kind usually is. */
export function newElement(
  kind: DesignElement['kind'],
  { size }: BadgeDesign,
  id: string,
  more: Partial<DesignElement>,
): DesignElement {
  const at = (width: number, height: number) => ({
    id,
    x: hundredths((size.width - width) / 2),
    y: hundredths((size.height - height) / 2),
    width,
    height,
  })
  const wide = Math.min(50, size.width - 6)
  const made: Record<DesignElement['kind'], DesignElement> = {
    text: {
      ...at(wide, 8),
      kind: 'text',
      text: '{name}',
      font: 'sans',
      weight: 500,
      size: 5,
      shrink: true,
      align: 'center',
      vertical: 'middle',
      color: '#111111',
    },
    image: { ...at(15, 15), kind: 'image', source: 'logo', fit: 'contain' },
    qr: { ...at(15, 15), kind: 'qr' },
    line: { ...at(wide, 0.5), kind: 'line', color: 'role', thickness: 0.5 },
    box: { ...at(wide, 10), kind: 'box', fill: 'role', stroke: '', thickness: 0.3, radius: 1, shownWith: '' },
  }
  return { ...made[kind], ...more } as DesignElement
}
