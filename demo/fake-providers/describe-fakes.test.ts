import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { expect, it } from 'vitest'
import { describeFakes } from './describe-fakes'

it('the README lists every scenario of every fake, as the code has them', async () => {
  const file = fileURLToPath(new URL('README.md', import.meta.url))
  const text = await format(describeFakes(), { ...(await resolveConfig(file)), parser: 'markdown' })
  await expect(text).toMatchFileSnapshot(file)
})
