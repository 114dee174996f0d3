import type { CustomScheme, Protocol } from 'electron'
import type { Host } from '../host/host.ts'
import { isOurs, SCHEME } from './security.ts'

/** Registered before the application is ready: a standard, secure scheme that `fetch` may speak. */
export const SCHEMES: CustomScheme[] = [
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]

/** Every request of the window goes to the host, and only requests to the application's own address. */
export function serveHost(protocol: Protocol, host: Pick<Host, 'fetch'>): void {
  protocol.handle(SCHEME, request => {
    const origin = request.headers.get('origin')
    if (!isOurs(request.url) || (origin !== null && !isOurs(origin))) return new Response(null, { status: 403 })
    return host.fetch(request)
  })
}
