import { exportToLibraries, loadEnvFile, readSettings } from '@/env'
import { createApp } from '@/server/app'
import { runProcess } from '@/server/run-process'
import { StartError } from '@/server/start-error'
import { startFakeProviders } from './fake-providers/start'
import { demoPeople, seedDemo } from './seed'

/** Its passwords are known to everybody: it keeps to a data directory of its own and to this machine. */
const directory = process.env.LATCHKEY_DEMO_DIR || '.latchkey-demo'
const passedOn = ['PORT', 'LOG_LEVEL', 'RATE_LIMIT_TESTS', 'RATE_LIMIT_WRITES', 'RATE_LIMIT_READS']

loadEnvFile()
await runProcess({
  async readSettings() {
    if (process.env.DATABASE_URL)
      throw new StartError('The demo does not touch DATABASE_URL. Unset it, or start without --demo.')
    const given = Object.fromEntries(passedOn.map((name) => [name, process.env[name]]))
    const settings = readSettings({ ...given, LATCHKEY_DIR: directory })
    const { origin } = await startFakeProviders()
    exportToLibraries(settings)
    return { ...settings, PROVIDER_ORIGINS: [{ from: '*', to: `${origin}/{host}` }] }
  },
  createApp,
  mayCreateSecrets: true,
  async prepare(deps) {
    process.stdout.write('Filling the demo …\n')
    await seedDemo(deps)
  },
  greet: async () => [
    'Demo: no call leaves this machine. Sign in as',
    ...demoPeople.map(({ role, email, password }) => `  ${role.padEnd(10)}${email.padEnd(28)}${password}`),
  ],
})
