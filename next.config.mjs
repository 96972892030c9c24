/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run typecheck`; here they would double the time of the first start.
  typescript: { ignoreBuildErrors: true },
  // Server code runs outside Next's graph; these are named so that a slip does not bundle a database.
  serverExternalPackages: ['@electric-sql/pglite', 'pg', '@node-rs/argon2'],
}

export default config
