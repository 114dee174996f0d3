import { type Zippable, zip } from 'fflate'

/** Files as one zip, packed beside the event loop. */
export function zipped(files: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { level: 6 }, (error, bytes) => (error ? reject(error) : resolve(bytes)))
  })
}
