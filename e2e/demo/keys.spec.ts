import type { Page } from '@playwright/test'
import { expect, test } from '../test'

test('the page shows what is wrong first', async ({ page, signInAs, photograph }) => {
  await signInAs('owner')
  await expect(page.getByRole('row', { name: /Refund letters/ })).toContainText('Invalid')
  await photograph('keys-many')
})

test('filters, search and order stand in the address and survive a reload', async ({ page, signInAs }) => {
  await signInAs('owner')
  await page.getByRole('button', { name: 'Provider', exact: true }).click()
  await page
    .getByRole('menuitemcheckbox', { name: 'Anthropic' })
    .or(page.getByRole('checkbox', { name: 'Anthropic' }))
    .first()
    .click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('link', { name: 'Support triage' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout assistant' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Support triage' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout assistant' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByRole('link', { name: 'Checkout assistant' })).toBeVisible()
})

test('a search without a match says so and offers the way back', async ({ page, signInAs, photograph }) => {
  await signInAs('owner')
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('nothing is called this')
  await expect(page.getByText(/No key/i).first()).toBeVisible()
  await photograph('keys-no-match')
})

test('several keys are tested at once, with a result for each', async ({ page, signInAs, photograph }) => {
  await signInAs('owner')
  await page.getByRole('checkbox', { name: 'Select Support triage' }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Select Rerank' }).check({ force: true })
  await photograph('keys-bulk')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByText(/^2 tested/).first()).toBeVisible()
})

test('a key has a history of checks and of deeds', async ({ page, signInAs, photograph }) => {
  await signInAs('owner')
  await page.getByRole('link', { name: 'Refund letters' }).click()
  await expect(page.getByRole('heading', { name: 'Audit trail' })).toBeVisible()
  await photograph('detail-history')
})

test('a list that cannot be read says so and tries again', async ({ page, signInAs, photograph }) => {
  await signInAs('owner')
  await page.route('**/api/trpc/providerKeys.list**', (route) => route.abort())
  await page.getByRole('searchbox', { name: 'Search keys' }).fill('assistant')
  const again = page.getByRole('button', { name: /Try again/ })
  await expect(again).toBeVisible({ timeout: 20_000 })
  await photograph('keys-error')
  await page.unroute('**/api/trpc/providerKeys.list**')
  await again.click()
  await expect(page.getByRole('link', { name: 'Checkout assistant' })).toBeVisible()
})

test('a viewer reads masks and verdicts and is told who can change them', async ({
  page,
  signInAs,
  photograph,
}) => {
  await signInAs('viewer')
  await expect(page.getByRole('row', { name: /Refund letters/ })).toContainText('Invalid')
  await expect(page.getByRole('button', { name: 'Add key' })).toHaveCount(0)
  await expect(page.getByRole('switch', { name: 'Checkout assistant' })).toBeDisabled()
  await photograph('keys-viewer')
  await page.goto('/tidewater/settings')
  await photograph('settings-viewer')
})

test('the organization of somebody else does not exist', async ({ page, signInAs, photograph }) => {
  await signInAs('owner')
  await page.goto('/not-mine/keys')
  await expect(page.getByRole('heading').first()).toBeVisible()
  await photograph('not-found')
})

test('settings, account and the second organization', async ({ page, signInAs, photograph }) => {
  await signInAs('owner', '/tidewater/settings')
  await photograph('settings')
  await page.goto('/account')
  await photograph('account')
  await page.goto('/tidewater/keys')
  await page.getByRole('button', { name: /^Organization/ }).click()
  await page
    .getByRole('menuitem', { name: /Westbank Labs/ })
    .or(page.getByRole('menuitemradio', { name: /Westbank Labs/ }))
    .first()
    .click()
  await page.waitForURL('**/westbank/keys')
  await expect(page.getByRole('link', { name: 'Translation' })).toBeVisible()
})

/** Holds matching requests until `release` is called. */
async function hold(page: Page, url: string | RegExp) {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(url, async (route) => {
    await held
    await route.continue()
  })
  return { release: () => release() }
}

test('while a slow list is on its way, the earlier one stays readable', async ({
  page,
  signInAs,
  photograph,
}) => {
  await signInAs('owner')
  const list = await hold(page, '**/api/trpc/providerKeys.list**')
  await page.getByRole('button', { name: 'Age', exact: true }).click()
  const table = page.getByRole('table', { name: 'Provider keys' })
  await expect(table).toHaveAttribute('aria-busy', 'true')
  await photograph('keys-outdated')
  list.release()
  await expect(table).toHaveAttribute('aria-busy', 'false')
})

test('offline, what was loaded stays and is marked', async ({ page, signInAs, context, photograph }) => {
  await signInAs('owner')
  await context.setOffline(true)
  await expect(page.getByText(/offline/i).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Checkout assistant' })).toBeVisible()
  await photograph('keys-offline')
  await context.setOffline(false)
  await expect(page.getByText(/offline/i)).toHaveCount(0)
})
