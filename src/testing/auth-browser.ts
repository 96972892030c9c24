import NextAuth, { type AuthOptions } from 'next-auth'
import type { NextApiRequest, NextApiResponse } from 'next'

type Options = (cookie: string) => AuthOptions
interface Answer {
  status: number
  location: string | null
  body: unknown
}

/** A browser with a cookie jar that speaks to next-auth's own handler, without a server in between. */
export class AuthBrowser {
  readonly cookies = new Map<string, string>()
  readonly setCookies: string[] = []

  constructor(private readonly options: Options) {}

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(path: string, query: Record<string, string> = {}): Promise<Answer> {
    return this.#ask('GET', path, query, {})
  }

  /** Posts a form with the token against forgery, as the pages do. */
  async post(path: string, form: Record<string, string> = {}): Promise<Answer> {
    const { csrfToken } = (await this.get('csrf')).body as { csrfToken: string }
    return this.#ask('POST', path, {}, { csrfToken, json: 'true', ...form })
  }

  signIn(email: string, password: string, callbackUrl = '/'): Promise<Answer> {
    return this.post('callback/credentials', { email, password, callbackUrl })
  }

  /** The code that a refusal carries to the sign-in page, or null. */
  static refusal({ body, location }: Answer): string | null {
    const url = location ?? (body as { url?: string } | undefined)?.url ?? ''
    return new URL(url, 'http://nowhere').searchParams.get('error')
  }

  async #ask(method: string, path: string, query: object, body: object): Promise<Answer> {
    const answer: Answer = { status: 200, location: null, body: undefined }
    const headers = new Map<string, string | string[]>()
    const request = {
      method,
      query: { ...query, nextauth: path.split('/') },
      body,
      headers: {},
      cookies: Object.fromEntries(
        [...this.cookies].map(([name, value]) => [name, decodeURIComponent(value)]),
      ),
    }
    const response = {
      status: (status: number) => ((answer.status = status), response),
      getHeader: (name: string) => headers.get(name),
      setHeader: (name: string, value: string | string[]) => (headers.set(name, value), response),
      json: (content: unknown) => void (answer.body = content),
      send: (content: unknown) => void (answer.body = content),
      end: () => undefined,
    }
    const given = [request as unknown as NextApiRequest, response as unknown as NextApiResponse] as const
    await NextAuth(...given, this.options(this.cookieHeader))
    for (const line of [headers.get('Set-Cookie') ?? []].flat()) this.#keep(line)
    answer.location = (headers.get('Location') as string | undefined) ?? null
    return answer
  }

  #keep(line: string): void {
    this.setCookies.push(line)
    const [pair = '', ...attributes] = line.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    const value = pair.slice(name.length + 1)
    if (value === '' || attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
