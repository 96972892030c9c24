'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { CreateOrganizationForm } from './create-organization-form'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

export const CreateOrganizationDialog = ({ open, onOpenChange }: Props) => (
  <Dialog
    open={open}
    onOpenChange={onOpenChange}
    title="New organization"
    description="Its keys, members and audit trail stand apart from your others. You become its owner."
  >
    <div className="mt-5">
      <CreateOrganizationForm
        onCreated={() => onOpenChange(false)}
        actions={(busy) => (
          <DialogActions>
            <Button onClick={() => onOpenChange(false)}>Cancel</Button>
            <Button type="submit" look="primary" busy={busy && 'Creating…'}>
              Create organization
            </Button>
          </DialogActions>
        )}
      />
    </div>
  </Dialog>
)
