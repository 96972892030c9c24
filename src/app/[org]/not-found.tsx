import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function NotFound() {
  return (
    <EmptyState
      heading="h1"
      icon={<SearchX />}
      title="Nothing here"
      action={
        <Button asChild>
          <Link href="/">Go to your keys</Link>
        </Button>
      }
    >
      This does not exist in the organization, or was deleted.
    </EmptyState>
  )
}
