import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** One violation per rule: a file, what it imports, and the rule that must bite. */
const planted: [rule: string, file: string, imports: string][] = [
  ['core-imports-nothing-of-ours', 'src/core/a.ts', 'src/providers/z.ts'],
  ['providers-are-pure', 'src/providers/a.ts', 'src/server/z.ts'],
  ['slice-roots-are-pure', 'src/features/provider-keys/a.ts', 'src/server/z.ts'],
  ['slice-order-audit-log', 'src/features/audit-log/server/a.ts', 'src/features/provider-keys/z.ts'],
  ['slice-order-account', 'src/features/account/server/a.ts', 'src/features/provider-keys/z.ts'],
  ['slice-order-organizations', 'src/features/organizations/server/a.ts', 'src/features/account/z.ts'],
  ['slice-order-provider-keys', 'src/features/provider-keys/server/a.ts', 'src/features/account/z.ts'],
  [
    'other-slices-only-root-and-server',
    'src/features/account/server/b.ts',
    'src/features/organizations/server/z.repository.ts',
  ],
  ['ui-never-reaches-server', 'src/features/account/ui/a.tsx', 'src/features/account/server/z.ts'],
  ['only-hooks-see-trpc', 'src/features/account/ui/b.tsx', 'src/trpc/z.ts'],
  ['routers-are-thin', 'src/features/account/server/router.ts', 'src/server/db/z.ts'],
  ['prisma-only-in-repositories', 'src/features/account/server/c.ts', 'src/generated/prisma/client.ts'],
  ['secrets-only-through-deps', 'src/features/account/server/d.ts', 'src/server/secrets/z.ts'],
  ['wiring-knows-no-feature', 'src/server/a.ts', 'src/features/account/z.ts'],
  ['components-know-no-feature', 'src/components/a.ts', 'src/features/account/z.ts'],
  ['app-is-a-shell', 'src/app/a.ts', 'src/server/z.ts'],
  ['test-code-only-in-tests', 'src/server/b.ts', 'src/testing/z.ts'],
]

const folder = mkdtempSync(path.join(tmpdir(), 'import-rules-'))

function write(file: string, text: string) {
  const full = path.join(folder, file)
  mkdirSync(path.dirname(full), { recursive: true })
  writeFileSync(full, text)
}

describe('the direction of the house', () => {
  let found: { rule: string; from: string }[] = []

  beforeAll(async () => {
    for (const [, , imports] of planted) write(imports, 'export const z = 1\n')
    for (const [, file, imports] of planted) {
      const target = path.relative(path.dirname(file), imports).replace(/\.tsx?$/, '')
      write(
        file,
        `import { z } from '${target.startsWith('.') ? target : `./${target}`}'\nexport const used = z\n`,
      )
    }
    write('src/core/c.ts', "import { d } from './d'\nexport const c: number = d\n")
    write('src/core/d.ts', "import { c } from './c'\nexport const d: number = c\n")
    write('src/core/e.ts', "import 'a-package-nobody-declared'\n")
    const { output } = await cruise(['src'], {
      ruleSet: { forbidden: config.forbidden },
      validate: true,
      baseDir: folder,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    })
    found = (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
  }, 30_000)

  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(planted)('%s refuses its planted violation', (rule, file) => {
    expect(found).toContainEqual({ rule, from: file })
  })

  it('no-undeclared-packages refuses a package that is not declared', () => {
    expect(found).toContainEqual({ rule: 'no-undeclared-packages', from: 'src/core/e.ts' })
  })

  it('no-cycles refuses a cycle', () => {
    expect(found.map(({ rule }) => rule)).toContain('no-cycles')
  })

  it('no rule stands without a planted violation', () => {
    const names = config.forbidden.map(({ name }: { name: string }) => name)
    const proven = new Set([...planted.map(([rule]) => rule), 'no-cycles', 'no-undeclared-packages'])
    expect(names.filter((name: string) => !proven.has(name))).toEqual([])
  })
})
