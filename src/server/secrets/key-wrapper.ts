export interface WrappedKey {
  masterKeyId: string
  wrapped: Buffer
}

/**
 * Wraps data keys under a master key, so that a key management service can stand in for the local ring.
 * `associated` binds a wrapped key to where it is used; unwrapping elsewhere must fail.
 */
export interface KeyWrapper {
  wrap(dataKey: Buffer, associated: Buffer): Promise<WrappedKey>
  /** Throws AppError UNAVAILABLE when another try may succeed, anything else when the key cannot be unwrapped. */
  unwrap(key: WrappedKey, associated: Buffer): Promise<Buffer>
}
