'use client'

import { Failed, type FailedProps } from '../failed'

/** The rail stays: the rest of the product remains usable. */
export default function ErrorPage(props: FailedProps) {
  return <Failed {...props} />
}
