import { exportToLibraries, loadEnvFile, readSettings } from '@/env'
import { ensureSetUpToken } from '@/features/account/server/set-up-state'
import { createApp } from './app'
import { runProcess } from './run-process'

/** The server's process: `npm start`, and under `npm run up` and `npm run dev`. */
loadEnvFile()
await runProcess({
  readSettings() {
    const settings = { ...readSettings(), ...(process.argv.includes('--no-pages') && { PAGES: false }) }
    exportToLibraries(settings)
    return settings
  },
  createApp,
  mayCreateSecrets: process.argv.includes('--create-secrets'),
  async greet({ deps }) {
    const token = await ensureSetUpToken(deps)
    return token === null ? [] : [`Set-up token (asked when the first owner signs up): ${token}`]
  },
})
