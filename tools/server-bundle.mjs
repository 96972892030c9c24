import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** How server code is bundled, for production and development alike. Packages stay outside. */
export const bundleOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  alias: { '@': path.join(root, 'src'), '@demo': path.join(root, 'demo') },
  logLevel: 'warning',
}
