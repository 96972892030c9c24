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
const globalFetch = {
  selector: "MemberExpression[object.name=/^(globalThis|window|self|global)$/][property.name='fetch']",
  message: bareFetch.message,
}
const otherWaysOut = {
  selector: 'NewExpression[callee.name=/^(WebSocket|EventSource|XMLHttpRequest)$/]',
  message: bareFetch.message,
}
const takenFetch = {
  selector: "VariableDeclarator[init.name=/^(globalThis|window|self|global)$/] Property[key.name='fetch']",
  message: bareFetch.message,
}
const waysOut = [bareFetch, globalFetch, takenFetch, otherWaysOut]
/** Modules that can connect to another machine; their types send nothing. */
const connecting = {
  paths: ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'child_process']
    .flatMap((name) => [name, `node:${name}`])
    .concat('undici', 'axios', 'got', 'node-fetch', 'ws')
    .map((name) => ({ name, message: bareFetch.message, allowTypeImports: true })),
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
    rules: {
      'no-restricted-syntax': ['error', processEnv, ...waysOut, testBranch],
      '@typescript-eslint/no-restricted-imports': ['error', connecting],
    },
  },
  {
    files: ['src/env.ts'],
    rules: { 'no-restricted-syntax': ['error', ...waysOut, testBranch] },
  },
  {
    files: ['src/server/outbound/**'],
    rules: {
      'no-restricted-syntax': ['error', processEnv, testBranch],
      '@typescript-eslint/no-restricted-imports': 'off',
    },
  },
  {
    // The server that listens, and the process that makes the first files of the embedded database.
    files: ['src/server/start-server.ts', 'src/server/db/open-embedded.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  { files: ['src/**/*.ts'], ignores: ['**/*.test.ts'], rules: size(250, 50) },
  { files: ['src/**/*.tsx'], ignores: ['**/*.test.tsx'], rules: size(250, 150) },
  { files: ['src/features/*/server/router.ts'], rules: size(80, 80) },
  {
    files: ['**/*.test.{ts,tsx}', 'src/testing/**', 'e2e/**', 'demo/**', 'bench/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-console': 'off',
    },
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
]

export default config
