import { Lock, Plus, ScrollText, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { Mark } from '@/components/ui/provider-mark'
import { VerdictGlyph } from '@/components/ui/verdict-glyph'
import { providerIds, providers } from '@/providers/registry'
import { stageNames, type StageName } from '@/providers/verdict'
import { stageLabels } from './stage-words'

interface StepProps {
  number: number
  title: string
  text: string
  children: ReactNode
}

const Step = ({ number, title, text, children }: StepProps) => (
  <li className="max-tablet:pb-6 max-tablet:pl-11 relative min-w-0">
    <span
      aria-hidden
      className="border-line-strong max-tablet:top-8 max-tablet:bottom-1 max-tablet:left-[13.5px] max-tablet:border-t-0 max-tablet:border-l tablet:top-[13.5px] tablet:right-[-28px] tablet:left-9 max-tablet:in-[li:last-child]:hidden tablet:in-[li:last-child]:right-0 tablet:in-[li:last-child]:[border-image:linear-gradient(90deg,var(--line-strong),transparent)_1] absolute border-t"
    />
    <span
      aria-hidden
      className={cn(
        'border-line-strong bg-surface text-ink-3 max-tablet:absolute max-tablet:top-0 max-tablet:left-0 relative grid size-7 place-items-center rounded-full border text-sm font-medium',
        number === 1 && 'border-ink bg-ink text-surface',
      )}
    >
      {number}
    </span>
    <h2 className={cn('tablet:mt-4 pt-0.5 text-lg font-semibold', number > 1 && 'text-ink-2')}>{title}</h2>
    <p className="text-ink-3 tablet:min-h-10 tablet:max-w-80 mt-1">{text}</p>
    <div
      aria-hidden
      className="rounded-card border-line bg-sunken max-tablet:hidden mt-5 h-53 overflow-hidden border p-5 [--knock:var(--sunken)]"
    >
      {children}
    </div>
  </li>
)

const Marks = () => (
  <span className="grid h-full grid-cols-5 content-center justify-items-center gap-3">
    {providerIds.map((id) => (
      <span
        key={id}
        className="rounded-card border-line bg-plate text-ink grid size-10 place-items-center border dark:border-white/8"
      >
        <Mark name={providers[id].mark} className="size-5" />
      </span>
    ))}
  </span>
)

const findings: Record<StageName, string> = {
  reach: 'api.openai.com',
  authenticate: 'Accepted',
  permissions: 'Chat, embeddings',
  models: '61 found',
}

const Stages = () => (
  <>
    {stageNames.map((name) => (
      <span key={name} className="grid h-8.5 grid-cols-[16px_104px_1fr] items-center gap-3 text-sm">
        <VerdictGlyph name="valid" />
        <span className="font-medium">{stageLabels[name]}</span>
        <span className="text-ink-2 truncate">{findings[name]}</span>
      </span>
    ))}
    <span className="border-line -mx-5 mt-2 flex items-center gap-2 border-t px-5 pt-2.5 text-sm">
      <VerdictGlyph name="valid" />
      Valid <span className="text-ink-3">Ready to use</span>
    </span>
  </>
)

const lines: readonly ReactNode[] = [
  <>
    <b className="text-code-key font-normal">const</b> llm = <b className="text-code-key font-normal">new</b>{' '}
    OpenAI({'{'}
  </>,
  <>
    {'  '}baseURL: <i className="text-code-str not-italic">&quot;…/v1&quot;</i>,
  </>,
  <>
    {'  '}apiKey: env.<b className="text-code-key font-normal">LATCHKEY</b>,
  </>,
  '});',
  '',
  <i key="end" className="text-code-com not-italic">
    {'// nothing else changes'}
  </i>,
]

const Code = () => (
  <span className="text-code-ink -mx-5 grid h-full content-center font-mono text-[12.5px] leading-5.5 whitespace-pre">
    {lines.map((line, i) => (
      <span key={i} className="flex">
        <span className="text-ink-4 w-10 pr-4 text-right">{i + 1}</span>
        <span>{line}</span>
      </span>
    ))}
  </span>
)

const vows = [
  { icon: ShieldCheck, title: 'Tested before it is stored', text: 'With a real call to the provider' },
  { icon: Lock, title: 'Sealed at once', text: 'Nobody reads it again, owners included' },
  { icon: ScrollText, title: 'Every change is recorded', text: 'Who, what and when, in the audit trail' },
]

interface Props {
  /** Absent for those who may only look. */
  onAdd?: () => void
  /** Said instead of the button. */
  whoCan: string
}

/** The first run, as a path: add a key, test it, connect a program. */
export const KeysEmpty = ({ onAdd, whoCan }: Props) => (
  <section className="px-gutter max-tablet:pt-5 max-w-310 pt-11 pb-6">
    <ol className="tablet:grid-cols-3 tablet:gap-9 grid">
      <Step
        number={1}
        title="Add a key"
        text="Choose one of ten providers and paste the key. What does not belong to it is removed."
      >
        <Marks />
      </Step>
      <Step
        number={2}
        title="Test it"
        text="A real call says whether it works, what it may do and which models it reaches."
      >
        <Stages />
      </Step>
      <Step
        number={3}
        title="Connect a program"
        text="Comes with the gateway: one API key and one address. The provider’s key stays here."
      >
        <Code />
      </Step>
    </ol>
    <div className="text-ink-3 tablet:mt-6 max-tablet:flex-col max-tablet:items-stretch max-tablet:gap-3 flex items-center gap-4 text-sm">
      {onAdd ? (
        <>
          <Button look="primary" onClick={onAdd}>
            <Plus />
            Add key
          </Button>
          <span>About a minute. Nothing is stored until the test has answered.</span>
        </>
      ) : (
        <span>{whoCan}</span>
      )}
    </div>
    <ul className="border-line text-ink-3 tablet:mt-12 tablet:grid-cols-3 tablet:gap-9 mt-6 grid gap-4 border-t pt-5 text-sm">
      {vows.map(({ icon: Icon, title, text }) => (
        <li key={title} className="flex gap-2.5 leading-4.5">
          <Icon aria-hidden className="mt-px" />
          <span>
            <span className="text-ink mb-px block font-medium">{title}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  </section>
)
