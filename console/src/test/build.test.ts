import { equal, same, throws } from './assert.ts';
import { packageFolder } from '../build/bill.ts';
import { module, typeOf } from '../build/types.ts';

Deno.test('a file of a bundle belongs to the innermost package', () => {
  equal(
    packageFolder('node_modules/.deno/vue@3.5.22/node_modules/@vue/shared/dist/a.js'),
    'node_modules/.deno/vue@3.5.22/node_modules/@vue/shared',
  );
  equal(
    packageFolder('node_modules/.deno/echarts@6.1.0/node_modules/echarts/lib/core.js'),
    'node_modules/.deno/echarts@6.1.0/node_modules/echarts',
  );
  equal(packageFolder('src/main/web/main.ts'), null);
});

Deno.test('schemas become types', () => {
  equal(typeOf({ type: ['string', 'null'], description: 'x', pattern: '.' }, 'a'), 'string | null');
  equal(typeOf({ type: 'string', enum: ['a', 'b'] }, 'a'), '"a" | "b"');
  equal(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Name' } }, 'a'), '(Name)[]');
  equal(
    typeOf({ type: 'object', required: ['a'], properties: { a: { type: 'integer' }, b: { type: 'boolean' } } }, 'a'),
    '{ "a": number; "b"?: boolean; }',
  );
  equal(typeOf({ type: 'object', additionalProperties: { type: 'number' } }, 'a'), '{ [name: string]: number }');
  equal(
    typeOf(
      { allOf: [{ $ref: '#/components/schemas/A' }, { type: 'object', properties: { b: { type: 'null' } } }] },
      'a',
    ),
    '(A) & ({ "b"?: null; })',
  );
});

Deno.test('what is not understood of a description fails with its place', () => {
  throws(
    () => typeOf({ type: 'array', items: { not: {} } } as never, 'Park.names'),
    /Park\.names\[\]: "not" is not understood/,
  );
  throws(() => typeOf({ type: 'text' }, 'Park.name'), /Park\.name: type "text"/);
  throws(() => typeOf({ $ref: 'other.yaml#/A' }, 'Park'), /no schema of this description/);
});

Deno.test('answers are named by their paths', () => {
  const answer = {
    responses: { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
  };
  const text = module({
    paths: { '/a': { get: answer, patch: answer }, '/b/{id}': { post: answer } },
    components: { schemas: { A: { type: 'string' } } },
  });
  same([...text.matchAll(/^export .*$/gm)].map((each) => each[0]), [
    'export type A = string;',
    'export interface Answers {',
    'export interface Orders {',
    'export interface Changes {',
    'export interface Puts {',
  ]);
  equal(/"\/a": A;/.test(text) && /"\/b\/\{id\}": A;/.test(text), true);
});
