import { describe, expect, test } from 'vitest'
import { isFiltered, listQuery, loadListState, nextSort } from './list-url'

const load = (query: string) => loadListState(new URLSearchParams(query))

describe('the list in the address', () => {
  test('an empty address shows everything, newest first', () => {
    expect(listQuery(load(''), 'org_1')).toEqual({
      organizationId: 'org_1',
      sort: 'createdAt',
      direction: 'desc',
    })
    expect(isFiltered(load(''))).toBe(false)
  })

  test('filters, search and order are read from it', () => {
    const state = load(
      'search=%20checkout%20&environment=production,staging&verdict=invalid&attention=true&sort=label&direction=asc',
    )
    expect(listQuery(state, 'org_1')).toEqual({
      organizationId: 'org_1',
      search: 'checkout',
      environments: ['production', 'staging'],
      verdicts: ['invalid'],
      attention: true,
      sort: 'label',
      direction: 'asc',
    })
    expect(isFiltered(state)).toBe(true)
  })

  test('nonsense in the address is ignored, not sent', () => {
    const state = load('environment=moon&verdict=bad&sort=secret&direction=up&attention=maybe')
    expect(isFiltered(state)).toBe(false)
    expect(state.sort).toBe('createdAt')
  })

  test('a header sorts, turns round, and lets go', () => {
    const start = load('')
    const once = nextSort(start, 'label')
    const twice = nextSort({ sort: 'label', direction: 'asc' }, 'label')
    const thrice = nextSort({ sort: 'label', direction: 'desc' }, 'label')
    expect([once, twice, thrice]).toEqual([
      { sort: 'label', direction: 'asc' },
      { sort: 'label', direction: 'desc' },
      { sort: null, direction: null },
    ])
  })
})
