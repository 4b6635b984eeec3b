// Values inside a document, by the path of a field; and what a form makes of them.
import type { Field, Group, Kind } from './fields.ts';

export type Content = Record<string, unknown>;

/** What stands at a path; undefined where nothing does. */
export function valueAt(content: unknown, path: string): unknown {
  return path === ''
    ? content
    : path.split('.').reduce<unknown>((at, name) => (isContent(at) ? at[name] : undefined), content);
}

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A plain value as a field of a form has it. */
export type Entered = string | number | boolean | null;

/** The plain value at a path; null where there is none. */
export function entryAt(content: unknown, path: string): Entered {
  const value = valueAt(content, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** A copy with another value at a path; an empty one takes the field away, and what has no fields left with it. */
export function withValue(content: Content, path: readonly string[], value: unknown): Content {
  const [name, ...below] = path;
  const copy = { ...content };
  if (below.length === 0) {
    if (value === null || value === undefined || value === '') {
      delete copy[name];
    } else {
      copy[name] = value;
    }
    return copy;
  }
  const inner = withValue(isContent(copy[name]) ? copy[name] : {}, below, value);
  if (Object.keys(inner).length === 0) {
    delete copy[name];
  } else {
    copy[name] = inner;
  }
  return copy;
}

/** What a field holds of what was entered. */
export function entered(field: Field, text: string | boolean): unknown {
  if (typeof text === 'boolean') {
    return text;
  }
  const plain = text.trim();
  if (plain === '') {
    return null;
  }
  return field.type === 'whole' || (field.path === 'factor' && /^-?\d+$/.test(plain)) ? Number(plain) : plain;
}

/** A new document of a kind. */
export function fresh(kind: Kind, given: Record<string, string> = {}): Content {
  let content: Content = {};
  for (const field of kind.fields) {
    const value = given[field.path] ?? field.usual;
    if (value !== undefined) {
      content = withValue(content, field.path.split('.'), value);
    }
  }
  return content;
}

/** The entries of a group, oldest or first in the alphabet first. */
export function entries(content: Content, group: Group): [string, unknown][] {
  const all = content[group.path];
  return isContent(all) ? Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
}

/** What a counting point says in the older way. */
export function factorOf(facts: unknown): Entered {
  const boundary = valueAt(facts, 'boundary');
  return entryAt(facts, 'factor') ?? (boundary === true ? 1 : boundary === false ? 0 : null);
}

/** One field that two documents differ in. */
export interface Difference {
  /** Names of its levels. */
  path: string[];
  before: unknown;
  after: unknown;
}

/** The fields in which documents differ; those of what is added or removed are all of it. */
export function differences(before: unknown, after: unknown, path: string[] = []): Difference[] {
  if (!isContent(before) && !isContent(after)) {
    return before === after ? [] : [{ path, before, after }];
  }
  const was = isContent(before) ? before : {};
  const is = isContent(after) ? after : {};
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name) => differences(was[name], is[name], [...path, name]));
}
