import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import type { contract } from '../../shared/contract/contract.ts'
import { REAPPROVE_HEADER, refusalOf } from '../../shared/contract/errors.ts'
import { askReapproval, markKept } from './reapproval.ts'
import { remember, underWay } from './undoing.ts'

interface Asked {
  /** The person was warned that the plan needs a new approval, and wants the change. */
  reapprove?: boolean
}

/** The host, by its contract. The window speaks to nothing else. */
export const client: ContractRouterClient<typeof contract, Asked> = createORPCClient(
  new RPCLink<Asked>({
    url: () => `${window.location.protocol}//${window.location.host}/rpc`,
    headers: ({ context }) => (context.reapprove ? { [REAPPROVE_HEADER]: '1' } : {}),
    interceptors: [
      async options => {
        try {
          return await options.next()
        } catch (error) {
          // A change that an approval covers is made only after a question, whatever part of the window makes it.
          const refusal = error instanceof ORPCError ? refusalOf(error) : null
          if (refusal?.code !== 'REAPPROVAL') throw error
          if (!(await askReapproval(refusal.data))) throw error instanceof ORPCError ? markKept(error) : error
          return options.next({ ...options, context: { ...options.context, reapprove: true } })
        }
      },
      options => {
        // Undoing keeps its own account of what it wrote.
        const isUndo = options.path[0] === 'history' && options.path[1] === 'undo'
        return isUndo ? options.next() : underWay(rememberedOf(options.next()))
      },
    ],
  }),
)

async function rememberedOf<Answer>(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked
  if (isAct(answer)) remember(answer.actId)
  return answer
}

const isAct = (answer: unknown): answer is { actId: string } =>
  typeof answer === 'object' && answer !== null && 'actId' in answer && typeof answer.actId === 'string'

/** The same as TanStack Query options: `useQuery(query.visits.get.queryOptions({ input: { id } }))`. */
export const query = createTanstackQueryUtils(client)

/** The host is on this machine: a failed question is not asked again, and an answer is fresh until something is changed. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: error => {
      // Nobody is at the desk any more: ask who is, and the sign-in page stands before everything.
      if (error instanceof ORPCError && error.code === 'LOCKED')
        void queryClient.invalidateQueries({ queryKey: query.accounts.desk.key() })
    },
  }),
  defaultOptions: { queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: true } },
})
