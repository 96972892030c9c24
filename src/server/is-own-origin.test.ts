import { expect, test } from 'vitest'
import { isOwnOrigin } from './is-own-origin'

const appUrl = 'https://keys.example.com'
const cookie = 'session=1'

test('our own pages may change things', () => {
  expect(isOwnOrigin({ origin: appUrl, cookie }, appUrl)).toBe(true)
  expect(isOwnOrigin({ 'sec-fetch-site': 'same-origin', cookie }, appUrl)).toBe(true)
})

test.each([
  'https://evil.example',
  'http://keys.example.com',
  'https://keys.example.com.evil.example',
  'https://keys.example.com:8443',
  'null',
  '',
])('a page of origin "%s" may not', (origin) => {
  expect(isOwnOrigin({ origin, cookie }, appUrl)).toBe(false)
})

test('a browser that hides the origin of another site is refused', () => {
  expect(isOwnOrigin({ 'sec-fetch-site': 'cross-site', cookie }, appUrl)).toBe(false)
  expect(isOwnOrigin({ 'sec-fetch-site': 'same-site', cookie }, appUrl)).toBe(false)
})

test('a program without a cookie needs no origin, one with a cookie does', () => {
  expect(isOwnOrigin({}, appUrl)).toBe(true)
  expect(isOwnOrigin({ cookie }, appUrl)).toBe(false)
})

test('on loopback, another loopback name or a forwarded port is ours too', () => {
  const local = 'http://127.0.0.1:3000'
  expect(isOwnOrigin({ origin: 'http://localhost:8080', host: 'localhost:8080', cookie }, local)).toBe(true)
  expect(isOwnOrigin({ origin: 'http://localhost:9999', host: 'localhost:8080', cookie }, local)).toBe(false)
})

test('a foreign name that resolves to loopback is not ours', () => {
  const rebound = { origin: 'http://evil.example:3000', host: 'evil.example:3000', cookie }
  expect(isOwnOrigin(rebound, 'http://127.0.0.1:3000')).toBe(false)
})
