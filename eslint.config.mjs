import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

const size = (max, perFunction) => ({
  'max-lines': ['error', { max, skipBlankLines: false }],
  'max-lines-per-function': ['error', { max: perFunction, skipBlankLines: true, skipComments: true }],
})

const processEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings come from src/env.ts, validated once at start.',
}
const bareFetch = {
  selector: "CallExpression[callee.name='fetch']",
  message: 'Outbound calls go through deps.http: an unguarded fetch reaches internal addresses.',
}
const testBranch = {
  selector: 'Literal[value=/^(VITEST|NODE_ENV_TEST|test-only)$/]',
  message: 'No branch for tests in the product.',
}

const config = [
  {
    ignores: [
      '.next/**',
      'dist/**',
      'src/generated/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...next,
  ...typescript,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', processEnv, bareFetch, testBranch] },
  },
  { files: ['src/env.ts'], rules: { 'no-restricted-syntax': ['error', bareFetch, testBranch] } },
  { files: ['src/server/outbound/**'], rules: { 'no-restricted-syntax': ['error', processEnv, testBranch] } },
  { files: ['src/**/*.ts'], ignores: ['**/*.test.ts'], rules: size(250, 50) },
  { files: ['src/**/*.tsx'], ignores: ['**/*.test.tsx'], rules: size(250, 150) },
  { files: ['src/features/*/server/router.ts'], rules: size(80, 80) },
  {
    files: ['**/*.test.{ts,tsx}', 'src/testing/**', 'e2e/**', 'demo/**', 'bench/**'],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
]

export default config
