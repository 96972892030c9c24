import { expect, test } from 'vitest'
import { Secret } from '@/core/secret'
import { createLog } from './log'

const planted = ['cana', 'ry'].join('') + 'x'.repeat(8)

function written(work: (log: ReturnType<typeof createLog>) => void): string {
  let text = ''
  work(createLog({ level: 'trace', destination: { write: (line) => void (text += line) } }))
  return text
}

test.each([
  'token',
  'password',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'sealed',
  'input',
  'headers',
])('a field named %s is cut out at any depth that we log', (name) => {
  const text = written((log) => {
    log.info({ [name]: planted }, 'top')
    log.info({ request: { [name]: { deep: planted } } }, 'below')
    log.info({ a: { b: { [name]: [planted] } } }, 'deep')
  })
  expect(text).toContain('[redacted]')
  expect(text).not.toContain(planted)
})

test('an error is logged by kind, code and place, never by its message', () => {
  const error = Object.assign(new TypeError(`bad header ${planted}`, { cause: new Error(planted) }), {
    code: 'ERR_X',
  })
  const text = written((log) => log.error({ err: error }, 'failed'))
  expect(text).toContain('TypeError')
  expect(text).toContain('ERR_X')
  expect(text).toContain('log.test.ts')
  expect(text).not.toContain(planted)
})

test('lines of a message that look like a place in the code are not logged', () => {
  const error = new Error(`not JSON:\n    at ${planted} (x.json:1:2)\n    at ${planted}`)
  const rejected = { code: `bad key ${planted}`, message: planted }
  const text = written((log) => {
    log.error({ err: error }, 'failed')
    log.error({ err: rejected }, 'failed')
  })
  expect(text).toContain('log.test.ts')
  expect(text).not.toContain(planted)
})

test('a wrapped secret under any name stays wrapped', () => {
  expect(written((log) => log.info({ anything: new Secret(planted) }, 'x'))).not.toContain(planted)
})
