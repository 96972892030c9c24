/** Signs audit events. Its id is stored beside each signature. */
export interface AuditKey {
  id: string
  /** HMAC-SHA-256 of the text, as hex. */
  sign(text: string): string
}
