/** One thing that paste hygiene took away, for example `{ field: 'token', what: 'Bearer' }`. */
export interface Removal {
  field: string
  /** Our own word for it; never what was typed. */
  what: string
}

/** A pasted text without its wrapping, and our words for what was taken away. */
export interface CleanText {
  value: string
  removed: string[]
}

type Step = readonly [pattern: RegExp, what: string | ((match: string) => string)]

const invisible = /[\p{Cf}\uFE00-\uFE0F\u034F]/gu
// The look-behind keeps a long run in the middle from being tried from each of its signs.
const edgeBlank = /^[\s\p{Cc}]+|(?<![\s\p{Cc}])[\s\p{Cc}]+$/gu
const quote = '["\'`\u2018-\u201F\u00AB\u00BB\u2039\u203A\u300C\u300D]'
const blankWord = (match: string) => (/[\r\n\u2028\u2029]/.test(match) ? 'a line break' : 'spaces')

// The name must speak of a key, token or secret, and the sign must not end the text: otherwise the padding of a
// base64 key would be read as an assignment.
const assignment = new RegExp(
  '^(?:(?:export|set|setx|const|let|var|env)\\s+|\\$env:)?' +
    '(?:[A-Z][A-Z0-9_]{0,60}(?:KEY|TOKEN|SECRET)[A-Z0-9_]{0,60}|[a-z][A-Za-z0-9_-]{0,60}(?:key|token|secret|Key|Token|Secret)|key|token|secret)' +
    `${quote}?(?:\\s*=\\s*(?=[^\\s=])|\\s*:(?:\\s+|(?=${quote}))(?=\\S))`,
)

const edges: readonly Step[] = [
  [edgeBlank, blankWord],
  [/(?<![;,])[;,]+$/, 'a trailing sign'],
  [/^(?:-H|--header)\s+/, 'the header option'],
  [/^authorization\s*:\s*(?=\S)/i, 'the header name'],
  [/^(?:x-api-key|api-key|x-goog-api-key|ocp-apim-subscription-key)\s*:\s*(?=\S)/i, 'the header name'],
  [/^bearer\s+(?=\S)/i, 'Bearer'],
  [assignment, 'the variable name'],
]
const quotes: Step = [new RegExp(`^${quote}+|(?<!${quote})${quote}+$`, 'gu'), 'quotes']

/**
 * Takes away what clings to a secret when it is copied: blanks, invisible characters, quotes, header and
 * variable names. With `multiline` (JSON, PEM) line breaks inside stay, and so do double quotes around an
 * escaped text.
 */
export function cleanSecret(text: string, { multiline = false } = {}): CleanText {
  const removed = new Set<string>()
  let value = text.replace(invisible, () => (removed.add('invisible characters'), ''))
  for (let before = ''; before !== value;) {
    before = value
    for (const [pattern, what] of multiline && isEscaped(value) ? edges : [...edges, quotes]) {
      value = value.replace(
        pattern,
        (match) => (removed.add(typeof what === 'string' ? what : what(match)), ''),
      )
    }
  }
  return { value, removed: [...removed] }
}

const isEscaped = (value: string) => /^\s*"\s*\{\s*\\/.test(value)

/**
 * The sentence that refuses a cleaned one-line secret, or null. It names a position at most, never the text.
 * `anyShape` refuses only what no header can carry.
 */
export function refusalOf(value: string, { anyShape = false } = {}): string | null {
  if (value.length > 4096) return 'This is longer than any key: at most 4,096 characters'
  if (/[\u2026\u2022\u25CF\u00B7\u2217]/.test(value)) return masked
  if (!anyShape) {
    if (/\.{3}|\*{3}/.test(value)) return masked
    if (/^\$\{?\w+\}?$|^<.*>$/.test(value)) return 'This is a placeholder, not a key; paste the key itself'
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return 'This is a web address, not a key'
    if (/^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/.test(value)) return 'This is an e-mail address, not a key'
    if (/^\S+( +\S+){3,}$/.test(value)) return 'This is a sentence, not a key'
  }
  if (/[\s\p{Cc}]/u.test(value))
    return 'There is a space or a line break inside the key; copy it again in one piece'
  const odd = value.search(/[^\x21-\x7E]/)
  return odd < 0
    ? null
    : `Character ${odd + 1} is not a plain letter, digit or sign; type it or copy the key again`
}

const masked = 'This looks like a masked value; copy the key itself, which the provider shows once'
