'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { memo, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { ProviderMark } from '@/components/ui/provider-mark'
import { Cell, Row } from '@/components/ui/table'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ProviderKeyView } from '../schema'
import { EnvironmentTag } from './environment-tag'
import { useIsTesting, useKeyActions } from './key-actions'
import { KeyMenu } from './key-menu'
import { KeySwitch } from './key-switch'
import { KeyVerdictLine } from './key-verdict-line'
import { providerLine, providerOf } from './provider-of'
import { useScreen } from './screen-context'
import { SecretAge } from './secret-age'

interface Props {
  providerKey: ProviderKeyView
  /** Among all rows, from 0. */
  index: number
  isSelected: boolean
  /** Some row is selected: every row shows its box. */
  isSelecting: boolean
  /** Just added: marked, and brought into view. */
  isNew: boolean
  onToggle: (id: string, isOn: boolean, isRange: boolean) => void
}

const shownOnRow =
  'opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100'
const card = 'max-tablet:block max-tablet:h-auto max-tablet:border-0 max-tablet:p-0!'

/** Drawn again only when something of its own changes: lists are long. */
export const KeyRow = memo(function KeyRow(props: Props) {
  const { providerKey: key, index, isSelected, isSelecting, isNew, onToggle } = props
  const { canWrite, listPath } = useScreen()
  const row = useRef<HTMLTableRowElement>(null)
  const router = useRouter()
  const onKeyDown = useRowKeys(key, row, (isOn) => onToggle(key.id, isOn, false), isSelected)
  const href = `${listPath}/${key.id}`
  const isOff = key.status === 'inactive'

  useEffect(() => {
    if (isNew) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isNew])

  const open = (event: MouseEvent) => {
    const isOnControl =
      event.target instanceof Element &&
      event.target.closest('a,button,input,label,[role=menu],[role=switch]')
    if (
      !isOnControl &&
      event.currentTarget.contains(event.target as Node) &&
      getSelection()?.isCollapsed !== false
    )
      router.push(href)
  }
  return (
    <Row
      ref={row}
      role="row"
      aria-rowindex={index + 2}
      selected={canWrite ? isSelected : undefined}
      onClick={open}
      className={cn(
        'max-tablet:border-line max-tablet:pl-gutter max-tablet:relative max-tablet:grid max-tablet:grid-cols-[auto_minmax(0,1fr)_auto_auto] max-tablet:items-center max-tablet:gap-y-2 max-tablet:border-b max-tablet:py-3 max-tablet:pr-2',
        "max-tablet:[grid-template-areas:'key_key_power_more'_'verdict_verdict_when_when'_'env_mask_age_age']",
        isNew && 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)] [--knock:var(--accent-soft)]',
      )}
    >
      <Cell
        role="cell"
        className={cn(
          card,
          'max-tablet:absolute max-tablet:top-4.5 max-tablet:left-5 max-tablet:overflow-visible',
        )}
      >
        {canWrite && (
          <Checkbox
            label={`Select ${key.label}`}
            checked={isSelected}
            className={cn(
              shownOnRow,
              'max-tablet:opacity-0 max-tablet:pointer-coarse:opacity-0 align-middle data-[state=checked]:opacity-100',
              isSelecting && 'max-tablet:opacity-100 max-tablet:pointer-coarse:opacity-100 opacity-100',
            )}
            onClick={(event) => {
              event.preventDefault()
              onToggle(key.id, !isSelected, event.shiftKey)
            }}
          />
        )}
      </Cell>
      <Cell role="cell" className={cn(card, 'max-tablet:[grid-area:key]')}>
        <span className="flex min-w-0 items-center gap-3">
          <ProviderMark
            name={providerOf(key).mark}
            className={cn(
              'max-tablet:size-8',
              isSelecting && 'max-tablet:invisible',
              isOff && '[&>svg]:opacity-50',
            )}
          />
          <span className="min-w-0">
            <Link
              href={href}
              prefetch={false}
              data-row-link
              onKeyDown={onKeyDown}
              className={cn(
                'rounded-tag max-tablet:text-md block truncate leading-4.5 font-medium tracking-[-0.004em]',
                isOff && 'text-ink-3 font-[450]',
              )}
            >
              {key.label}
            </Link>
            <span className="text-ink-3 block truncate text-xs">{providerLine(key)}</span>
          </span>
        </span>
      </Cell>
      <Cell role="cell" className={cn(card, 'max-tablet:pl-11! max-tablet:[grid-area:env]')}>
        <EnvironmentTag
          wordClassName="tablet:max-laptop:sr-only"
          environment={key.environment}
          className={cn(
            'max-tablet:gap-1.5 max-tablet:text-xs',
            isOff && 'text-ink-3 [&>span:first-child]:opacity-50',
          )}
        />
      </Cell>
      <Cell
        role="cell"
        className={cn(
          card,
          'tablet:max-[900px]:hidden max-tablet:overflow-visible max-tablet:pl-3! max-tablet:[grid-area:mask]',
        )}
      >
        <span className={cn('text-ink-2 flex min-w-0 items-center gap-1', isOff && 'text-ink-3')}>
          <span className="text-code text-[12px] whitespace-nowrap">{key.maskedToken}</span>
          <CopyButton text={key.id} what="id" className={cn(shownOnRow, 'max-tablet:hidden')} />
        </span>
      </Cell>
      <Cell role="cell" className={cn(card, 'max-tablet:pl-11! max-tablet:[grid-area:verdict]')}>
        <KeyVerdictLine providerKey={key} />
      </Cell>
      <Cell
        role="cell"
        numeric
        className={cn(card, 'text-ink-3 max-tablet:pr-3! max-tablet:text-xs max-tablet:[grid-area:when]')}
      >
        <TestedAt providerKey={key} />
      </Cell>
      <Cell
        role="cell"
        numeric
        className={cn(
          card,
          'tablet:max-[900px]:hidden max-tablet:pr-3! max-tablet:text-xs max-tablet:[grid-area:age]',
        )}
      >
        <SecretAge since={key.secretReplacedAt} />
      </Cell>
      <Cell role="cell" className="text-ink-2 max-desktop:hidden wide:pl-10 pl-6" title={key.createdBy.name}>
        {key.createdBy.name.split(' ')[0]}
      </Cell>
      <Cell
        role="cell"
        numeric
        className={cn(card, 'max-tablet:pr-1! max-tablet:[grid-area:power] overflow-visible')}
      >
        <span className="inline-flex items-center justify-end gap-2 align-middle">
          {isOff && <span className="text-ink-2 text-xs">Off</span>}
          <KeySwitch providerKey={key} />
        </span>
      </Cell>
      <Cell
        role="cell"
        numeric
        className={cn(card, 'max-tablet:pr-0! max-tablet:[grid-area:more] overflow-visible pr-4! pl-0')}
      >
        <KeyMenu providerKey={key} className={cn(shownOnRow, 'max-tablet:size-10 max-tablet:opacity-100')} />
      </Cell>
    </Row>
  )
})

function TestedAt({ providerKey: { id, lastCheck } }: { providerKey: ProviderKeyView }) {
  return useIsTesting(id) ? 'Now' : <TimeAgo time={lastCheck?.checkedAt ?? null} />
}

/** On the link of a row: arrows go from row to row, letters do what the menu says. */
function useRowKeys(
  key: ProviderKeyView,
  row: { current: HTMLElement | null },
  select: (isOn: boolean) => void,
  isSelected: boolean,
) {
  const { canWrite } = useScreen()
  const actions = useKeyActions()
  const move = (by: 1 | -1) => {
    const links = [...(row.current?.closest('table')?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
    const here = links.findIndex((link) => row.current?.contains(link))
    links[here + by]?.focus()
  }
  const deeds: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    ...(canWrite && {
      t: () => actions.test(key),
      e: () => actions.edit(key),
      x: () => select(!isSelected),
    }),
  }
  return (event: KeyboardEvent) => {
    const deed = event.metaKey || event.ctrlKey || event.altKey ? undefined : deeds[event.key]
    if (!deed) return
    event.preventDefault()
    deed()
  }
}
