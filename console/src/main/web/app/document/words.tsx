// Fields of documents and their values in words.
import type { VNodeChild } from 'vue';
import { badge, link } from '../parts.ts';
import { grouped, unitText } from '../format.ts';
import { nameOf } from '../names.ts';
import { pathOf } from '../route.ts';
import { codesOf, has, t, word } from '../text.ts';
import type { Field, Group } from './fields.ts';
import { CARRIERS, kindOf } from './fields.ts';
import { isContent } from './content.ts';
import { localTime } from './times.ts';

export const MASK = '***';

/** What is searched for ids of a kind. */
const FOUND = {
  park: 'PARK',
  enterprise: 'ENTERPRISE',
  outlet: 'OUTLET',
  point: 'POINT',
  device: 'DEVICE',
  gateway: 'GATEWAY',
} as const;

/** How search calls a kind of documents; null where it has none of it. */
export function foundAs(kind: string): (typeof FOUND)[keyof typeof FOUND] | null {
  return FOUND[kind as keyof typeof FOUND] ?? null;
}

/** The name of a document's kind. */
export function kindWord(code: string): string {
  return word('registry.kind', code);
}

/** A code in words: of its own, or those that figures have. */
export function codeWord(field: Field, code: unknown): string {
  const text = String(code);
  const prefix = field.words;
  if (!prefix) {
    return unitText(text);
  }
  const upper = text.toUpperCase().replaceAll('-', '_');
  return has(`${prefix}.${upper}`) ? word(prefix, upper) : word(prefix, text);
}

/** Codes that a text is usually one of, with their words; what is entered may be another one. */
export function vocabulary(field: Field): [code: string, word: string][] {
  if (field.type !== 'text' || !field.words) {
    return [];
  }
  const own = codesOf(field.words).map((code): [string, string] => [code, word(field.words!, code)]);
  // What is metered is mostly called after what carries it.
  const carried = field.words === 'quantity'
    ? CARRIERS.map((code): [string, string] => [code, word('carrier', code)])
    : [];
  return [...carried, ...own];
}

/** What a field is called; of a field below others its own name. */
export function fieldWord(path: string): string {
  const name = path.split('.').at(-1) ?? path;
  return has(`field.${path}`) ? word('field', path) : word('field', name);
}

/** A path of names in words: fields by their words, days and times and codes as they are. */
export function pathWords(kind: string, path: readonly string[]): string {
  const group = kindOf(kind).groups.find((each) => each.path === path[0]);
  return path.map((name, i) =>
    group && i === 1
      ? keyWord(group, name)
      : i > 0 && !group
      ? fieldWord(path.slice(0, i + 1).join('.'))
      : fieldWord(name)
  ).join(' · ');
}

/** The day, time, carrier or quantity that an entry of a group is of. */
export function keyWord(group: Group, key: string): string {
  return group.by === 'carrier'
    ? word('carrier', key)
    : group.by === 'quantity'
    ? word('quantity', key)
    : group.by === 'time'
    ? key.startsWith('1970-01-01') ? t('document.always') : localTime(key).replace('T', ' ')
    : key;
}

/** The field of a kind that a path leads to; undefined where the console does not know it. */
export function fieldOf(kind: string, path: readonly string[]): Field | undefined {
  const { fields, groups } = kindOf(kind);
  const group = groups.find((each) => each.path === path[0]);
  return group
    ? group.fields.find((each) => each.path === path.slice(2).join('.'))
    : fields.find((each) => each.path === path.join('.'));
}

/** A value as people read it. */
export function shown(field: Field | undefined, value: unknown, subject = 'enterprise'): VNodeChild {
  if (value === undefined || value === null || value === '') {
    return <span class='missing'>—</span>;
  }
  if (typeof value === 'boolean') {
    return badge(value ? 'good' : 'quiet', t(value ? 'document.yes' : 'document.no'));
  }
  if (isContent(value)) {
    return JSON.stringify(value);
  }
  const text = String(value);
  switch (text === MASK ? 'secret' : field?.type) {
    case 'code':
      return codeWord(field!, value);
    case 'decimal':
      return `${grouped(text)}${field!.unit ? ` ${unitText(field!.unit)}` : ''}`;
    case 'time':
      return localTime(text).replace('T', ' ');
    case 'id': {
      const of = field!.of === 'subject' ? subject : field!.of!;
      const found = foundAs(of);
      return [
        link(pathOf('registry', `${of}:${text}`), found ? nameOf(found, text) : text, { class: 'soft' }),
        ' ',
        <code class='sub'>{text}</code>,
      ];
    }
    default:
      return (field && vocabulary(field).find(([code]) => code === text)?.[1]) ??
        (field?.words && has(`${field.words}.${text}`) ? word(field.words, text) : text);
  }
}
