import { expect, keyFor, test } from '../test'

const owner = { email: 'ada@example.com', password: 'engines weave algebra' }

test.describe.configure({ mode: 'serial' })

test('the first visitor on this machine becomes the owner', async ({ page, photograph }) => {
  await page.goto('/')
  await page.waitForURL('**/set-up')
  await photograph('set-up')
  await page.getByLabel('Your name').fill('Ada Lovelace')
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByLabel(/Organization/).fill('Analytical Engines')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/analytical-engines/keys')
  await expect(page.getByRole('heading', { name: 'Provider keys' })).toBeVisible()
  await photograph('keys-empty')
})

test('a wrong password is refused in the words for any account, and what was typed stays', async ({
  page,
  signIn,
  photograph,
}) => {
  await page.goto('/sign-in')
  await photograph('sign-in')
  await signIn(owner.email, 'not the password')
  const refusal = page.getByRole('alert').filter({ hasText: /password/i })
  await expect(refusal).toBeVisible()
  const words = await refusal.innerText()
  await expect(page.getByLabel('E-mail')).toHaveValue(owner.email)
  await signIn('nobody@example.com', 'not the password')
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.com')
  await expect(refusal).toHaveText(words)
})

test('a key is added, switched off, replaced and deleted', async ({ page, signIn, paste, photograph }) => {
  await page.goto('/')
  await signIn(owner.email, owner.password)
  await page.waitForURL('**/keys')

  await page.getByRole('button', { name: 'Add key' }).first().click()
  await page.getByRole('button', { name: /^OpenAI/ }).click()
  await paste('Secret', `  Bearer ${keyFor('openai', 'ok')}\n`)
  await expect(page.getByText(/Removed/)).toContainText('Bearer')
  await page.getByLabel('Label').fill('Checkout')
  await page.getByText('Production', { exact: true }).click()
  await page.getByRole('button', { name: 'Save key' }).click()
  const row = page.getByRole('row', { name: /Checkout/ })
  await expect(row).toContainText('Valid')
  await expect(row).toContainText('sk-proj-…')

  await row.getByRole('switch').click()
  await expect(row.getByRole('switch')).not.toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByRole('switch')).toBeChecked()

  await page.getByRole('link', { name: 'Checkout' }).click()
  await page.waitForURL('**/keys/pk_*')
  await page.getByRole('button', { name: 'Replace secret' }).click()
  await paste('Secret', keyFor('openai', 'restricted'))
  await page.getByRole('dialog').getByRole('button', { name: 'Replace secret' }).first().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('Limited')

  await page.getByRole('button', { name: 'Delete key' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled()
  await photograph('delete-production')
  await dialog.getByRole('textbox').fill('Checkout')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.waitForURL('**/keys')
  await expect(page.getByRole('link', { name: 'Checkout' })).toHaveCount(0)
})

test('signing out everywhere ends the other browser on its next request', async ({
  page,
  browser,
  signIn,
  baseURL,
}) => {
  await page.goto('/')
  await signIn(owner.email, owner.password)
  await page.waitForURL('**/keys')
  const other = await browser.newContext({ baseURL })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/')
  await elsewhere.getByLabel('E-mail').fill(owner.email)
  await elsewhere.getByLabel('Password', { exact: true }).fill(owner.password)
  await elsewhere.keyboard.press('Enter')
  await elsewhere.waitForURL('**/keys')

  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.waitForURL('**/sign-in**')
  await elsewhere.reload()
  await elsewhere.waitForURL('**/sign-in**')
  await other.close()
})

test('a session revoked in mid-form: signing in over the page, nothing typed is lost', async ({
  page,
  browser,
  signIn,
  paste,
  baseURL,
}) => {
  await page.goto('/')
  await signIn(owner.email, owner.password)
  await page.waitForURL('**/keys')
  await page.getByRole('button', { name: 'Add key' }).first().click()
  await page.getByRole('button', { name: /^Groq/ }).click()
  await page.getByLabel('Label').fill('Mid-form')
  await paste('Secret', keyFor('groq', 'ok'))

  const other = await browser.newContext({ baseURL })
  const elsewhere = await other.newPage()
  await elsewhere.goto('/account')
  await elsewhere.getByLabel('E-mail').fill(owner.email)
  await elsewhere.getByLabel('Password', { exact: true }).fill(owner.password)
  await elsewhere.keyboard.press('Enter')
  await elsewhere.getByRole('button', { name: 'Sign out everywhere' }).click()
  await elsewhere.getByRole('alertdialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await elsewhere.waitForURL('**/sign-in**')
  await other.close()

  await page.getByRole('button', { name: 'Save key' }).click()
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
  await expect(page.getByLabel('Label')).toHaveValue('Mid-form')
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByRole('row', { name: /Mid-form/ })).toContainText('Valid')
})
