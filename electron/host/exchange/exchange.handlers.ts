import { exchange as exchangeContract } from '../../../shared/contract/exchange.ts'
import { answers } from '../acts/answer.ts'
import { badFile } from '../acts/errors.ts'
import { readTables } from './sheets/tables.ts'

const MOST_BYTES = 20_000_000

export async function readTable(input: { file: File }) {
  if (input.file.size > MOST_BYTES) throw badFile('tooLarge', '20 MB')
  const { sheets, hiddenSheets } = await readTables(input.file.name, new Uint8Array(await input.file.arrayBuffer()))
  return { sheets: sheets.filter(sheet => sheet.rows.some(row => row.length > 0)), hiddenSheets }
}

/** What this file answers of the contract's `exchange`. */
export const exchangeAnswers = answers(exchangeContract, { readTable: (_, input) => readTable(input) })
