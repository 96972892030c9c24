import { LetterTag } from '@/components/ui/tag'
import type { Environment } from '../provider-key'
import { environmentWords } from './environment-words'

const looks = { production: 'loud', staging: 'calm', development: 'quiet' } as const

interface Props {
  environment: Environment
  className?: string
  /** For narrow columns: the word is only read out. */
  wordClassName?: string
}

export const EnvironmentTag = ({ environment, className, wordClassName }: Props) => (
  <LetterTag letter={environmentWords[environment].charAt(0)} look={looks[environment]} className={className}>
    <span className={wordClassName}>{environmentWords[environment]}</span>
  </LetterTag>
)
