import type { HttpFailure } from '@/core/http'

const failures: readonly [RegExp, HttpFailure][] = [
  [/^EBLOCKED$/, 'blocked'],
  [/^(ENOTFOUND|ENODATA|EAI_.*)$/, 'dns'],
  [/^(ETIMEDOUT|TimeoutError|AbortError|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/, 'timeout'],
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EHOSTDOWN|ENETDOWN|EACCES|EPERM|UND_ERR_ABORTED)$/,
    'refused',
  ],
  [
    /^(ERR_TLS_.*|ERR_SSL_.*|EPROTO|CERT_.*|CRL_.*|UNABLE_TO_.*|.*SELF_SIGNED_CERT.*|HOSTNAME_MISMATCH|INVALID_CA|UND_ERR_PRX_TLS)$/,
    'tls',
  ],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'too_large'],
  [
    /^(UND_ERR_INVALID_ARG|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|ERR_INVALID_(CHAR|URL|HTTP_TOKEN|ARG_.*))$/,
    'bad_request',
  ],
]

/**
 * What an exception of the platform means. Only its codes and names are read, never its message, which can quote
 * a header. What is unknown counts as a broken connection.
 */
export function classifyFailure(error: unknown): HttpFailure {
  const codes = codesOf(error)
  for (const code of codes) {
    const known = failures.find(([pattern]) => pattern.test(code))
    if (known !== undefined) return known[1]
  }
  return 'reset'
}

/** Codes from the outermost error to its deepest cause. */
function codesOf(error: unknown, depth = 0): string[] {
  if (depth > 8 || typeof error !== 'object' || error === null) return []
  const { code, name, cause, errors } = error as Record<string, unknown>
  const own = [code, name].filter((value) => typeof value === 'string')
  const inner = Array.isArray(errors) ? errors : [cause]
  return [...own, ...inner.flatMap((each) => codesOf(each, depth + 1))]
}
