import type { TFunction } from 'i18next'

/** A label of the host with the words of this language where it names a kind: `12-01 09:00 @itemKind.meeting`. */
export const spoken = (label: string, t: TFunction): string =>
  label.replace(/@((?:itemKind|costKind)\.[a-z_]+)/g, (_, key: string) => t(key))
