import * as addon from 'react-big-calendar/lib/addons/dragAndDrop'

type DragAndDrop = typeof addon.default

/** The drag-and-drop add-on is CommonJS: bundlers hand its default over either bare or inside another default. */
const inner: unknown = addon.default
export const dragAndDrop: DragAndDrop =
  typeof inner === 'function' ? addon.default : (inner as { default: DragAndDrop }).default
