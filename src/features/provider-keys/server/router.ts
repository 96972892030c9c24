import { orgProcedure, orgsProcedure } from '@/server/api/procedures'
import { router } from '@/server/api/trpc'
import * as schema from '../schema'
import { createProviderKey } from './create-provider-key'
import { deleteMany } from './delete-many'
import { deleteProviderKey } from './delete-provider-key'
import { getProviderKey } from './get-provider-key'
import { listProviderKeys } from './list-provider-keys'
import { replaceSecret } from './replace-secret'
import { testDraft } from './test-draft'
import { testProviderKey } from './test-provider-key'
import { updateProviderKey } from './update-provider-key'
import { updateProviderKeyStatus } from './update-provider-key-status'
import { updateStatusMany } from './update-status-many'

const write = orgProcedure('provider-keys:write')
/** Tests of secrets are mutations, never queries: the input of a query stands in its address. */
const test = write.meta({ bucket: 'test' })

export const providerKeysRouter = router({
  list: orgsProcedure('provider-keys:read')
    .input(schema.listInput)
    .output(schema.listView)
    .query(({ ctx, input }) => listProviderKeys(ctx.deps, ctx.actors, input)),
  get: orgProcedure('provider-keys:read')
    .input(schema.oneKeyInput)
    .output(schema.detailView)
    .query(({ ctx, input }) => getProviderKey(ctx.deps, ctx.actor, input)),
  testDraft: test
    .input(schema.testDraftInput)
    .output(schema.draftView)
    .mutation(({ ctx, input }) => testDraft(ctx.deps, ctx.actor, input)),
  test: test
    .input(schema.oneKeyInput)
    .output(schema.testedView)
    .mutation(({ ctx, input }) => testProviderKey(ctx.deps, ctx.actor, input)),
  create: write
    .input(schema.createInput)
    .output(schema.createdView)
    .mutation(({ ctx, input }) => createProviderKey(ctx.deps, ctx.actor, input)),
  update: write
    .input(schema.updateInput)
    .output(schema.changedView)
    .mutation(({ ctx, input }) => updateProviderKey(ctx.deps, ctx.actor, input)),
  updateStatus: write
    .input(schema.updateStatusInput)
    .output(schema.changedView)
    .mutation(({ ctx, input }) => updateProviderKeyStatus(ctx.deps, ctx.actor, input)),
  replaceSecret: write
    .input(schema.replaceSecretInput)
    .output(schema.createdView)
    .mutation(({ ctx, input }) => replaceSecret(ctx.deps, ctx.actor, input)),
  delete: write
    .input(schema.deleteInput)
    .output(schema.deletedView)
    .mutation(({ ctx, input }) => deleteProviderKey(ctx.deps, ctx.actor, input)),
  updateStatusMany: write
    .input(schema.updateStatusManyInput)
    .output(schema.manyView)
    .mutation(({ ctx, input }) => updateStatusMany(ctx.deps, ctx.actor, input)),
  deleteMany: write
    .input(schema.deleteManyInput)
    .output(schema.manyView)
    .mutation(({ ctx, input }) => deleteMany(ctx.deps, ctx.actor, input)),
})
