/** Writes src/components/ui/provider-marks.ts: the outlines of the marks we show, and of no others. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'

const names = [
  'openai',
  'anthropic',
  'vertexai',
  'azureai',
  'bedrock',
  'cohere',
  'mistral',
  'groq',
  'together',
  'github',
  'google',
]
const target = 'src/components/ui/provider-marks.ts'
const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@lobehub/icons-static-svg/package.json')),
  'icons',
)

const attribute = (element, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1]

function outlines(name) {
  const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8')
  const box = attribute(svg, 'viewBox')
  if (box !== '0 0 24 24') throw new Error(`${name} is drawn in another box: ${box}`)
  return [...svg.matchAll(/<path[^>]*>/g)].map(([element]) => {
    const opacity = attribute(element, 'fill-opacity') ?? attribute(element, 'opacity')
    return { d: attribute(element, 'd'), ...(opacity && { opacity: Number(opacity) }) }
  })
}

const marks = Object.fromEntries(names.map((name) => [name, outlines(name)]))
const code = `/** Written by tools/provider-marks.mjs from @lobehub/icons-static-svg (MIT). Outlines in a box of 24 by 24. */
export const providerMarks = ${JSON.stringify(marks)} satisfies Record<string, readonly { d: string; opacity?: number }[]>
`
writeFileSync(target, await format(code, { ...(await resolveConfig(target)), filepath: target }))
