// The API's description as the server gives it (OpenAPI 3.1), as far as its page shows it.
import { language } from '../text.ts';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  enum?: (string | number | null)[];
  format?: string;
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  description?: string;
  schema: Schema;
}

interface Content {
  schema?: Schema;
  example?: unknown;
}

export interface Answer {
  description?: string;
  content?: Record<string, Content>;
}

interface Written {
  operationId: string;
  tags: string[];
  summary: string;
  'x-summary-zh': string;
  'x-example': string;
  'x-roles': string[];
  'x-scope': string;
  description?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, Content> };
  responses: Record<string, Answer | Reference>;
}

interface Reference {
  $ref: string;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const METHODS: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete'];

export interface Description {
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Partial<Record<Method, Written>> & { parameters?: (Parameter | Reference)[] }>;
  components: Record<string, Record<string, unknown>>;
}

/** An operation with all that is said of it, in its place or elsewhere in the description. */
export interface Operation {
  id: string;
  method: Uppercase<Method>;
  path: string;
  tag: string;
  summary: string;
  description: string;
  roles: string[];
  scope: string;
  /** A request that works, below the server's address. */
  example: string;
  parameters: Parameter[];
  body: Content | null;
  /** The media type of a body that is a file; null where it is none. */
  file: string | null;
  answers: [status: string, answer: Answer][];
}

/** What a reference of the description leads to. */
export function resolved<T extends object>(it: T | Reference, description: Description): T {
  if (!('$ref' in it) || typeof it.$ref !== 'string') {
    return it as T;
  }
  const [, kind, name] = it.$ref.replace(/^#\//, '').split('/');
  return description.components[kind][name] as T;
}

/** The name of the schema that a reference leads to. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** All operations in the order of the description, their summaries in the language of the session. */
export function operations(description: Description): Operation[] {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const written = item[method];
      return written ? [operation(path, method, written, item.parameters ?? [], description)] : [];
    })
  );
}

function operation(
  path: string,
  method: Method,
  it: Written,
  shared: (Parameter | Reference)[],
  description: Description,
): Operation {
  return {
    id: it.operationId,
    method: method.toUpperCase() as Uppercase<Method>,
    path,
    tag: it.tags[0],
    summary: language.value === 'zh' ? it['x-summary-zh'] : it.summary,
    description: it.description ?? '',
    roles: it['x-roles'],
    scope: it['x-scope'],
    example: it['x-example'],
    parameters: [...shared, ...(it.parameters ?? [])].map((each) => resolved(each, description)),
    body: it.requestBody?.content['application/json'] ?? null,
    file: Object.keys(it.requestBody?.content ?? {}).find((type) => type !== 'application/json') ?? null,
    answers: Object.entries(it.responses).map(([status, answer]) => [status, resolved(answer, description)]),
  };
}

/** The command line that sends an example, for a shell; the token is in a variable, as it is in no document. */
export function commandOf(it: Operation, server: string): string {
  const lines = [`curl -H "Authorization: Bearer $TOKEN"`];
  if (it.method !== 'GET') {
    lines.push(`-X ${it.method}`);
  }
  if (it.body?.example !== undefined) {
    lines.push(
      `-H 'Content-Type: application/json'`,
      `-d '${JSON.stringify(it.body.example).replaceAll("'", `'\\''`)}'`,
    );
  }
  if (it.file) {
    lines.push(`-H 'Content-Type: ${it.file}'`, '--data-binary @FILE');
  }
  lines.push(`'${server}${it.example}'`);
  return lines.join(' \\\n  ');
}

/** The type of a value in a few words, such as "text or null", and what is allowed of it. */
export function typeOf(schema: Schema): { type: string; named: string | null; allowed: string[] } {
  const of = schema.items ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null);
  const inner = of ? typeOf(of) : null;
  const types = [schema.type ?? (schema.$ref || parts(schema).length ? [] : ['any'])].flat();
  const named = schema.$ref ? nameOf(schema.$ref) : inner?.named ?? partName(schema);
  const words = types.map((
    type,
  ) => (inner && (type === 'array' || type === 'object') ? `${type} of ${inner.type}` : type));
  if (schema.$ref || (words.length === 0 && named)) {
    words.push(named ?? 'object');
  }
  return { type: words.join(' | '), named, allowed: [...allowedOf(schema), ...(inner?.allowed ?? [])] };
}

/** The schemas that a value must all, or one of which it must, be of. */
export function parts(schema: Schema): Schema[] {
  return schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
}

function partName(schema: Schema): string | null {
  const named = parts(schema).find((part) => part.$ref);
  return named?.$ref ? nameOf(named.$ref) : null;
}

function allowedOf(schema: Schema): string[] {
  const range = (least: number | undefined, most: number | undefined, what: string) =>
    least === undefined && most === undefined ? [] : [`${least ?? ''}…${most ?? ''}${what}`];
  return [
    ...(schema.enum ? [schema.enum.map((value) => String(value)).join(', ')] : []),
    ...(schema.format ? [schema.format] : []),
    ...range(schema.minimum, schema.maximum, ''),
    ...range(schema.minLength === 1 ? undefined : schema.minLength, schema.maxLength, ' characters'),
    ...range(schema.minItems, schema.maxItems, ' items'),
    ...(schema.default === undefined ? [] : [`= ${String(schema.default)}`]),
  ];
}
