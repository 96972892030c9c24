import { ArrowUpRight, KeyRound, PowerOff, Server } from 'lucide-react'
import type { Provider } from '@/providers/provider'
import { Section } from './section'

/** The places at the provider that an admin needs. Nothing for an address of one's own. */
export function ProviderLinks({ provider }: { provider: Provider }) {
  const links = [
    { icon: KeyRound, text: 'Make a key', href: provider.keysUrl },
    { icon: PowerOff, text: 'Revoke this key', href: provider.revokeUrl },
    { icon: Server, text: 'Provider status', href: provider.statusUrl },
  ].filter(({ href }) => href !== '')
  if (links.length === 0) return null
  return (
    <Section title={`At ${provider.name}`}>
      <ul>
        {links.map(({ icon: Icon, text, href }) => (
          <li key={text}>
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className="text-ink-2 hover:text-ink max-tablet:h-11 flex h-7.5 items-center gap-2 text-sm"
            >
              <Icon aria-hidden className="text-ink-3" />
              {text}
              <ArrowUpRight aria-hidden className="text-ink-4 ml-auto" />
              <span className="sr-only">(opens a new tab)</span>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
