import { startFakeProviders } from './start'

const { providerOrigins, close } = await startFakeProviders({ port: Number(process.argv[2] ?? 4010) })
process.stdout.write(`The fake providers answer. For Latchkey:\n  PROVIDER_ORIGINS='${providerOrigins}'\n`)
process.once('SIGINT', () => void close()).once('SIGTERM', () => void close())
