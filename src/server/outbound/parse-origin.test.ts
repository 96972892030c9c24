import { expect, it } from 'vitest'
import { parseOrigin } from './parse-origin'

it.each([
  ['https://api.example.com', 'https://api.example.com'],
  ['HTTPS://API.example.com:443/', 'https://api.example.com'],
  ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
])('reads %s as the origin %s', (text, origin) => {
  expect(parseOrigin(text)).toBe(origin)
})

it.each([
  '',
  '*',
  'api.example.com',
  'https://a/b',
  'https://a?b',
  'https://a#b',
  'https://u@a',
  'ftp://a',
  'https://a:99999',
  'https://a b',
  'https://*.a',
])('refuses %j, which is not exactly one origin', (text) => {
  expect(parseOrigin(text)).toBeNull()
})
