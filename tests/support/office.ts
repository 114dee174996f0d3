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
  /** What the host answers there as text; fails where it refuses. */
  text(path: string): Promise<string>
  /** What the host answers there, byte for byte; fails where it refuses. */
  bytes(path: string): Promise<Uint8Array>
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
  const get = (path: string) => host.fetch(new Request(`http://127.0.0.1${path}`))
  const served = async (path: string) => {
    const answer = await get(path)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  return {
    host,
    client: clientOf(host.fetch),
    dataDir,
    get,
    text: async path => (await served(path)).text(),
    bytes: async path => new Uint8Array(await (await served(path)).arrayBuffer()),
    async close() {
      await host.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
