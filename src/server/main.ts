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
  async greet({ deps, newKeyRingFile }) {
    const token = await ensureSetUpToken(deps)
    return [
      ...(newKeyRingFile ? [backUpAdvice(newKeyRingFile)] : []),
      ...(token ? [`Set-up token, which the first owner is asked for: ${token}`] : []),
    ]
  },
})

function backUpAdvice(keyRingFile: string): string {
  return `A key ring was made: ${keyRingFile}
Back it up now, apart from the database. Without it, every stored key is lost.`
}
