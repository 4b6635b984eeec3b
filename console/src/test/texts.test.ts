import { match, ok, same } from './assert.ts';
import english from '../main/web/text/en.json' with { type: 'json' };
import chinese from '../main/web/text/zh.json' with { type: 'json' };
import { filesOf } from '../build/files.ts';

const WEB = new URL('../main/web', import.meta.url).pathname;
const DEMO_INDUSTRIES = [
  'hardware-tools',
  'hardware-plating',
  'plastics-injection',
  'cotton-weaving',
  'building-kiln',
  'building-blocks',
  'food-processing',
  'steel',
  'power',
  'sewage-treatment',
  'waste-water-treatment',
];

const texts = { zh: chinese as Record<string, string>, en: english as Record<string, string> };

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((each) => each[1]).sort();
}

Deno.test('both languages have the same texts in the same order with the same placeholders', () => {
  same(Object.keys(texts.zh), Object.keys(texts.en));
  for (const [key, text] of Object.entries(texts.zh)) {
    same(placeholders(texts.en[key]), placeholders(text), key);
    ok(text.trim() && texts.en[key].trim(), key);
  }
});

/** Of pages in TypeScript the type checker sees this; of those in JavaScript it sees nothing. */
Deno.test('every text that a page names exists', () => {
  const sources = filesOf(WEB).filter((file) => /\.[jt]sx?$/.test(file));
  ok(sources.length > 20);
  for (const file of sources) {
    for (const [, key] of Deno.readTextFileSync(file).matchAll(/\bt\(\s*'([a-zA-Z]+\.[\w.-]+)'/g)) {
      ok(key in texts.zh, `${file}: ${key}`);
    }
  }
});

Deno.test('the industries of the demo have names', () => {
  for (const industry of DEMO_INDUSTRIES) {
    match(texts.zh[`industry.${industry}`], /^\p{Script=Han}/u);
    ok(texts.en[`industry.${industry}`]);
  }
});

Deno.test('every text is used by a page', () => {
  const sources = filesOf(WEB).filter((file) => /\.(ts|tsx|js)$/.test(file)).map((file) => Deno.readTextFileSync(file))
    .join('\n');
  const prefixes = [
    ...[...sources.matchAll(/\bword\(\s*'([^']+)'/g)].map((found) => `${found[1]}.`),
    ...[...sources.matchAll(/`([a-zA-Z.-]+\.)\$\{/g)].map((found) => found[1]),
    // Words of a document's codes.
    ...[...sources.matchAll(/\bwords: '([^']+)'/g)].map((found) => `${found[1]}.`),
  ];
  const unused = Object.keys(texts.zh).filter((key) =>
    !sources.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix))
  );
  same(unused, []);
});
