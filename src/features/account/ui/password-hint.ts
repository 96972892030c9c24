import { passwordLength } from '../schema'

export const passwordHint = `At least ${passwordLength.min} characters. A few words make a good one.`
