// Files that leave the console: made here, or by the server of just what is shown.
import { refusalOf, request } from './api.ts';

/** The kinds of files that lists of the API are given as. */
export const FILE_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type FileType = keyof typeof FILE_TYPES;

/** Gives the reader a file. */
export function save(content: Blob, name: string): void {
  const at = URL.createObjectURL(content);
  const anchor = document.createElement('a');
  anchor.href = at;
  anchor.download = name;
  anchor.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(at), 60_000);
}

/** A list of the API as a file, in the reader's language. */
export async function saveList(path: string, type: FileType): Promise<void> {
  const response = await request(path, { headers: { accept: FILE_TYPES[type] } });
  if (!response.ok) {
    throw await refusalOf(response);
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  save(await response.blob(), name ?? `greenpark.${type}`);
}
