import { expect, keyFor, test } from '../test'

test.beforeEach(async ({ page, signInAs }) => {
  await signInAs('owner')
  await page.getByRole('button', { name: 'Add key' }).first().click()
})

test('a restricted key is limited, says what it is good for, and can be saved', async ({
  page,
  paste,
  photograph,
}) => {
  await photograph('add-provider')
  await page.getByRole('button', { name: /^OpenAI/ }).click()
  await paste('Secret', keyFor('openai', 'restricted'))
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  const test = page.getByRole('region', { name: 'Test' })
  await expect(test.getByRole('heading', { name: 'Limited' })).toBeVisible()
  await expect(test).toContainText('It works for chat')
  await photograph('add-limited')
})

test('a rejected key is not stored, and nothing typed is lost', async ({ page, paste, photograph }) => {
  await page.getByRole('button', { name: /^Anthropic/ }).click()
  await page.getByLabel('Label').fill('Letters')
  await paste('Secret', keyFor('anthropic', 'revoked'))
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByRole('heading', { name: 'Invalid' })).toBeVisible()
  await expect(page.getByLabel('Label')).toHaveValue('Letters')
  await photograph('add-invalid')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Letters', exact: true })).toHaveCount(0)
})

test('a silent provider offers to save the key inactive and untested', async ({
  page,
  paste,
  photograph,
}) => {
  await page.getByRole('button', { name: /^Cohere/ }).click()
  await page.getByLabel('Label').fill('Silent')
  await paste('Secret', keyFor('cohere', 'reset'))
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByRole('heading', { name: 'Unreachable' })).toBeVisible()
  await photograph('add-unreachable')
  await page.getByRole('button', { name: 'Save inactive, untested' }).click()
  const row = page.getByRole('row', { name: /Silent/ })
  await expect(row.getByRole('switch')).not.toBeChecked()
})

test('while a provider is slow the sheet says so, and the page stays free', async ({
  page,
  paste,
  photograph,
}) => {
  await page.getByRole('button', { name: /^Groq/ }).click()
  await paste('Secret', keyFor('groq', 'hang'))
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Test' })).toBeVisible()
  await photograph('add-testing')
  await expect(page.getByRole('heading', { name: 'Unreachable' })).toBeVisible({ timeout: 15_000 })
})

test('a key of another provider offers to switch the form', async ({ page, paste }) => {
  await page.getByRole('button', { name: /^OpenAI/ }).click()
  await paste('Secret', keyFor('anthropic', 'ok'))
  await page.getByRole('button', { name: /Switch to Anthropic/ }).click()
  await expect(page.getByRole('heading', { name: 'Add Anthropic key' })).toBeVisible()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Valid' })).toBeVisible()
})

test('a custom endpoint needs a name and an address, and is stored without a test', async ({
  page,
  paste,
}) => {
  await page.getByRole('button', { name: /^Custom/ }).click()
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByRole('dialog')).toContainText(/Name this provider|Give it a name|name/i)
  await page.getByLabel('Name', { exact: true }).fill('lab')
  await page.getByLabel('Base address').fill('https://llm.example/v1/chat/completions')
  await paste('Secret', keyFor('custom', 'ok'))
  await page.getByRole('button', { name: 'Save key' }).click()
  await expect(page.getByRole('row', { name: /lab/ }).first()).toContainText('Untested')
})

test('by keyboard alone a key is added', async ({ page, paste }) => {
  await page.keyboard.type('mist')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Add Mistral key' })).toBeVisible()
  await paste('Secret', keyFor('mistral', 'ok'))
  await page.getByLabel('Label').focus()
  await page.keyboard.type('Keyboard')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Keyboard/ })).toContainText('Valid')
})
