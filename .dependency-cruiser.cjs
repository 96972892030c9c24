/** The direction of the house, as errors. Each rule has a planted violation in tools/import-rules.test.ts. */
const tests = '\\.test\\.tsx?$'
const slice = '^src/features/([^/]+)'
const sliceRoot = '^src/features/[^/]+/[^/]+\\.ts$'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** Slices that a slice may use (its root and server, never ui or repositories). Nothing else is allowed. */
const uses = {
  'audit-log': [],
  account: ['audit-log', 'organizations'],
  organizations: ['audit-log'],
  'provider-keys': ['audit-log', 'organizations'],
}

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'A cycle has no reading order.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'core-imports-nothing-of-ours',
      'core is the ground.',
      { path: '^src/core/', pathNot: tests },
      { path: '^(src|demo)/', pathNot: '^src/core/' },
    ),
    forbid(
      'providers-are-pure',
      'Providers run in the browser: core, zod and two signers.',
      { path: '^src/providers/', pathNot: tests },
      { pathNot: '^src/(core|providers)/|node_modules/(zod|aws4fetch|jose|uuid)/' },
    ),
    forbid(
      'slice-roots-are-pure',
      'A slice root is shared with the browser.',
      { path: sliceRoot, pathNot: tests },
      { pathNot: '^src/(core|providers)/|node_modules/zod/|^src/features/[^/]+/[^/]+\\.ts$' },
    ),
    ...Object.entries(uses).map(([name, allowed]) =>
      forbid(
        `slice-order-${name}`,
        'Slices see each other only along this list.',
        { path: `^src/features/${name}/`, pathNot: tests },
        { path: '^src/features/', pathNot: `^src/features/(${[name, ...allowed].join('|')})/` },
      ),
    ),
    forbid(
      'other-slices-only-root-and-server',
      'Another slice lends its root and server, never its ui or its rows.',
      { path: slice, pathNot: tests },
      { path: '^src/features/[^/]+/(ui/|server/.*\\.repository\\.ts)', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'ui-never-reaches-server',
      'The browser bundle must not hold server code; types are free.',
      { path: '^src/(features/[^/]+/ui|components)/', pathNot: tests },
      { path: '^src/(server|features/[^/]+/server|env)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'only-hooks-see-trpc',
      'Screens know no transport.',
      { path: '^src/features/[^/]+/ui/', pathNot: ['/use-[^/]+\\.tsx?$', tests] },
      { path: '^src/trpc/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'routers-are-thin',
      'A router names procedures; rules live in functions.',
      { path: '^src/features/[^/]+/server/router\\.ts$' },
      {
        pathNot:
          '^src/server/api/(procedures|trpc)|^src/features/[^/]+/(schema|server/[^/]+)\\.ts$|^src/core/|node_modules/(zod|@trpc)/',
      },
    ),
    forbid(
      'prisma-only-in-repositories',
      'Queries are reviewed in one place per slice.',
      {
        path: '^src/',
        pathNot: ['\\.repository\\.ts$', '^src/server/db/', '^src/generated/', '^src/testing/', tests],
      },
      { path: '^src/generated/prisma|node_modules/(@prisma|\\.prisma)/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'secrets-only-through-deps',
      'The vault and the ring are handed in, never imported.',
      { path: '^src/(features|app|components|trpc)/', pathNot: tests },
      { path: '^src/server/secrets/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'wiring-knows-no-feature',
      'server/ wires; only root and app know the slices.',
      {
        path: '^src/server/',
        pathNot: ['^src/server/api/root\\.ts$', '^src/server/(app|main)\\.ts$', tests],
      },
      { path: '^src/features/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'components-know-no-feature',
      'Primitives serve every slice.',
      { path: '^src/components/' },
      { path: '^src/(features|trpc|app)/' },
    ),
    forbid(
      'app-is-a-shell',
      'Routes hand data to screens; one server graph: types only.',
      { path: '^src/(app|trpc)/' },
      { path: '^src/(server|env|generated|features/[^/]+/server)', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'test-code-only-in-tests',
      'The product never runs test code.',
      { path: '^src/', pathNot: [tests, '^src/testing/'] },
      { path: '^src/testing/|\\.test\\.tsx?$|^demo/' },
    ),
    forbid(
      'no-undeclared-packages',
      'What is imported is declared.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/generated/.*/internal/|^\\.next/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
