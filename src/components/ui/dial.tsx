const turns = 180
const radius = 352

const polar = (length: number, angle: number) => {
  const radians = (angle * Math.PI) / 180
  return `${(length * Math.cos(radians)).toFixed(1)} ${(length * Math.sin(radians)).toFixed(1)}`
}

const tick = (index: number) => {
  const angle = (index * 360) / turns
  return `M${polar(radius, angle)}L${polar(radius + (index % 15 === 0 ? 14 : 6), angle)}`
}

const ticks = Array.from({ length: turns }, (_, index) => tick(index)).join('')

/** A dial of hairlines behind what stands alone on a page. Gone where there is no room for it. */
export const Dial = () => (
  <svg
    viewBox="-720 -720 1440 1440"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
    className="text-line-strong max-tablet:hidden pointer-events-none absolute top-[calc(50%-28px)] left-1/2 size-[1440px] -translate-1/2 [mask-image:radial-gradient(closest-side,#000_45%,rgb(0_0_0/0.5)_66%,transparent)]"
  >
    <circle r={radius} />
    <circle r="470" />
    <circle r="592" />
    <circle r="718" />
    <path d={ticks} />
  </svg>
)
