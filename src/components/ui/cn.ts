import { clsx, type ClassValue } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const sizes = ['gutter', 'rail', 'row', 'control', 'field', 'chip', 'touch']

const merge = extendTailwindMerge({
  extend: {
    theme: { spacing: sizes, radius: ['tag', 'control', 'tile', 'card'], shadow: ['float', 'lip'] },
    classGroups: { 'font-family': ['text-code'] },
  },
})

/** Joins class names; of two that set the same property, the later wins. */
export const cn = (...values: ClassValue[]): string => merge(clsx(values))
