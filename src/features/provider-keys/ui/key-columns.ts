import type { SortKey } from './list-url'

interface Column {
  name: 'check' | 'key' | 'environment' | 'mask' | 'verdict' | 'checked' | 'age' | 'by' | 'status' | 'more'
  /** In the head. */
  words: string
  /** The word is only read out. */
  isUnseen?: boolean
  width?: string
  /** Where the column gives way; on column, head and cell alike. */
  hidden?: string
  /** Of head and cell. */
  look?: string
  numeric?: boolean
  sortKey?: SortKey
}

const narrow = 'tablet:max-[900px]:hidden'

/* What a row can spare gives way first: who added it, then the words of the environment and the verdict's reason. */
export const columns: readonly Column[] = [
  { name: 'check', words: 'Select', isUnseen: true, width: 'w-13' },
  { name: 'key', words: 'Key', sortKey: 'label' },
  { name: 'environment', words: 'Environment', sortKey: 'environment', width: 'w-15 laptop:w-34 wide:w-43' },
  { name: 'mask', words: 'Secret', width: 'w-46 wide:w-60', hidden: narrow },
  { name: 'verdict', words: 'Verdict', sortKey: 'verdict', width: 'w-38 laptop:w-59 wide:w-85' },
  { name: 'checked', words: 'Checked', sortKey: 'lastCheckAt', numeric: true, width: 'w-24 wide:w-30' },
  {
    name: 'age',
    words: 'Age',
    sortKey: 'secretReplacedAt',
    numeric: true,
    width: 'w-23 wide:w-28',
    hidden: narrow,
  },
  {
    name: 'by',
    words: 'Added by',
    width: 'w-20 wide:w-31',
    hidden: 'max-desktop:hidden',
    look: 'pl-6 wide:pl-10',
  },
  { name: 'status', words: 'Status', numeric: true, width: 'w-21 wide:w-25' },
  { name: 'more', words: 'Menu', isUnseen: true, width: 'w-14' },
]
