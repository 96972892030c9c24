import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`
const tokens = (...names: string[]) => Object.fromEntries(names.map((name) => [name, token(name)]))

/** Text, mark, soft ground and line of one verdict. */
const verdict = (name: string) => ({
  DEFAULT: token(name),
  mark: token(`${name}-mark`),
  soft: token(`${name}-soft`),
  line: token(`${name}-line`),
})

const config: Config = {
  content: ['./src/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  theme: {
    screens: { tablet: '721px', laptop: '1181px', desktop: '1361px', wide: '1600px' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...tokens(
        'canvas',
        'surface',
        'raised',
        'sunken',
        'hover',
        'pressed',
        'mark',
        'scrim',
        'focus',
        'plate',
      ),
      line: { DEFAULT: token('line'), strong: token('line-strong'), field: token('line-field') },
      ink: { DEFAULT: token('ink'), 2: token('ink-2'), 3: token('ink-3'), 4: token('ink-4') },
      accent: {
        DEFAULT: token('accent'),
        hover: token('accent-hover'),
        edge: token('accent-edge'),
        ink: token('accent-ink'),
        soft: token('accent-soft'),
        line: token('accent-line'),
        on: token('on-accent'),
      },
      danger: { DEFAULT: token('danger'), on: token('on-danger') },
      valid: verdict('valid'),
      limited: verdict('limited'),
      invalid: verdict('invalid'),
      unreachable: verdict('unreachable'),
      inconclusive: verdict('inconclusive'),
      untested: verdict('untested'),
      ...tokens('env-prod', 'env-prod-ink', 'env-stage', 'env-stage-ink', 'env-dev-ink'),
      ...tokens('switch-on', 'switch-off', 'switch-thumb'),
      ...tokens('code-ink', 'code-str', 'code-key', 'code-com'),
    },
    fontFamily: { sans: token('font-sans'), mono: token('font-mono') },
    fontSize: {
      xs: ['12px', '16px'],
      sm: ['13px', '20px'],
      md: ['14px', '20px'],
      lg: ['16px', '24px'],
      xl: ['20px', '28px'],
      '2xl': ['26px', '32px'],
    },
    borderRadius: {
      none: '0',
      tag: token('r-tag'),
      control: token('r-control'),
      tile: token('r-tile'),
      card: token('r-card'),
      full: token('r-full'),
    },
    boxShadow: { none: 'none', float: token('shadow'), lip: 'inset 0 1px 0 rgb(255 255 255 / 0.16)' },
    extend: {
      spacing: tokens('gutter', 'rail', 'row', 'control', 'field', 'chip', 'touch'),
      transitionDuration: { DEFAULT: token('fast'), fast: token('fast'), slow: token('slow') },
      transitionTimingFunction: { DEFAULT: token('ease'), calm: token('ease') },
    },
  },
}

export default config
