import { TriangleAlert } from 'lucide-react'

/** Why a form as a whole did not go through. Read out when it appears. */
export const FormRefusal = ({ children }: { children: string | null }) =>
  children && (
    <p
      role="alert"
      className="border-invalid-line bg-invalid-soft text-invalid rounded-control flex items-start gap-2 border px-3 py-2 text-sm"
    >
      <TriangleAlert aria-hidden className="text-invalid-mark mt-0.5" />
      {children}
    </p>
  )
