// Bundles the console: sources to target/classes/io/greenpark/console, what the server serves. Where nothing has changed since the
// last time nothing is run. Uses no package, since it fetches them; run it with --no-config.
//   deno run bundle.ts [--watch]   in the folder of the module; ESBUILD names the program
import { bill, licences } from './bill.ts';
import { compressed, exists, filesOf, hashed, remove, shortHash } from './files.ts';

const SOURCES = 'src/main/web';
const CLASSES = 'target/classes';
const WEB = `${CLASSES}/io/greenpark/console`;
const STAMP = 'target/bundle.stamp';
const INSTALLED = 'node_modules/.installed';
const META = 'target/bundle.json';

/** Browsers of 2022 and later: what bureaus' machines run. */
const BROWSERS = 'chrome100,edge100,firefox100,safari15.4';

/** Vue leaves out what the console does not use. */
const DEFINES = {
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'false',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
};

/** What esbuild tells of a bundle, as far as it is used here. */
export interface Meta {
  outputs: Record<
    string,
    {
      entryPoint?: string;
      imports: { path: string; kind: string }[];
      inputs: Record<string, { bytesInOutput: number }>;
    }
  >;
}

async function run(program: string, args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, stdin: 'null' }).output();
  if (!success) {
    Deno.stderr.writeSync(stdout);
    Deno.stderr.writeSync(stderr);
    throw new Error(`${program} ${args[0]} failed; the lines above say why`);
  }
}

/** The packages that deno.lock names, as it pins them. Only where it changed: the caches are asked, then the registry. */
async function install(): Promise<void> {
  const wanted = await hashed(['package.json', 'deno.json', 'deno.lock']);
  if (read(INSTALLED) === wanted) {
    return;
  }
  await run(Deno.execPath(), ['install', '--quiet', '--frozen']);
  Deno.writeTextFileSync(INSTALLED, wanted);
}

async function esbuild(entries: string[], folder: string, more: string[]): Promise<Meta> {
  await run(Deno.env.get('ESBUILD')!, [
    ...entries.map((each) => `${SOURCES}/${each}`),
    '--bundle',
    '--format=esm',
    '--minify',
    '--charset=utf8',
    '--legal-comments=none',
    '--log-level=warning',
    '--jsx=automatic',
    '--jsx-import-source=vue',
    `--target=${BROWSERS}`,
    '--entry-names=[name]-[hash]',
    '--chunk-names=[name]-[hash]',
    `--outdir=${folder}`,
    `--metafile=${META}`,
    ...Object.entries(DEFINES).map(([name, value]) => `--define:${name}=${value}`),
    ...more,
  ]);
  return JSON.parse(Deno.readTextFileSync(META));
}

/**
 * The library that draws is bundled by itself: together esbuild would share its own helper functions between it and all else, in a file
 * that every start would have to fetch.
 */
async function bundled(folder: string): Promise<Meta> {
  const library = await esbuild(['app/echarts.ts'], folder, []);
  const file = address(Object.keys(library.outputs)[0]);
  const pages = await esbuild(['main.ts', 'console.css'], folder, [
    '--splitting',
    `--define:ECHARTS_FILE="${file}"`,
    '--external:/a/*',
  ]);
  return { outputs: { ...library.outputs, ...pages.outputs } };
}

/** Where a browser finds a file of the bundle. */
function address(path: string): string {
  return `/a/${path.split('/').at(-1)}`;
}

/**
 * The page: it names what the start needs, so that a browser asks for all of it at once. The start is in the file that all parts share, which is
 * named instead of the entry that esbuild makes of it: that one only imports it.
 */
async function page(meta: Meta, folder: string): Promise<void> {
  const holding = (source: string) =>
    Object.entries(meta.outputs).find(([, output]) => `${SOURCES}/${source}` in output.inputs)!;
  const [start, { imports }] = holding('main.ts');
  const [style] = holding('console.css');
  const entry = Object.keys(meta.outputs).find((path) => meta.outputs[path].entryPoint === `${SOURCES}/main.ts`)!;
  if (entry !== start) {
    Deno.removeSync(entry);
  }
  const icon = Deno.readFileSync(`${SOURCES}/icon.svg`);
  const iconName = `icon-${await shortHash(icon)}.svg`;
  Deno.writeFileSync(`${folder}/a/${iconName}`, icon);
  Deno.writeFileSync(`${folder}/icon.svg`, icon);
  const values: Record<string, string> = {
    icon: `/a/${iconName}`,
    style: address(style),
    main: address(start),
    preload: imports
      .filter((each) => each.kind === 'import-statement')
      .map((each) => `<link rel="modulepreload" href="${address(each.path)}">`)
      .map((line) => `${line}\n  `)
      .join(''),
  };
  const text = Deno.readTextFileSync(`${SOURCES}/index.html`).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  Deno.writeTextFileSync(`${folder}/index.html`, text);
}

/** New files come first, the page that names them last, and what it names no more goes after it: a server may serve from here. */
function publish(made: string, place: string): void {
  Deno.mkdirSync(`${place}/a`, { recursive: true });
  const names = filesOf(made).map((file) => file.slice(made.length));
  const ofPage = (name: string) => name.startsWith('/index.html');
  for (const name of [...names.filter((each) => !ofPage(each)), ...names.filter(ofPage)]) {
    Deno.renameSync(made + name, place + name);
  }
  for (const name of filesOf(place).map((file) => file.slice(place.length))) {
    if (!names.includes(name)) {
      Deno.removeSync(place + name);
    }
  }
  remove(made);
}

async function bundle(compress: boolean): Promise<void> {
  const folder = 'target/bundle';
  remove(folder);
  Deno.mkdirSync(`${folder}/a`, { recursive: true });
  const meta = await bundled(`${folder}/a`);
  await page(meta, folder);
  if (compress) {
    compressed(folder);
  }
  Deno.mkdirSync(`${CLASSES}/META-INF`, { recursive: true });
  publish(folder, WEB);
  Deno.writeTextFileSync('target/npm.cdx.json', JSON.stringify(bill(meta), null, 2));
  Deno.writeTextFileSync(`${CLASSES}/META-INF/LICENSES-npm.txt`, licences(meta));
}

async function build(): Promise<void> {
  const wanted = await hashed(['package.json', 'deno.json', 'deno.lock', SOURCES, 'src/build'], [
    Deno.env.get('ESBUILD')!,
    Deno.version.deno,
  ]);
  if (read(STAMP) === wanted && exists(`${WEB}/index.html`)) {
    return;
  }
  await install();
  await bundle(true);
  Deno.writeTextFileSync(STAMP, wanted);
}

/** Bundles after every change, without compressing, and says how long that took. */
async function watch(): Promise<void> {
  await install();
  remove(STAMP);
  const again = async () => {
    const begun = performance.now();
    try {
      await bundle(false);
      console.log(`bundled in ${Math.round(performance.now() - begun)} ms`);
    } catch (cause) {
      console.error((cause as Error).message);
    }
  };
  await again();
  const watcher = Deno.watchFs(SOURCES);
  let timer: number | undefined;
  // One after the other: two at a time would write into the same folder.
  let last = Promise.resolve();
  for await (const _ of watcher) {
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(again)), 50);
  }
}

function read(file: string): string | null {
  return exists(file) ? Deno.readTextFileSync(file) : null;
}

if (import.meta.main) {
  try {
    await (Deno.args.includes('--watch') ? watch() : build());
  } catch (cause) {
    console.error(`console: ${(cause as Error).message}`);
    Deno.exit(1);
  }
}
