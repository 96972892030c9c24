import { expect, it } from 'vitest'
import { isSendableRequest } from './is-sendable-request'

const sendable = (headers: Record<string, string>, body?: string) =>
  isSendableRequest({ method: body === undefined ? 'GET' : 'POST', url: 'https://a.com', headers, body })

it('accepts ordinary headers', () => {
  expect(
    sendable({
      authorization: 'Bearer abc',
      'x-api-key': '~!@#$%^&*()',
      'anthropic-version': '2023-06-01',
      'x-empty': '',
    }),
  ).toBe(true)
})

it.each([
  'a\nb',
  'a\r\nx-evil: 1',
  'a\u0000',
  'a\u200b',
  'schlüssel',
  'ключ',
  '\ufeffa',
  'a\u00a0',
  'a\tb',
  'a\u007f',
])('refuses the value %j before the platform can quote it', (value) => {
  expect(sendable({ authorization: value })).toBe(false)
})

it.each(['', 'x y', 'x:y', 'x\n', 'ключ', 'x(', '"x"'])('refuses the name %j', (name) => {
  expect(sendable({ [name]: 'a' })).toBe(false)
})

it.each([
  'host',
  'Host',
  'content-length',
  'transfer-encoding',
  'connection',
  'upgrade',
  'expect',
  'proxy-authorization',
  'origin',
  'te',
  'trailer',
  'keep-alive',
])('refuses %s, which a secret extra header must not set', (name) => {
  expect(sendable({ [name]: 'a' })).toBe(false)
})

it('refuses a GET with a body', () => {
  expect(isSendableRequest({ method: 'GET', url: 'https://a.com', headers: {}, body: '' })).toBe(false)
  expect(sendable({}, 'x')).toBe(true)
})
