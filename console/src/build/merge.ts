// Adds the packages of the console to the bill of materials of what is in lib/, and writes it as a list for people too.
//   deno run merge.ts GREENPARK.cdx.json NPM.cdx.json THIRD-PARTY.md
import type { Component } from './bill.ts';
import { exists } from './files.ts';

interface Listed {
  group?: string;
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

interface Bill {
  components: Listed[];
}

const HEAD = `# Third-party libraries

Greenpark itself is under the Apache License 2.0 (LICENSE). It comes with these libraries. A Java library is a jar of its own below
lib/, with its licence and notices inside; packages of npm are in the console's files, their licences in
META-INF/LICENSES-npm.txt of lib/console-*.jar. greenpark.cdx.json has the same list for machines.

| library | version | licence |
| --- | --- | --- |
`;

function licence(component: Listed): string {
  const names = (component.licenses ?? []).map((each) =>
    each.expression ?? each.license?.id ?? each.license?.name ?? ''
  );
  return names.map((name) => name.replace(/\s+/g, ' ').trim()).join(', ') || 'see its jar';
}

function row(component: Listed, packages: Set<Listed>): string {
  const name = packages.has(component)
    ? `npm:${component.group ? `${component.group}/` : ''}${component.name}`
    : `${component.group}:${component.name}`;
  return `| ${name} | ${component.version} | ${licence(component)} |\n`;
}

const [billFile, packagesFile, listFile] = Deno.args;
if (!exists(billFile)) {
  Deno.exit(0);
}
const bill: Bill = JSON.parse(Deno.readTextFileSync(billFile));
const packages: Component[] = JSON.parse(Deno.readTextFileSync(packagesFile));
const known = new Set(packages.map((each) => each.purl));
bill.components = [
  ...bill.components.filter((each) => !known.has((each as Partial<Component>).purl ?? '')),
  ...packages,
];
Deno.writeTextFileSync(billFile, `${JSON.stringify(bill, null, 2)}\n`);
/** What is in neither bill, with where its licence lies. */
const FONT = '| font Noto Sans SC, cut (OFL.txt in lib/paper-*.jar) | 2.004 | OFL-1.1 |\n';
const rows = bill.components
  .filter((each) => each.group !== 'io.greenpark')
  .map((each) => row(each, new Set(packages)))
  .sort();
Deno.writeTextFileSync(listFile, HEAD + rows.join('') + FONT);
