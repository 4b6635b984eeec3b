// Spreadsheets on their way to the server: previewed, then accepted as they were previewed.
import type { SheetPreview } from '#api';
import { query, refusalOf, request } from '../api.ts';
import { loadTexts, t } from '../text.ts';

export const SHEET_KINDS = [
  'enterprises',
  'contacts',
  'outlets',
  'devices',
  'limits',
  'targets',
  'statistics',
  'registry',
] as const;

export type SheetKind = typeof SHEET_KINDS[number];

/** What would become of a file. */
export function previewFile(kind: SheetKind, file: File): Promise<SheetPreview> {
  return send(`/sheets/${kind}/preview`, file);
}

/** Takes a file over that was previewed. */
export function acceptFile(kind: SheetKind, file: File, token: string, reason: string): Promise<SheetPreview> {
  return send(query(`/sheets/${kind}/accept`, { token, reason }), file);
}

/** Sends a file; the answer is what becomes of it. */
export async function send<T = SheetPreview>(path: string, file: File): Promise<T> {
  let response: Response;
  try {
    const type = file.type || 'application/octet-stream';
    response = await request(path, { method: 'POST', headers: { 'content-type': type }, body: file });
  } catch (cause) {
    await loadTexts();
    throw new Error(t('error.unreachable'), { cause });
  }
  if (!response.ok) {
    throw await refusalOf(response);
  }
  return await response.json();
}
