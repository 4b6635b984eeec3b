// Names of what an address names by its id alone.
import { shallowReactive } from 'vue';
import type { Answers } from '#api';
import { get, query } from './api.ts';
import { mayOpen } from './rights.ts';
import { say } from './text.ts';

type Hit = Answers['/search']['hits'][number];

const SEARCHED = 20;

const names = shallowReactive(new Map<string, Hit['name'] | null>());

/** On which page a name was asked for last. What had none may have been entered since, and is asked for again on another page. */
const askedOn = new Map<string, string>();

/** The name of something; its id until that is known, and where nothing of the kind has the id. */
export function nameOf(kind: Hit['kind'], id: string): string {
  const key = `${kind} ${id}`;
  if (!names.get(key) && askedOn.get(key) !== location.hash) {
    askedOn.set(key, location.hash);
    names.set(key, null);
    // Where the search does not answer, other parts of the page say so, and the id stands.
    void find(kind, id).then((name) => names.set(key, name), () => {});
  }
  return say(names.get(key)) || id;
}

/** The park that enterprises lie in is named with them to those who do not see it as a whole. */
async function parkAround(id: string): Promise<Hit['name'] | null> {
  if (!mayOpen('/enterprises')) {
    return null;
  }
  const { enterprises } = await get<'/enterprises'>(query('/enterprises', { intensity: false, limit: 10_000 }));
  return enterprises.find((each) => each.park.id === id)?.park.name ?? null;
}

/** The very id is what a search finds first. A device that is asked for may be a gateway. */
async function find(kind: Hit['kind'], id: string): Promise<Hit['name'] | null> {
  if (kind === 'PARK' && !mayOpen('/parks')) {
    return parkAround(id);
  }
  const { hits } = await get<'/search'>(query('/search', { q: id, limit: SEARCHED }));
  const ofId = hits.filter((each) => each.id === id);
  return (ofId.find((each) => each.kind === kind) ?? ofId[0])?.name ?? null;
}
