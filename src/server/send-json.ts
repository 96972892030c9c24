import type { ServerResponse } from 'node:http'
import type { AppError } from '@/core/errors'
import { transport } from './api/error-mapping'

/** Answers of ours are data for programs: never kept, never drawn, never guessed at. */
const safeHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export function setSafeHeaders(res: ServerResponse): void {
  for (const [name, value] of Object.entries(safeHeaders)) res.setHeader(name, value)
}

export function sendJson(res: ServerResponse, status: number, body: string): void {
  setSafeHeaders(res)
  res
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    .end(body)
}

/** The one shape of errors outside tRPC. */
export function refuse(res: ServerResponse, { code, message }: AppError, requestId: string): void {
  sendJson(res, transport[code].httpStatus, JSON.stringify({ message, code, requestId }))
}
