import type { Response } from 'undici'

/**
 * The body as text, or null as soon as it is longer than allowed. Counts decompressed bytes while they arrive, so
 * that a small compressed body cannot unfold into memory.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    // Leaving the loop cancels the stream and closes the connection.
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
