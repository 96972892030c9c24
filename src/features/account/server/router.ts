import { personProcedure, publicProcedure } from '@/server/api/procedures'
import { router } from '@/server/api/trpc'
import * as schema from '../schema'
import { changePassword } from './change-password'
import { getAccount } from './get-account'
import { listSessions } from './list-sessions'
import { readAccessOptions } from './read-access-options'
import { revokeSession } from './revoke-session'
import { setUp } from './set-up'
import { signOutEverywhere } from './sign-out-everywhere'
import { signUp } from './sign-up'
import { startLinking } from './start-linking'
import { updateAccount } from './update-account'

/** Guesses at a password through a session, or at the set-up token, are as dear as guesses at the door. */
const guarded = { bucket: 'sign-in' } as const

export const accountRouter = router({
  get: personProcedure.output(schema.accountView).query(({ ctx }) => getAccount(ctx.deps, ctx.person)),
  update: personProcedure
    .input(schema.updateAccountInput)
    .output(schema.accountView)
    .mutation(({ ctx, input }) => updateAccount(ctx.deps, ctx.person, input)),
  changePassword: personProcedure
    .meta(guarded)
    .input(schema.changePasswordInput)
    .output(schema.revokedView)
    .mutation(({ ctx, input }) => changePassword(ctx.deps, ctx.person, input)),
  sessions: personProcedure
    .output(schema.sessionListView)
    .query(({ ctx }) => listSessions(ctx.deps, ctx.person)),
  revokeSession: personProcedure
    .input(schema.revokeSessionInput)
    .output(schema.revokedView)
    .mutation(({ ctx, input }) => revokeSession(ctx.deps, ctx.person, input)),
  signOutEverywhere: personProcedure
    .output(schema.revokedView)
    .mutation(({ ctx }) => signOutEverywhere(ctx.deps, ctx.person)),
  startLinking: personProcedure
    .meta(guarded)
    .input(schema.startLinkingInput)
    .output(schema.startLinkingView)
    .mutation(({ ctx, input }) => startLinking(ctx.deps, ctx.person, input)),
})

export const accessRouter = router({
  options: publicProcedure.output(schema.accessOptionsView).query(({ ctx }) => readAccessOptions(ctx)),
  setUp: publicProcedure
    .meta(guarded)
    .input(schema.setUpInput)
    .output(schema.setUpView)
    .mutation(({ ctx, input }) => setUp(ctx, input)),
  signUp: publicProcedure
    .meta(guarded)
    .input(schema.signUpInput)
    .output(schema.signUpView)
    .mutation(({ ctx, input }) => signUp(ctx, input)),
})
