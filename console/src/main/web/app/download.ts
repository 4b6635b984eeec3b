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
export function saveList(path: string, type: FileType): Promise<void> {
  return saveFile(path, FILE_TYPES[type], `greenpark.${type}`);
}

/** A document of the API that is to be printed. */
export function savePaper(path: string): Promise<void> {
  return saveFile(path, 'application/pdf', 'greenpark.pdf');
}

async function saveFile(path: string, accept: string, otherwise: string): Promise<void> {
  const response = await request(path, { headers: { accept } });
  if (!response.ok) {
    throw await refusalOf(response);
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  save(await response.blob(), name ?? otherwise);
}
