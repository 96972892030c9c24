/**
 * Which of the items in a form of two columns take a whole line: those that need it, and those that would otherwise
 * stand beside a gap.
 */
export function wholeLines(needsLine: readonly boolean[]): boolean[] {
  let isSecondColumn = false
  return needsLine.map((needs, i) => {
    const isWhole = needs || (!isSecondColumn && needsLine[i + 1] !== false)
    isSecondColumn = !isWhole && !isSecondColumn
    return isWhole
  })
}
