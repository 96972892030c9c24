import { providers } from '@/providers/registry'
import type { ProviderId } from '@/providers/registry'
import type { FakeProvider } from './fake-provider'
import { fakeProviders } from './fakes'

const head = `# Fake providers

One HTTP server stands for every provider, in the demo and in tests. The first segment of a path is the host that was
meant: \`https://api.openai.com/v1/models\` arrives as \`/api.openai.com/v1/models\`. To run it by itself, and to send
Latchkey's calls there:

\`\`\`sh
npm run fakes                                             # port 4010; another: npm run fakes -- 4020
PROVIDER_ORIGINS='*=http://127.0.0.1:4010/{host}' npm run up
\`\`\`

The end of a secret chooses the answer: \`zz\` and the name of a scenario. A key of OpenAI that ends in \`zzbilling\` has
no credit. After another \`zz\` anything may follow, so that masks look like masks: \`…zzbillingzzQm7d\`. A secret that
names no scenario is a wrong key.

These tables are made from the code and held by a test.
`

const cell = (text: string) => text.replaceAll('|', '\\|')

function section(id: ProviderId): string {
  const fake: FakeProvider = fakeProviders[id]
  const rows = Object.entries(fake.scenarios).map(
    ([name, { about, expect }]) =>
      `| \`${name}\` | ${cell(about)} | ${expect.outcome} | \`${expect.reason}\` | ${expect.usable ? 'yes' : 'no'} |`,
  )
  const hosts =
    fake.hosts.length > 0 ? fake.hosts.map((host) => `\`${host}\``).join(', ') : 'Every other host'
  return [
    `## ${providers[id].name}`,
    `${hosts}.${fake.howToType ? ` ${fake.howToType}` : ''}`,
    [
      '| Scenario | Stands for | Outcome | Reason | Usable |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n')
}

/** The README of this folder: every scenario of every fake, and what a check makes of it. */
export const describeFakes = (): string =>
  [head, ...(Object.keys(fakeProviders) as ProviderId[]).map(section)].join('\n')
