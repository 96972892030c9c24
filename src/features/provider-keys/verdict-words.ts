import type { Finding, Outcome, Reason } from '@/providers/verdict'
import { silenceWords } from './silence-words'

/** Where the one link of a verdict leads. The address is the provider's own; see `Provider`. */
export type VerdictLink = 'keys' | 'status' | 'docs'

export interface VerdictWords {
  /** The outcome, as one word. */
  word: string
  /** Short reason for a table row: no full stop. */
  summary: string
  /** What it means, and whose side it is on. One or two sentences. */
  meaning: string
  /** What to do now. One sentence. */
  nextStep: string
  link: { to: VerdictLink; text: string } | null
}

export const outcomeWords: Record<Outcome, string> = {
  valid: 'Valid',
  limited: 'Limited',
  invalid: 'Invalid',
  unreachable: 'Unreachable',
  inconclusive: 'Inconclusive',
  untested: 'Untested',
}

interface Case {
  /** The provider, as spoken of in a sentence. */
  name: string
  usable: boolean
  /** A fact of the finding as text, or null. */
  fact(key: string): string | null
}
type Say = (about: Case) => Omit<VerdictWords, 'word'>

const makeKey = (name: string) => ({ to: 'keys' as const, text: `Make a key at ${name}` })
const openKeys = (name: string) => ({ to: 'keys' as const, text: `Open your keys at ${name}` })
const openStatus = (name: string) => ({ to: 'status' as const, text: `Open the status page of ${name}` })
const openDocs = (name: string) => ({ to: 'docs' as const, text: `Read about keys of ${name}` })
const chat = (usable: boolean) => (usable ? 'It works for chat.' : 'It cannot be used for chat.')
const inBrackets = (text: string | null) => (text ? ` (${text})` : '')

const said: Record<Reason, Say> = {
  accepted: ({ name, fact }) => ({
    summary: fact('models') ? `${fact('models')} models` : 'Accepted',
    meaning: `${name} accepts this key.${fact('models') ? ` ${fact('models')} models answer to it.` : ''}`,
    nextStep: 'It is ready to use.',
    link: null,
  }),
  rate_limited: ({ name, usable }) => ({
    summary: 'Rate limit reached',
    meaning: usable
      ? `${name} accepts this key, but it has had too many requests and asks to wait.`
      : `${name} has had too many requests and asks to wait. Nothing is known about the key yet.`,
    nextStep: usable
      ? `Send requests more slowly, or raise the limit at ${name}.`
      : 'Test again in a few minutes.',
    link: null,
  }),
  models_not_listed: ({ name, usable, fact }) => ({
    summary: 'Cannot list models',
    meaning: `${name} accepts this key, but it may not list models${fact('scope') ? ` (scope ${fact('scope')})` : ''}. ${chat(usable)}`,
    nextStep: `Use it as it is, or widen its scope at ${name} and test again.`,
    link: openKeys(name),
  }),
  chat_not_allowed: ({ name, fact }) => ({
    summary: 'Not allowed to chat',
    meaning: `${name} accepts this key, but it may not send chat requests${fact('scope') ? ` (scope ${fact('scope')})` : ''}.`,
    nextStep: `Widen its scope at ${name} and test again.`,
    link: openKeys(name),
  }),
  billing: ({ name }) => ({
    summary: 'No credit',
    meaning: `${name} accepts this key, but its account has no credit left or has reached a spending limit. Requests fail until that changes.`,
    nextStep: `Add credit or raise the limit at ${name}, then test again.`,
    link: openKeys(name),
  }),
  trial_key: ({ name, usable }) => ({
    summary: 'Trial key',
    meaning: `${name} accepts this key, but it is a trial key with a small allowance. ${chat(usable)}`,
    nextStep: 'Use a production key for anything that must not stop.',
    link: makeKey(name),
  }),
  wrong_organization: ({ name, fact }) => ({
    summary: `Wrong ${fact('option') ?? 'organization or project'}`,
    meaning: `${name} knows this key, but not together with the ${fact('option') ?? 'organization or project'} given here.`,
    nextStep: `Correct the ${fact('option') ?? 'organization or project'}, or leave it empty, and test again.`,
    link: openKeys(name),
  }),
  address_not_allowed: ({ name }) => ({
    summary: 'Our address is not allowed',
    meaning: `${name} takes this key only from listed network addresses, and the address of this server is not among them.`,
    nextStep: `Add this server to the allowed addresses at ${name}, then test again.`,
    link: openKeys(name),
  }),
  region: ({ name }) => ({
    summary: 'Region not served',
    meaning: `${name} does not serve the region that this server calls from. That says nothing about the key.`,
    nextStep: 'Run the server in a region that is served, or send its calls through a proxy there.',
    link: openDocs(name),
  }),
  permission: ({ name, usable, fact }) => ({
    summary: fact('permission') ? `Missing ${fact('permission')}` : 'Missing permission',
    meaning: `${name} accepts this key, but it lacks a permission${inBrackets(fact('permission'))}. ${chat(usable)}`,
    nextStep: `Grant the permission at ${name} and test again.`,
    link: openKeys(name),
  }),
  api_not_enabled: ({ name }) => ({
    summary: 'API not switched on',
    meaning: `${name} knows this key, but the API is not switched on in its project, or the key is not allowed to call it.`,
    nextStep: `Switch the API on at ${name}, or use a key made for it, then test again.`,
    link: openKeys(name),
  }),
  model_access: ({ name, fact }) => ({
    summary: 'No access to the model',
    meaning: `${name} accepts this key, but the account has no access to the model${inBrackets(fact('model'))}.`,
    nextStep: `Ask for access to the model at ${name}, then test again.`,
    link: openKeys(name),
  }),
  options_wrong: ({ name, fact }) => ({
    summary: fact('option') ? `Check the ${fact('option')}` : 'Check the options',
    meaning: `${name} accepts this key, but does not know the ${fact('option') ?? 'deployment, model or region'} given here.`,
    nextStep: `Correct the ${fact('option') ?? 'options'} and test again. Until then the key stays inactive.`,
    link: openKeys(name),
  }),
  malformed: ({ name }) => ({
    summary: 'Not a whole key',
    meaning: `This does not have the form of a key of ${name}. It was not sent anywhere.`,
    nextStep: 'Copy the whole key again and paste it.',
    link: makeKey(name),
  }),
  wrong_provider: ({ name, fact }) => ({
    summary: 'Key of another provider',
    meaning: `This looks like a key of ${fact('suggestName') ?? 'another provider'}, not of ${name}. It was not sent anywhere.`,
    nextStep: 'Switch the provider, or paste another key.',
    link: makeKey(name),
  }),
  admin_key: ({ name }) => ({
    summary: 'Admin key',
    meaning: `This key of ${name} manages the account; it cannot call models. It was not sent anywhere.`,
    nextStep: 'Make an ordinary key and paste that.',
    link: makeKey(name),
  }),
  rejected: ({ name, fact }) => ({
    summary: `Rejected by ${name}`,
    meaning: `${name} rejects this key: it is mistyped, was revoked, or belongs to another ${fact('scopedTo') ?? 'account'}.`,
    nextStep: 'Use another key, or make a new one.',
    link: makeKey(name),
  }),
  expired: ({ name }) => ({
    summary: 'Expired',
    meaning: `${name} says that this key has expired.`,
    nextStep: 'Make a new key and replace this one.',
    link: makeKey(name),
  }),
  account_disabled: ({ name }) => ({
    summary: 'Account disabled',
    meaning: `${name} has disabled the account that this key belongs to.`,
    nextStep: `Settle it with the support of ${name}, or use a key of another account.`,
    link: openKeys(name),
  }),
  key_auth_disabled: ({ name }) => ({
    summary: 'Keys are switched off',
    meaning: `At ${name}, this resource does not take keys at all: signing in with keys is switched off there.`,
    nextStep: `Allow keys for the resource at ${name}, then test again.`,
    link: openKeys(name),
  }),
  no_answer: ({ name, fact }) => {
    const { summary, what } = silenceWords(fact('failure'))
    return {
      summary,
      meaning: `${what(name)} The key may be fine.`,
      nextStep:
        'Check the address if you gave one, and test again. A new key stays off until a check succeeds.',
      link: openStatus(name),
    }
  },
  blocked_address: () => ({
    summary: 'Address not allowed',
    meaning: 'This address may not be called from here. Nothing was sent to it.',
    nextStep: 'Give another address, or have the operator of this server allow this one.',
    link: null,
  }),
  redirected: ({ name }) => ({
    summary: 'Answered with a redirect',
    meaning: `${name} answered with a redirect. It was not followed, so that the key goes nowhere else.`,
    nextStep: 'Give the final address and test again.',
    link: openStatus(name),
  }),
  not_the_api: ({ name }) => ({
    summary: 'Not the API',
    meaning: `What answered does not speak the API of ${name}: a proxy or a web page in between, or a wrong address.`,
    nextStep: 'Check the address, then test again.',
    link: openStatus(name),
  }),
  server_error: ({ name, fact }) => ({
    summary: fact('status') ? `Answered ${fact('status')}` : 'Error at the provider',
    meaning: `${name} answered with an error${fact('status') ? ` (${fact('status')})` : ''}. That is its side. Nothing is known about the key yet.`,
    nextStep: 'Test again in a few minutes.',
    link: openStatus(name),
  }),
  clock: ({ name }) => ({
    summary: 'Our clock is off',
    meaning: `${name} refused the time in the request: the clock of this server is off. The key may be fine.`,
    nextStep: 'Set the clock of the server, then test again.',
    link: null,
  }),
  keys_not_checked: ({ name }) => ({
    summary: 'Does not check keys',
    meaning: `${name} answered just as well with a wrong key, so this endpoint does not check keys. Chat can be expected to work.`,
    nextStep: 'Keep it if the endpoint is meant to be open.',
    link: null,
  }),
  network_acl: ({ name }) => ({
    summary: 'Closed by a firewall',
    meaning: `A firewall on the side of ${name} lets this server not pass. The key may be fine.`,
    nextStep: 'Allow the address of this server in the network rules of the resource, then test again.',
    link: openKeys(name),
  }),
  secret_unreadable: () => ({
    summary: 'Cannot be decrypted',
    meaning: 'The sealed secret cannot be decrypted with the master keys of this server. Nothing was sent.',
    nextStep: 'Replace the secret, or bring back the master key that sealed it.',
    link: null,
  }),
  not_tested: () => ({
    summary: 'Never tested',
    meaning: 'No check has been made yet. Nothing has been sent.',
    nextStep: 'Test it to learn whether it works.',
    link: null,
  }),
}

/**
 * The words for a finding, once for pages and API. `providerName` is how a sentence calls the other side: the name
 * of a custom key, else that of the provider.
 */
export function verdictWords(finding: Finding, providerName: string): VerdictWords {
  const fact = (key: string) => {
    const value = finding.params?.[key]
    return value === undefined || value === '' ? null : String(value)
  }
  const words = said[finding.reason]({ name: providerName, usable: finding.usable, fact })
  return { word: outcomeWords[finding.outcome], ...words }
}
