// The packages whose code is in the bundle: as components of a CycloneDX bill of materials, and their licences in full. What is there is
// taken from esbuild's account of the bundle, version and licence from the package, its hash from deno.lock.
import type { Meta } from './bundle.ts';
import { hex } from './files.ts';

interface Package {
  name: string;
  version: string;
  licence: string;
  folder: string;
}

/** A component of a CycloneDX bill of materials. */
export interface Component {
  type: 'library';
  'bom-ref': string;
  group?: string;
  name: string;
  version: string;
  scope: 'required';
  hashes: { alg: 'SHA-512'; content: string }[];
  licenses: { license: { id: string } }[];
  purl: string;
}

/** The folder of the package that a file belongs to; null for our own. */
export function packageFolder(file: string): string | null {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? null;
}

function packages(meta: Meta): Package[] {
  const folders = new Set<string>();
  for (const output of Object.values(meta.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = bytesInOutput > 0 ? packageFolder(file) : null;
      if (folder) {
        folders.add(folder);
      }
    }
  }
  return [...folders].map(read).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function read(folder: string): Package {
  const { name, version, license } = JSON.parse(Deno.readTextFileSync(`${folder}/package.json`));
  if (typeof license !== 'string') {
    throw new Error(`${folder}/package.json states no licence; leave the package out, or find out what its licence is`);
  }
  return { name, version, licence: license, folder };
}

/** Of the lock file what is used here. */
interface Lock {
  npm: Record<string, { integrity: string }>;
}

/** The components of the bundle. */
export function bill(meta: Meta): Component[] {
  const lock: Lock = JSON.parse(Deno.readTextFileSync('deno.lock'));
  return packages(meta).map(({ name, version, licence }) => {
    const [group, plain] = name.startsWith('@') ? name.split('/') : [undefined, name];
    const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${plain}@${version}`;
    return {
      type: 'library',
      'bom-ref': purl,
      ...(group ? { group } : {}),
      name: plain,
      version,
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: sha512(locked(lock, `${name}@${version}`), name) }],
      licenses: [{ license: { id: licence } }],
      purl,
    };
  });
}

/** The hash that the lock file has of a package; the versions of packages it is used with stand behind its own. */
function locked({ npm }: Lock, id: string): string | undefined {
  return Object.entries(npm).find(([key]) => key === id || key.startsWith(`${id}_`))?.[1].integrity;
}

function sha512(integrity: string | undefined, name: string): string {
  const hash = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  if (!hash) {
    throw new Error(`deno.lock has no SHA-512 of ${name}`);
  }
  return hex(Uint8Array.from(atob(hash), (c) => c.charCodeAt(0)));
}

/** The licences and notices of the packages of the bundle, as they ask to be passed on. */
export function licences(meta: Meta): string {
  return packages(meta)
    .flatMap(({ name, version, folder }) =>
      [...Deno.readDirSync(folder)]
        .filter((entry) => entry.isFile && /^(licen[sc]e|notice|copying)/i.test(entry.name))
        .map((entry) => entry.name)
        .sort()
        .map((file) => `${name} ${version}: ${file}\n\n${Deno.readTextFileSync(`${folder}/${file}`).trim()}\n`)
    )
    .join(`\n${'-'.repeat(80)}\n\n`);
}
