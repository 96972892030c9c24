import { StartError } from '../start-error'
import { randomKey, type KeyRing } from './key-ring'

/**
 * The ring with one more master key, which seals from now on. Write it, give it to every instance, then `reseal`;
 * keys of the old ring stay until `retireMasterKey`.
 */
export function rotateMasterKey(ring: KeyRing): KeyRing {
  let number = ring.masterKeys.size + 1
  while (ring.masterKeys.has(`m${number}`)) number += 1
  const id = `m${number}`
  return { ...ring, active: id, masterKeys: new Map([...ring.masterKeys, [id, randomKey()]]) }
}

/**
 * The ring without a master key. `rowsUnderIt` is what `countRowsUnder` says now. Throws a StartError while
 * anything needs the key. Backups made before still need it: keep the old ring with them.
 */
export function retireMasterKey(ring: KeyRing, id: string, rowsUnderIt: number): KeyRing {
  if (!ring.masterKeys.has(id)) throw new StartError(`The key ring holds no master key "${id}".`)
  if (id === ring.active) throw new StartError(`Master key "${id}" is the active one. Rotate first.`)
  if (rowsUnderIt > 0) {
    throw new StartError(
      `${rowsUnderIt} sealed ${rowsUnderIt === 1 ? 'row needs' : 'rows need'} master key "${id}". Re-seal first; a row that cannot be opened needs its secret replaced.`,
    )
  }
  return { ...ring, masterKeys: new Map([...ring.masterKeys].filter(([each]) => each !== id)) }
}
