import { fdatasyncSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

interface OpenStream {
  /** File descriptor of node. */
  nfd: number
}

interface EmscriptenModule {
  FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: OpenStream) => number } } } }
}

/**
 * The data directory on disk, with a real fsync: emscripten's node file system has none, so that a commit would
 * be lost with the power although PostgreSQL believes it stored. Must be used with `syncedStartParams`.
 */
export class SyncedNodeFS extends NodeFS {
  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const options = await super.init(...parameters)
    const hooks = (options.emscriptenOpts.preRun ??= []) as unknown as ((module: EmscriptenModule) => void)[]
    hooks.push((module) => {
      module.FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
        fdatasyncSync(nfd)
        return 0
      }
    })
    return options
  }
}

/** PGlite's own parameters without `-F` (no fsync), and with the one sync method that reaches the hook above. */
export const syncedStartParams: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
]
