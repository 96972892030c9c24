'use client'

import { Segmented } from '@/components/ui/segmented'
import { environments, type Environment } from '../provider-key'
import { environmentWords } from './environment-words'

interface Props {
  value: Environment
  onChange: (value: Environment) => void
  error?: string | null
}

export const EnvironmentChoice = ({ value, onChange, error }: Props) => (
  <div>
    <div aria-hidden className="mb-1.5 text-sm font-medium">
      Environment
    </div>
    <Segmented
      label="Environment"
      value={value}
      choices={environments.map((each) => ({ value: each, label: environmentWords[each] }))}
      onChange={onChange}
    />
    {error && (
      <p role="alert" className="text-invalid mt-1.5 text-xs">
        {error}
      </p>
    )}
  </div>
)
