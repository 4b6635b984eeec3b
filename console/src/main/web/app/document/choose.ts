// What an id may be: found by what is typed, listed where nothing is, and taken by its name where only one is called so.
import type { Answers } from '#api';
import { get, query } from '../api.ts';
import type { Name } from '../text.ts';
import { mayOpen } from '../rights.ts';
import { foundAs } from './words.tsx';

type Hit = Answers['/search']['hits'][number];

/** Something that an id may name. */
export type Choice = Pick<Hit, 'id' | 'name'>;

const SUGGESTED = 12;
const LISTED = 50;
const SEARCHED = 4 * SUGGESTED;

/** What is found by a text; where that is empty, the first that there are of kinds of which there are few. */
export async function choices(kind: string, text: string): Promise<Choice[]> {
  return text.trim() === '' ? await listed(kind) : (await found(kind, text)).slice(0, SUGGESTED);
}

async function found(kind: string, text: string): Promise<Choice[]> {
  const as = foundAs(kind);
  if (!as) {
    return [];
  }
  const { hits } = await get<'/search'>(query('/search', { q: text.trim(), limit: SEARCHED }));
  return hits.filter((hit) => hit.kind === as);
}

async function listed(kind: string): Promise<Choice[]> {
  if (kind === 'enterprise' && mayOpen('/enterprises')) {
    return (await get<'/enterprises'>(query('/enterprises', { intensity: false, limit: LISTED }))).enterprises;
  }
  if (kind === 'park' && mayOpen('/parks')) {
    return (await get<'/parks'>(query('/parks', { limit: LISTED }))).parks;
  }
  if (kind === 'gateway' && mayOpen('/gateways')) {
    return (await get<'/gateways'>(query('/gateways', { limit: LISTED }))).rows;
  }
  return [];
}

const isCalled = (name: Partial<Name>, text: string) => name.zh === text || name.en === text;

/** The one of which a text is the name: its id, or null where none or several are called so, or the text is an id itself. */
export async function idCalled(kind: string, text: string): Promise<string | null> {
  const plain = text.trim();
  if (plain === '') {
    return null;
  }
  const all = await found(kind, plain);
  const called = all.filter((each) => isCalled(each.name, plain));
  return all.some((each) => each.id === plain) || called.length !== 1 ? null : called[0].id;
}
