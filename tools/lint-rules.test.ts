import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'

let eslint: ESLint
beforeAll(() => {
  eslint = new ESLint()
})

const messagesOf = async (code: string, filePath: string) =>
  (await eslint.lintText(code, { filePath })).flatMap(({ messages }) =>
    messages.filter(({ ruleId }) => ruleId?.includes('no-restricted')).map(({ message }) => message),
  )

const waysOut = [
  "export const a = fetch('https://llm.example')",
  "export const a = globalThis.fetch('https://llm.example')",
  'const { fetch: f } = globalThis\nexport const a = f',
  "export const a = new WebSocket('wss://llm.example')",
  "import https from 'node:https'\nexport const a = https.get('https://llm.example')",
  "import { request } from 'http'\nexport const a = request",
  "import { connect } from 'node:net'\nexport const a = connect",
  "import { fetch as f } from 'undici'\nexport const a = f",
]

describe('the one way out of the house', () => {
  it.each(waysOut)('is not passed by: %s', async (code) => {
    for (const file of ['src/features/provider-keys/server/a.ts', 'src/server/a.ts', 'src/providers/a.ts'])
      expect(await messagesOf(code, file)).toEqual([expect.stringContaining('deps.http')])
  })

  it('stands open where the guard itself is written', async () => {
    const code = "import { fetch } from 'undici'\nexport const a = fetch('https://llm.example')"
    expect(await messagesOf(code, 'src/server/outbound/a.ts')).toEqual([])
  })

  it('lets types through, which send nothing', async () => {
    const code = "import type { IncomingMessage } from 'node:http'\nexport type A = IncomingMessage"
    expect(await messagesOf(code, 'src/server/a.ts')).toEqual([])
  })
})
