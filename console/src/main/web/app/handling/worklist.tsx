// The work list: cases by what is to be done about them, as tabs of the list with their counts.
import type { VNode } from 'vue';
import { mayOwn } from '../caseowner.tsx';
import { address, route } from '../route.ts';
import { t, word } from '../text.ts';
import { LEVELS } from './words.tsx';

/** What a tab asks for; what another one asks for is left out. */
interface Work {
  key: string;
  text: string;
  count: number | undefined;
  query: Record<string, string | null>;
}

interface Counts {
  open: number;
  unacknowledged: number;
  mine: number;
  overdue: number;
  toDo: number;
}

const NONE: Record<string, string | null> = { state: null, over: null, overdue: null, owner: null, group: null };

/** What of the address narrows the list by what people do. */
export function handlingQuery(): Record<string, string | null> {
  const { over, overdue, level, stage, number } = route.value.query;
  return {
    over: over ?? null,
    overdue: overdue ?? null,
    level: level ?? null,
    stage: stage ?? null,
    number: number ?? null,
  };
}

function works(counts: Counts | undefined): Work[] {
  const all: Work[] = [
    { key: 'open', text: t('worklist.open'), count: counts?.open, query: {} },
    { key: 'toDo', text: t('worklist.toDo'), count: counts?.toDo, query: { state: 'all', over: 'false' } },
    { key: 'new', text: t('worklist.unacknowledged'), count: counts?.unacknowledged, query: { state: 'new' } },
    { key: 'overdue', text: t('worklist.overdue'), count: counts?.overdue, query: { state: 'all', overdue: 'true' } },
    {
      key: 'enterprise',
      text: t('worklist.byEnterprise'),
      count: undefined,
      query: { state: 'all', over: 'false', group: 'about' },
    },
  ];
  const mine: Work = {
    key: 'mine',
    text: t('worklist.mine'),
    count: counts?.mine,
    query: { owner: 'mine' },
  };
  return mayOwn() ? [...all.slice(0, 2), mine, ...all.slice(2)] : all;
}

/** Which tab the address is of: the one that asks for just what it says. */
function isOpen(work: Work): boolean {
  const { query } = route.value;
  const wanted: Record<string, string | null> = { ...NONE, ...work.query };
  return Object.entries(wanted).every(([name, value]) =>
    (query[name] ?? null) === value || name === 'state' && value === null && query.state === 'open'
  );
}

export function workTabs(counts: Counts | undefined): VNode {
  const { path, query } = route.value;
  const levels = (query.level ?? '').split(',').filter(Boolean);
  return (
    <div class='worklist'>
      <nav class='tabs' aria-label={t('worklist.title')}>
        {works(counts).map((each) => (
          <a
            key={each.key}
            href={`#${address(path, { ...query, ...NONE, ...each.query })}`}
            aria-current={isOpen(each) ? 'page' : undefined}
          >
            {each.text}
            {each.count === undefined ? null : <span class='count'>{each.count}</span>}
          </a>
        ))}
      </nav>
      <div class='chips levels' role='group' aria-label={t('handling.level')}>
        {LEVELS.map((level) => {
          const on = levels.includes(level);
          const next = on ? levels.filter((each) => each !== level) : [...levels, level];
          return (
            <a
              key={level}
              class={['case-level', level, on ? 'on' : null]}
              aria-current={on ? 'true' : undefined}
              href={`#${address(path, { ...query, level: next.length ? next.join(',') : null })}`}
            >
              {word('caseLevel', level)}
            </a>
          );
        })}
      </div>
    </div>
  );
}
