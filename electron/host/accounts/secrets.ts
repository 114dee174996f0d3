import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const LENGTH = 32
/** OWASP's recommendation for scrypt of 2024: N = 2^15, r = 8, p = 3; 32 MB of memory. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }

const derive = (secret: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(secret.normalize('NFKC'), salt, LENGTH, COST, (error, key) => (error ? reject(error) : resolve(key))),
  )

/** A PIN or password as it is kept: never itself. */
export async function sealSecret(secret: string): Promise<{ salt: string; hash: string }> {
  const salt = randomBytes(16)
  return { salt: salt.toString('hex'), hash: (await derive(secret, salt)).toString('hex') }
}

/** Is this the secret? Takes as long for a wrong one as for the right one. */
export async function opensSecret(secret: string, sealed: { salt: string; hash: string }): Promise<boolean> {
  return timingSafeEqual(await derive(secret, Buffer.from(sealed.salt, 'hex')), Buffer.from(sealed.hash, 'hex'))
}
