import { expect, test } from 'vitest'
import type { Stage } from '@/providers/verdict'
import { stageWords } from './stage-words'

const about = { host: 'api.example.com', summary: 'Cannot list models', params: {}, usable: true }
const stage = (name: Stage['name'], state: Stage['state']): Stage => ({ name, state, latencyMs: 1 })

test('what passed tells what was learned', () => {
  expect(stageWords(stage('reach', 'passed'), about)).toBe('api.example.com answered')
  expect(stageWords(stage('models', 'passed'), { ...about, params: { models: 61 } })).toBe('61 found')
})

test('a missing scope is named at the stage it belongs to', () => {
  const limited = { ...about, params: { scope: 'api.model.read' } }
  expect(stageWords(stage('permissions', 'warned'), limited)).toBe('No scope api.model.read')
  expect(stageWords(stage('models', 'warned'), limited)).toBe('Not listed; chat works')
})

test('trouble without facts tells the reason, and what was skipped tells nothing', () => {
  expect(stageWords(stage('authenticate', 'failed'), { ...about, summary: 'Rejected by OpenAI' })).toBe(
    'Rejected by OpenAI',
  )
  expect(stageWords(stage('models', 'skipped'), about)).toBe('')
})
