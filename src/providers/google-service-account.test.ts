import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { importPKCS8 } from 'jose'
import { describe, expect, test } from 'vitest'
import { looksLikeServiceAccount, readServiceAccount } from './google-service-account'

const pem = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey
const file = (changes: Record<string, unknown> = {}) => ({
  type: 'service_account',
  project_id: 'tw-prod',
  private_key_id: 'a1b2c3',
  private_key: pem,
  client_email: 'ledger@tw-prod.iam.gserviceaccount.com',
  token_uri: 'https://evil.example/token',
  auth_provider_x509_cert_url: 'https://evil.example/certs',
  universe_domain: 'evil.example',
  ...changes,
})
const json = JSON.stringify(file())

describe('the key file of a service account', () => {
  const forms: [string, string | Record<string, unknown>][] = [
    ['as downloaded', JSON.stringify(file(), null, 2)],
    ['with spaces and a line break around', `\n  ${json} \r\n`],
    ['with literal \\n left in the key', file({ private_key: pem.replaceAll('\n', '\\n') })],
    ['with real line breaks inside the JSON text', json.replaceAll('\\n', '\n')],
    ['with CRLF inside the JSON text', json.replaceAll('\\n', '\r\n')],
    ['with CRLF in the key', JSON.stringify(file({ private_key: pem.replaceAll('\n', '\r\n') }))],
    ['with the line breaks turned to spaces', file({ private_key: pem.replaceAll('\n', ' ') })],
    ['escaped twice, with quotes', JSON.stringify(json)],
    ['escaped twice, without quotes', JSON.stringify(json).slice(1, -1)],
    ['with the key alone escaped twice', json.replaceAll('\\n', '\\\\n')],
    ['as an object', file()],
  ]

  test.each(forms)('%s, becomes one PEM that crypto takes', async (_, typed) => {
    const read = readServiceAccount(typed)
    if ('problem' in read) throw new Error(read.problem)
    expect(read.account.privateKey).toBe(pem)
    expect(createPrivateKey(read.account.privateKey).asymmetricKeyType).toBe('rsa')
    expect((await importPKCS8(read.account.privateKey, 'RS256')).type).toBe('private')
  })

  test('keeps the address and the key, and drops every address to send to', () => {
    expect(readServiceAccount(json)).toEqual({
      account: {
        clientEmail: 'ledger@tw-prod.iam.gserviceaccount.com',
        privateKey: pem,
        privateKeyId: 'a1b2c3',
      },
      project: 'tw-prod',
    })
  })

  const half = pem.slice(0, pem.length / 2)
  const elliptic = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey
  const refused: [string, string | Record<string, unknown>, RegExp][] = [
    ['credentials of a person', file({ type: 'authorized_user' }), /credentials of a person/],
    ['a workload identity file', file({ type: 'external_account' }), /Workload identity/],
    ['an impersonation file', file({ type: 'impersonated_service_account' }), /Impersonation/],
    ['another type', file({ type: 'toString' }), /whole JSON key file/],
    ['JSON cut off', json.slice(0, -40), /whole JSON key file/],
    ['a list', '[]', /whole JSON key file/],
    ['a key cut off', file({ private_key: half }), /private_key/],
    ['a key with a hole', file({ private_key: pem.slice(0, 400) + pem.slice(464) }), /private_key/],
    ['a key of another kind', file({ private_key: elliptic }), /private_key/],
    ['an address of somebody else', file({ client_email: 'mallory@evil.example' }), /client_email/],
    ['only the private key', pem, /only the private key/],
    ['a path', '/home/me/key.json', /name of a file/],
  ]

  test.each(refused)('%s is refused with words that quote nothing', (_, typed, words) => {
    const read = readServiceAccount(typed)
    expect(read).toEqual({ problem: expect.stringMatching(words) })
    expect(JSON.stringify(read)).not.toMatch(/MII|mallory|ledger|\/home/)
  })

  test('a paste meant as a key file is told from an API key', () => {
    expect([json, JSON.stringify(json), pem, 'key.json'].every(looksLikeServiceAccount)).toBe(true)
    expect(looksLikeServiceAccount('AI' + 'za' + 'x'.repeat(35))).toBe(false)
  })
})
