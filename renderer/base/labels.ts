import type { TFunction } from 'i18next'

/** What a sentence names, its lists joined as this language does. */
export const listed = (
  values: Record<string, string | number | string[]>,
  t: TFunction,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join(t('mark.list')) : value]),
  )

/** A label of the host with the words of this language where it names a kind: `12-01 09:00 @itemKind.meeting`. */
export const spoken = (label: string, t: TFunction): string =>
  label.replace(/@((?:itemKind|costKind)\.[a-z_]+)/g, (_, key: string) => t(key))
