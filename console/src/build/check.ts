// Everything that is checked of the console: types, texts, lint, format, unit tests; and that Grafana's dashboards are what Grafana reads.
// Reports lie where those of Maven lie, so that they are counted with them. Each check runs always: Deno keeps what it need not do again.
//   deno run check.ts OPENAPI.yaml   in the folder of the module
import { exists, remove } from './files.ts';

const REPORTS = 'target/surefire-reports';
const TESTS = `${REPORTS}/TEST-console.xml`;

interface Outcome {
  name: string;
  seconds: number;
  /** What it printed where it failed; null where it did not. */
  failure: string | null;
}

async function deno(name: string, args: string[]): Promise<Outcome> {
  const begun = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, stdin: 'null' }).output();
  const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  return { name, seconds: (performance.now() - begun) / 1000, failure: success ? null : text };
}

/** Deno's report says of a test that is ignored that it is skipped; here it has failed. */
function skipped(): Outcome {
  const text = exists(TESTS) ? Deno.readTextFileSync(TESTS) : '';
  const tests = Number(/<testsuites[^>]* tests="(\d+)"/.exec(text)?.[1] ?? 0);
  const ignored = text.match(/<skipped/g)?.length ?? 0;
  const failure = tests === 0
    ? 'no test ran'
    : ignored > 0
    ? `${ignored} tests are ignored; mend them or take them out`
    : null;
  return { name: 'no_test_is_skipped', seconds: 0, failure };
}

function report(outcomes: Outcome[]): string {
  const failures = outcomes.filter((each) => each.failure !== null).length;
  const cases = outcomes.map(({ name, seconds, failure }) =>
    `  <testcase name="${name}" classname="console.checks" time="${seconds.toFixed(3)}">${
      failure === null ? '' : `<failure message="${name}">${escaped(failure)}</failure>`
    }</testcase>`
  );
  const head =
    `<testsuite name="console.checks" tests="${outcomes.length}" errors="0" skipped="0" failures="${failures}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${cases.join('\n')}\n</testsuite>\n`;
}

function escaped(text: string): string {
  const allowed = text.replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? c : ''));
  return allowed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

async function check(contract: string): Promise<boolean> {
  Deno.mkdirSync(REPORTS, { recursive: true });
  remove(TESTS);
  const types = await deno('types_of_the_api_are_made', [
    'run',
    '-RW',
    '-E',
    'src/build/types.ts',
    contract,
    'target/types/api.ts',
  ]);
  const outcomes = [
    types,
    ...await Promise.all([
      deno('types_and_texts_agree', ['check', '--quiet', 'src']),
      deno('grafana_dashboards_fit_its_schema', [
        'run',
        '--quiet',
        '-RW',
        '--allow-run',
        'src/build/grafana.ts',
        '../deploy/grafana/dashboards/zh',
        '../deploy/grafana/dashboards/en',
      ]),
      deno('lint_finds_nothing', ['lint', '--quiet']),
      deno('format_is_as_agreed', ['fmt', '--check', '--quiet']),
      deno('unit_tests_pass', [
        'test',
        '--quiet',
        '--no-check',
        '-R',
        '-E',
        '--location=http://localhost/',
        `--junit-path=${TESTS}`,
        'src/test',
      ]),
    ]),
  ];
  outcomes.push(skipped());
  Deno.writeTextFileSync(`${REPORTS}/TEST-console.checks.xml`, report(outcomes));
  for (const { name, failure } of outcomes.filter((each) => each.failure !== null)) {
    console.error(`console: ${name} is not so:\n${failure}`);
  }
  return outcomes.every((each) => each.failure === null);
}

if (!await check(Deno.args[0])) {
  Deno.exit(1);
}
