import { useEffect, useState } from 'react'

type Deed = (...args: never[]) => unknown

/** Functions that stay the same and do what the newest ones would. */
class Stable<T extends { [name: string]: Deed }> {
  #newest: T
  readonly deeds: T

  constructor(deeds: T) {
    this.#newest = deeds
    const stable = Object.keys(deeds).map((name) => [
      name,
      (...args: never[]) => this.#newest[name]?.(...args),
    ])
    this.deeds = Object.fromEntries(stable) as T
  }

  renew(deeds: T) {
    this.#newest = deeds
  }
}

/** The same functions at every drawing: rows that were given them and did not change stay as drawn. */
export function useStable<T extends { [name: string]: Deed }>(deeds: T): T {
  const [stable] = useState(() => new Stable(deeds))
  useEffect(() => stable.renew(deeds))
  return stable.deeds
}
