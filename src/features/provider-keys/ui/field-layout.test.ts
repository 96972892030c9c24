import { expect, test } from 'vitest'
import { wholeLines } from './field-layout'

const draw = (text: string) =>
  wholeLines([...text].map((sign) => sign === 'W'))
    .map((isWhole) => (isWhole ? 'W' : 'h'))
    .join('')

test('small fields stand in pairs; one that would stand alone takes the line', () => {
  expect(draw('Whh')).toBe('Whh')
  expect(draw('Wh')).toBe('WW')
  expect(draw('hWWh')).toBe('WWWW')
  expect(draw('Whhh')).toBe('WhhW')
})
