'use client'

import { useState } from 'react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormRefusal } from '@/components/ui/form-refusal'
import { PasswordInput } from '@/components/ui/password-input'
import { Section } from '@/components/ui/section'
import { TimeAgo } from '@/components/ui/time-ago'
import { useForm } from '@/components/ui/use-form'
import type { AccountView } from '../schema'
import { useLinking } from './use-linking'

type Method = AccountView['methods'][number]

/** Other ways to sign in: linked only from here, after saying who one is once more. */
export function MethodsSection({ account }: { account: AccountView }) {
  const [linking, setLinking] = useState<Method | null>(null)
  if (account.methods.length === 0) return null
  return (
    <Section title="Ways to sign in" lead="Link an issuer to enter with it instead of the password.">
      <ul className="border-line max-w-2xl divide-y border-y">
        {account.methods.map((method) => (
          <li key={method.id} className="flex min-h-12 items-center gap-3 py-2 text-sm">
            <span className="flex-1 font-medium">{method.name}</span>
            {method.linkedAt ? (
              <span className="text-ink-3 text-xs">
                Linked <TimeAgo time={method.linkedAt} />
              </span>
            ) : (
              <Button onClick={() => setLinking(method)}>Link {method.name}</Button>
            )}
          </li>
        ))}
      </ul>
      {linking && (
        <LinkDialog method={linking} hasPassword={account.hasPassword} onClose={() => setLinking(null)} />
      )}
    </Section>
  )
}

interface LinkProps {
  method: Method
  hasPassword: boolean
  onClose: () => void
}

function LinkDialog({ method, hasPassword, onClose }: LinkProps) {
  const link = useLinking()
  const { form, input, errors, refused, busy } = useForm({
    schema: z.object({ password: z.string().min(1, 'Type your password').optional() }),
    initial: hasPassword ? { password: '' } : {},
    onSubmit: ({ password }) => link({ method: method.id, password }),
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Link ${method.name}`}
      description={`You go to ${method.name} to sign in there, and come back here.`}
    >
      <form {...form} className="mt-4 flex flex-col gap-3.5">
        <FormRefusal>{refused}</FormRefusal>
        {hasPassword && (
          <Field label="Your password here" error={errors.password}>
            <PasswordInput {...input('password')} autoComplete="current-password" />
          </Field>
        )}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy && `Going to ${method.name}…`}>
            Go to {method.name}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
