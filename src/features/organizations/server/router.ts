import { orgProcedure, personProcedure } from '@/server/api/procedures'
import { router } from '@/server/api/trpc'
import {
  createOrganizationInput,
  organizationListView,
  organizationView,
  updateOrganizationInput,
} from '../schema'
import { createOrganization } from './create-organization'
import { listOrganizations } from './list-organizations'
import { updateOrganization } from './update-organization'

export const organizationsRouter = router({
  list: personProcedure
    .output(organizationListView)
    .query(({ ctx }) => listOrganizations(ctx.deps, ctx.person)),
  create: personProcedure
    .input(createOrganizationInput)
    .output(organizationView)
    .mutation(({ ctx, input }) => createOrganization(ctx.deps, ctx.person, input)),
  update: orgProcedure('organization:write')
    .input(updateOrganizationInput)
    .output(organizationView)
    .mutation(({ ctx, input }) => updateOrganization(ctx.deps, ctx.actor, input)),
})
