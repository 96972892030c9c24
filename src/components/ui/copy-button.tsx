'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { cn } from './cn'
import { IconButton } from './icon-button'
import { announce } from './live-region'

interface Props {
  text: string
  /** What is copied: "id", "address". Never a secret. */
  what: string
  className?: string
}

export function CopyButton({ text, what, className }: Props) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1500)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setCopied(done)
    announce(done ? `Copied the ${what}` : `This browser did not allow copying the ${what}`)
  }

  return (
    <IconButton
      label={copied ? 'Copied' : `Copy ${what}`}
      onClick={copy}
      className={cn('max-tablet:size-touch size-6', className)}
    >
      {copied ? <Check className="text-valid-mark size-3.5" /> : <Copy className="size-3.5" />}
    </IconButton>
  )
}
