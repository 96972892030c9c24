/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Server code runs outside Next's graph; these are named so that a slip does not bundle a database.
  serverExternalPackages: ['@electric-sql/pglite', 'pg', '@node-rs/argon2'],
}
