import type { TFunction } from 'i18next'

const WORDS = [
  'projector',
  'tv',
  'sound',
  'microphone',
  'whiteboard',
  'stationery',
  'videoConference',
  'interpreting',
  'tourGuide',
  'teaSet',
] as const

/** Equipment that is asked for again and again, in the language of the window; others can be typed. */
export const usualEquipment = (t: TFunction): string[] => WORDS.map(word => t(`equipmentWord.${word}`))
