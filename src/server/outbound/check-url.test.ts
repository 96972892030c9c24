import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkUrl } from './check-url'

const check = (text: string, ...allowed: string[]) => {
  const checked = checkUrl(text, (origin) => allowed.includes(origin))
  return checked.ok ? 'open' : checked.failure
}

describe('checkUrl', () => {
  it.each([
    'https://api.openai.com/v1/models',
    'https://api.openai.com:443/v1',
    'https://llm.example.com:8443/v1?page=1',
    'https://8.8.8.8/v1',
    'https://[2606:4700:4700::1111]/v1',
    'https://bücher.example/v1',
    'https://user.example.com/@scope/model',
  ])('opens %s', (url) => {
    expect(check(url)).toBe('open')
  })

  it.each([
    'http://api.openai.com/v1',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0/',
    'https://0x7f.1/',
    'https://１２７.0.0.1/',
    'https://127。0。0。1/',
    'https://①②⑦.0.0.1/',
    'https://%31%32%37.0.0.1/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://168.63.129.16/',
    'https://100.100.100.200/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00:ec2::254]/',
    'https://[::127.0.0.1]/',
    'https://[2002:7f00:1::]/',
    'https://localhost/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://api.localhost/',
    'https://printer.local/',
    'https://metadata/',
    'https://metadata.google.internal/',
    'https://METADATA.GOOGLE.INTERNAL/',
    'https://metadata.goog/',
    'https://instance-data/',
    'https://instance-data.ec2.internal/',
    'https://db/',
    'https://router.home.arpa/',
    'https://host.localdomain/',
    'https://api.openai.com./',
    'https://127.0.0.1./',
    'https://metadata.google.internal./',
    'https://api.example.com:22/',
    'https://api.example.com:25/',
    'https://api.example.com:6379/',
    'https://api.example.com:80/',
  ])('blocks %s', (url) => {
    expect(check(url)).toBe('blocked')
  })

  it.each([
    '',
    'api.openai.com/v1',
    '//api.openai.com',
    'ftp://api.openai.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://',
    'https://user@api.openai.com/',
    `https://${'user'}:${'pass'}@api.openai.com/`,
    'https://api.openai.com@127.0.0.1/',
    'https://@127.0.0.1/',
    'https:user@127.0.0.1',
    'https:/user@127.0.0.1/',
    'https://api.openai.com/#x',
    'https://api.openai.com#@127.0.0.1/',
    'https://api.openai.com\\@127.0.0.1/',
    'https:\\\\127.0.0.1\\',
    'https://api.openai.com/a b',
    ' https://api.openai.com/',
    'https://api.openai.com/\n',
    'https://api.\topenai.com/',
    'https://api.openai.com\u0000/',
    'https://256.1.1.1/',
    'https://1.2.3.4.5/',
    'https://[::1/',
    'https://api.openai.com:99999/',
  ])('refuses %j as malformed', (url) => {
    expect(check(url)).toBe('bad_request')
  })

  it('opens an allowed origin though it is internal, http and on another port', () => {
    expect(check('http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000')).toBe('open')
    expect(check('http://llm.internal:8000/v1', 'http://llm.internal:8000')).toBe('open')
    expect(check('http://2130706433:8000/v1', 'http://127.0.0.1:8000')).toBe('open')
  })

  it.each([
    'http://127.0.0.1:8001/',
    'https://127.0.0.1:8000/',
    'http://127.0.0.2:8000/',
    'http://localhost:8000/',
    'http://127.0.0.1/',
    'http://localhost.:8000/',
  ])('an allowed http://127.0.0.1:8000 says nothing about %s', (url) => {
    expect(check(url, 'http://127.0.0.1:8000')).toBe('blocked')
  })

  it('still refuses user information and fragments at an allowed origin', () => {
    expect(check('http://user@127.0.0.1:8000/', 'http://127.0.0.1:8000')).toBe('bad_request')
    expect(check('http://127.0.0.1:8000/#x', 'http://127.0.0.1:8000')).toBe('bad_request')
  })

  it('whatever the text, an open URL is https, names a public-looking host and carries nobody’s credentials', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.ipV4().map((ip) => `https://${ip}/`),
      fc.string().map((s) => `https://${s}/`),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const checked = checkUrl(text, () => false)
        if (!checked.ok) return
        const { protocol, username, password, hash, hostname } = checked.url
        expect({ protocol, username, password, hash }).toEqual({
          protocol: 'https:',
          username: '',
          password: '',
          hash: '',
        })
        expect(hostname).toMatch(/\./)
        expect(hostname).not.toMatch(/\.$|^127\.|^10\.|\.internal$|\.local$/)
      }),
    )
  })
})
