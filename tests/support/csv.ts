import Papa from 'papaparse'

/** Rows of a CSV, blank ones left out. */
export const parseCsv = (text: string): string[][] => Papa.parse<string[]>(text, { skipEmptyLines: true }).data
