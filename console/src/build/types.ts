// From the API's description to types: target/types/api.ts. The description is the one that dashboards serves and tests.
//   deno run types.ts OPENAPI.yaml TARGET.ts
import { parse } from 'yaml';

/** A JSON schema, as far as the description uses them. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: (string | number | null)[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  // What says nothing of the type, only of the values in it.
  description?: string;
  pattern?: string;
}

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Description {
  paths: Record<string, Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', Operation>>>;
  components: { schemas: Record<string, Schema> };
}

/** What says nothing of the type, only of the values in it. */
const OF_VALUES = new Set([
  'description',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'default',
  'example',
  'examples',
]);
const OF_TYPES = new Set([
  '$ref',
  'type',
  'enum',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'allOf',
  'anyOf',
  'oneOf',
]);

/** The type of a schema. What is not understood is refused: a type that is wider than the description would check nothing. */
export function typeOf(schema: Schema, where: string): string {
  const unknown = Object.keys(schema).find((key) => !OF_VALUES.has(key) && !OF_TYPES.has(key));
  if (unknown) {
    throw new Error(`${where}: "${unknown}" is not understood; teach src/build/types.ts what it means`);
  }
  if (schema.$ref) {
    return reference(schema.$ref, where);
  }
  const parts = schema.allOf ?? schema.anyOf ?? schema.oneOf;
  if (parts) {
    return parts.map((part) => `(${typeOf(part, where)})`).join(schema.allOf ? ' & ' : ' | ');
  }
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  }
  const types = [schema.type ?? 'any'].flat();
  return types.map((type) => simple(type, schema, where)).join(' | ');
}

function reference(target: string, where: string): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(target)?.[1];
  if (!name) {
    throw new Error(`${where}: "${target}" is no schema of this description`);
  }
  return name;
}

function simple(type: string, schema: Schema, where: string): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'any':
      return 'unknown';
    case 'array':
      return `(${typeOf(schema.items ?? {}, `${where}[]`)})[]`;
    case 'object':
      return object(schema, where);
    default:
      throw new Error(`${where}: type "${type}" is not one of JSON`);
  }
}

/** Fields beside those named are told apart by an intersection: a row's amounts are named by their carriers. */
function object(schema: Schema, where: string): string {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, each]) => `${JSON.stringify(name)}${required.has(name) ? '' : '?'}: ${typeOf(each, `${where}.${name}`)};`,
  );
  const named = fields.length > 0 ? `{ ${fields.join(' ')} }` : null;
  const more = schema.additionalProperties;
  const others = typeof more === 'object' ? `{ [name: string]: ${typeOf(more, `${where}.*`)} }` : null;
  return [named, others].filter(Boolean).join(' & ') || 'Record<string, unknown>';
}

/** The answers of the operations of a method, by path. */
function answers(name: string, method: 'get' | 'post' | 'patch' | 'put', description: Description): string {
  const lines = Object.entries(description.paths).flatMap(([path, item]) => {
    const answer = item[method]?.responses['200']?.content?.['application/json'];
    return answer ? [`  ${JSON.stringify(path)}: ${typeOf(answer.schema, `${method} ${path}`)};`] : [];
  });
  return `export interface ${name} {\n${lines.join('\n')}\n}\n`;
}

export function module(description: Description): string {
  const schemas = Object.entries(description.components.schemas).map(([name, each]) =>
    `export type ${name} = ${typeOf(each, name)};\n`
  );
  return [
    "// Made of the API's description; not to be edited.\n",
    ...schemas,
    answers('Answers', 'get', description),
    answers('Orders', 'post', description),
    answers('Changes', 'patch', description),
    answers('Puts', 'put', description),
  ].join('\n');
}

if (import.meta.main) {
  const [source, target] = Deno.args;
  const text = module(parse(Deno.readTextFileSync(source)));
  Deno.mkdirSync(target.replace(/\/[^/]*$/, ''), { recursive: true });
  Deno.writeTextFileSync(target, text);
}
