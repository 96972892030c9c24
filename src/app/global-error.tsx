'use client'

import './globals.css'

/** The root layout itself failed: no providers, no theme script, plain markup. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center p-6 text-center">
        <main>
          <h1 className="text-xl font-semibold">Latchkey could not be shown</h1>
          <p className="text-ink-3 mt-1">
            Something went wrong on our side. Nothing was changed. Load the page again.
          </p>
        </main>
      </body>
    </html>
  )
}
