import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createHost, type Host, type HostOptions } from '../../electron/host/host.ts'
import type { contract } from '../../shared/contract/contract.ts'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export type Client = ContractRouterClient<typeof contract>

export interface TestOffice {
  host: Host
  client: Client
  dataDir: string
  /** A request as the window makes it. */
  get(path: string): Promise<Response>
  close(): Promise<void>
}

/** Monday 23 November 2026, 09:00 in Shanghai: the clock of every test. */
export const TEST_NOW = new Date('2026-11-23T01:00:00Z')
export const TODAY = '2026-11-23'

/** A client that speaks to a host in process, through real requests. */
export function clientOf(fetch: (request: Request) => Promise<Response>): Client {
  return createORPCClient(new RPCLink({ url: 'http://127.0.0.1/rpc', fetch: request => fetch(request) }))
}

/** A real office in a temporary folder; closed and removed by `close`. */
export function testOffice(options: Partial<HostOptions> = {}): TestOffice {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'yingbin-test-'))
  const host = createHost({ root, actor: '测试员', clock: () => TEST_NOW, ...options, dataDir })
  return {
    host,
    client: clientOf(host.fetch),
    dataDir,
    get: path => host.fetch(new Request(`http://127.0.0.1${path}`)),
    async close() {
      await host.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
