// Holds every dashboard in deploy/grafana against Grafana's published types: each becomes a constant of the type, which Deno checks. A
// name that Grafana does not know, a value of another kind or one that is missing is an error.
//   deno run -RW --allow-run grafana.ts DASHBOARDS...   in the folder of the module; DASHBOARDS are folders of JSON files
const CHECKED = 'target/grafana';

/** The constants of some folders' files. */
function constants(folders: string[]): string {
  const files = folders.flatMap((folder) =>
    [...Deno.readDirSync(folder)].map((file) => `${folder}/${file.name}`).sort()
  );
  if (files.length === 0) {
    throw new Error(`${folders.join(', ')} have no dashboards`);
  }
  return files.map((file, i) => `/* ${file} */\nexport const d${i}: GrafanaDashboard = ${Deno.readTextFileSync(file)};`)
    .join('\n');
}

if (import.meta.main) {
  Deno.mkdirSync(CHECKED, { recursive: true });
  const types = new URL('./grafanatypes.ts', import.meta.url).href;
  const text = `import type { GrafanaDashboard } from '${types}';\n${constants(Deno.args)}\n`;
  const file = `${CHECKED}/dashboards.ts`;
  Deno.writeTextFileSync(file, text);
  // The configuration leaves target out.
  const check = new Deno.Command(Deno.execPath(), {
    args: ['check', '--quiet', '--no-config', '--node-modules-dir=manual', file],
    stdin: 'null',
  });
  Deno.exit((await check.spawn().status).code);
}
