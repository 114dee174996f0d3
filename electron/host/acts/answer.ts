import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import { implement, type Router } from '@orpc/server'
import type { HostContext } from './context.ts'

type Procedures = Record<string, AnyContractProcedure>

/** What a procedure's handler is given: its input as the contract has checked it. */
export type InputOf<P extends AnyContractProcedure> =
  P extends ContractProcedure<infer Input, infer _Output, infer _Errors, infer _Meta> ? InferSchemaOutput<Input> : never

type OutputOf<P extends AnyContractProcedure> =
  P extends ContractProcedure<infer _Input, infer Output, infer _Errors, infer _Meta> ? InferSchemaInput<Output> : never

type Answer<P extends AnyContractProcedure> = (
  context: HostContext,
  input: InputOf<P>,
  signal: AbortSignal | undefined,
) => OutputOf<P> | Promise<OutputOf<P>>

/**
 * A feature's piece of the router: the procedures of its contract beside the functions that answer them.
 * @example export const lodgingAnswers = answers(lodging, { list, add, update, remove, house })
 */
export function answers<C extends Procedures, Name extends keyof C & string>(
  contract: C,
  functions: { [N in Name]: Answer<C[N]> },
): Router<Pick<C, Name>, HostContext> {
  const router = Object.entries<Answer<AnyContractProcedure>>(functions).map(([name, answer]) => {
    const procedure = contract[name]
    if (!procedure) throw new Error(`The contract has no procedure "${name}".`)
    const implementer = implement(procedure).$context<HostContext>()
    return [name, implementer.handler(({ context, input, signal }) => answer(context, input, signal))]
  })
  return Object.fromEntries(router) as Router<Pick<C, Name>, HostContext>
}
