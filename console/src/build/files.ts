// Hashes of files and folders, and files compressed beforehand.

/** What is used of `node:zlib`. Its types are part of a package that takes 10 MB to fetch. */
interface Zlib {
  brotliCompressSync: (bytes: Uint8Array, options: { params: Record<number, number> }) => Uint8Array;
  gzipSync: (bytes: Uint8Array, options: { level: number }) => Uint8Array;
  constants: { BROTLI_PARAM_SIZE_HINT: number };
}

declare const process: { getBuiltinModule: (name: 'node:zlib') => Zlib };

const { brotliCompressSync, constants, gzipSync } = process.getBuiltinModule('node:zlib');

/** Compressing less than this saves nothing worth an entry. */
const LEAST_BYTES = 512;

/** The files of a folder and of those in it, in an order that does not depend on the machine. */
export function filesOf(path: string): string[] {
  if (!Deno.statSync(path).isDirectory) {
    return [path];
  }
  return [...Deno.readDirSync(path)].flatMap((entry) => filesOf(`${path}/${entry.name}`)).sort();
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return hex(new Uint8Array(digest));
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A hash of all files of the paths with their names, and of further words. */
export async function hashed(paths: string[], words: string[] = []): Promise<string> {
  const lines = [...words];
  for (const file of paths.flatMap(filesOf)) {
    lines.push(`${file} ${await sha256(Deno.readFileSync(file))}`);
  }
  return sha256(new TextEncoder().encode(lines.join('\n')));
}

/** A hash as part of a name, as esbuild's: eight capitals and digits. */
export async function shortHash(bytes: Uint8Array): Promise<string> {
  return (await sha256(bytes)).slice(0, 8).toUpperCase();
}

/** Puts beside each file of a folder what it is in brotli (`.br`) and gzip (`.gz`), where that is smaller. */
export function compressed(folder: string): void {
  for (const file of filesOf(folder)) {
    const bytes = Deno.readFileSync(file);
    if (bytes.length >= LEAST_BYTES) {
      keep(
        `${file}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
        bytes,
      );
      keep(`${file}.gz`, gzipSync(bytes, { level: 9 }), bytes);
    }
  }
}

function keep(file: string, smaller: Uint8Array, bytes: Uint8Array): void {
  if (smaller.length < bytes.length) {
    Deno.writeFileSync(file, smaller);
  }
}

export function exists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch (cause) {
    if (cause instanceof Deno.errors.NotFound) {
      return false;
    }
    throw cause;
  }
}

export function remove(path: string): void {
  if (exists(path)) {
    Deno.removeSync(path, { recursive: true });
  }
}
