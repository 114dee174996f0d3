/**
 * Tab goes to the next field and decides nothing. An open list of the library takes Tab as a choice of what is highlighted, and keeps the
 * focus: a car that Enter had just booked was let go again. Such a key is kept from the list; the browser moves on, and the list closes as
 * it loses the focus.
 * @returns how to stop it.
 */
export function tabLeavesLists(window: Window): () => void {
  const keepFromList = (event: KeyboardEvent) => {
    const at = event.target
    if (event.key === 'Tab' && at instanceof Element && at.closest('.ant-select') !== null) event.stopPropagation()
  }
  window.addEventListener('keydown', keepFromList, true)
  return () => window.removeEventListener('keydown', keepFromList, true)
}
