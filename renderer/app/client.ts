import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import type { contract } from '../../shared/contract/contract.ts'

/** The host, by its contract. The window speaks to nothing else. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(
  new RPCLink({ url: () => `${window.location.protocol}//${window.location.host}/rpc` }),
)

/** The same as TanStack Query options: `useQuery(query.visits.get.queryOptions({ input: { id } }))`. */
export const query = createTanstackQueryUtils(client)

/** The host is on this machine: a failed question is not asked again, and an answer is fresh until something is changed. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: true } },
})
