import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const found = () =>
  [process.env.CHROMIUM_PATH, ...systemPaths, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  )

function install() {
  const hasApt = spawnSync('sh', ['-c', 'command -v apt-get'], { stdio: 'ignore' }).status === 0
  if (hasApt && process.getuid?.() === 0) {
    execFileSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 'inherit'] })
    execFileSync('apt-get', ['install', '-y', '-q', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  } else {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

/**
 * The path of a Chromium: `CHROMIUM_PATH`, the system's, Playwright's own, else one that it installs.
 * Throws when none can be had.
 */
export function findChromium() {
  if (!found()) {
    console.log('  no Chromium found: installing one')
    install()
  }
  const path = found()
  if (!path) throw new Error('No Chromium found. Install one, or set CHROMIUM_PATH.')
  return path
}
