import type { Metadata } from 'next'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Gate } from '@/components/ui/gate'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Gate title="Nothing here" lead="This page does not exist, or not for you. The address may be old.">
      <Button asChild look="primary" size="lg">
        <Link href="/">Go to your keys</Link>
      </Button>
    </Gate>
  )
}
