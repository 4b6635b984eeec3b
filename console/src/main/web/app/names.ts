// Names of what an address names by its id alone.
import { shallowReactive } from 'vue';
import type { Answers } from '#api';
import { get, query } from './api.ts';
import { say } from './text.ts';

type Hit = Answers['/search']['hits'][number];

const SEARCHED = 20;

const names = shallowReactive(new Map<string, Hit['name'] | null>());

/** The name of something; its id until that is known, and where nothing of the kind has the id. */
export function nameOf(kind: Hit['kind'], id: string): string {
  const key = `${kind} ${id}`;
  if (!names.has(key)) {
    names.set(key, null);
    // Where the search does not answer, other parts of the page say so, and the id stands.
    void find(kind, id).then((name) => names.set(key, name), () => {});
  }
  return say(names.get(key)) || id;
}

/** The very id is what a search finds first. A device that is asked for may be a gateway. */
async function find(kind: Hit['kind'], id: string): Promise<Hit['name'] | null> {
  const { hits } = await get<'/search'>(query('/search', { q: id, limit: SEARCHED }));
  const ofId = hits.filter((each) => each.id === id);
  return (ofId.find((each) => each.kind === kind) ?? ofId[0])?.name ?? null;
}
