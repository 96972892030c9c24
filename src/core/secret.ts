const mark = '[secret]'

/**
 * Carries secret fields so that they cannot be printed by accident: string conversion, JSON, inspection and
 * logging all show `[secret]`. Only `reveal()` gives the value, and only the vault, `mask`, `fingerprint` and
 * `authorize` call it.
 */
export class Secret<T> {
  readonly #value: T

  constructor(value: T) {
    this.#value = value
  }

  reveal(): T {
    return this.#value
  }

  toString(): string {
    return mark
  }

  toJSON(): string {
    return mark
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return mark
  }
}
