import { mkdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { fakeProviders } from '@demo/fake-providers/fakes'
import { demoPeople } from '@demo/seed'
import type { Role } from '@/core/actor'

const folder = 'screenshots'
const widths = { 1440: 900, 390: 844 }

/** Every violation, in words that name the place. */
async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  )
}

/** Photographs a named state in both themes and at both widths, and lets axe look at each. */
async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const theme of ['light', 'dark'] as const)
    for (const [width, height] of Object.entries(widths)) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width: Number(width), height })
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await page.waitForTimeout(150)
      await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png` })
      expect(await findViolations(page), `axe on ${name}, ${theme}, ${width} px`).toEqual([])
    }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })
}

/** Signs in through the form. */
async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

async function signInAs(page: Page, role: Role, path = '/tidewater/keys'): Promise<void> {
  const person = demoPeople.find((each) => each.role === role)
  if (!person) throw new Error(`the demo has no ${role}`)
  await page.goto(path)
  await signIn(page, person.email, person.password)
  await page.waitForURL(`**${path}`)
}

/** Pastes as a person does: through the clipboard event, with whatever came along. */
async function paste(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.focus()
  await field.evaluate((element, data) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', data)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    if (element.dispatchEvent(event)) document.execCommand('insertText', false, data)
  }, text)
}

/** The text that a person would paste for a fake provider's scenario. */
function keyFor(provider: keyof typeof fakeProviders, scenario: string): string {
  const { token } = fakeProviders[provider].credential(scenario)
  if (typeof token !== 'string') throw new Error(`${provider} takes more than one text`)
  return token
}

interface Helpers {
  photograph: (name: string) => Promise<void>
  signIn: (email: string, password: string) => Promise<void>
  signInAs: (role: Role, path?: string) => Promise<void>
  paste: (label: string, text: string) => Promise<void>
}

/** Playwright's test with our helpers; a console error or an uncaught exception fails it. */
export const test = base.extend<Helpers & { quietConsole: void }>({
  photograph: async ({ page }, give) => give((name) => photograph(page, name)),
  signIn: async ({ page }, give) => give((email, password) => signIn(page, email, password)),
  signInAs: async ({ page }, give) => give((role, path) => signInAs(page, role, path)),
  paste: async ({ page }, give) => give((label, text) => paste(page, label, text)),
  quietConsole: [
    async ({ page }, give) => {
      const said: string[] = []
      page.on('pageerror', (error) => said.push(error.message))
      page.on('console', (message) => {
        // Chromium reports each refused request by itself; refusals are what several tests are about.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          said.push(message.text())
      })
      await give()
      expect(said, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect, keyFor }
