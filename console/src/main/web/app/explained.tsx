// What explains a case, and which cases one explains: shown beneath what explains them, since nobody is told of them by itself.
import type { VNode } from 'vue';
import type { Alert } from '#api';
import { badge, link, panel } from './parts.ts';
import { pathOf } from './route.ts';
import { say, t, word } from './text.ts';

/** That a case is explained: in a list. */
export function explainedMark(it: Alert): VNode | null {
  const by = it.explainedBy;
  return by ? badge('quiet', t('explain.by', { what: say(by.kindText) })) : null;
}

/** The same on its page, with the way to what explains it. */
export function explainedNotice(it: Alert): VNode | null {
  const by = it.explainedBy;
  return by
    ? (
      <p class='stale' role='status'>
        {t(by.to ? 'explain.wasNotTold' : 'explain.notTold', { what: say(by.kindText) })}{' '}
        {by.case ? link(pathOf('cases', by.case), say(by.title)) : null}
      </p>
    )
    : null;
}

/** The cases that one explains; null for none. */
export function explainsPanel(it: Alert): VNode | null {
  const all = it.explains ?? [];
  return all.length
    ? panel(
      t('explain.explains'),
      <ul class='explained-list'>
        {all.map((each) => (
          <li key={each.id}>
            {link(pathOf('cases', each.id), say(each.title))} <span class='soft'>{word('state', each.state)}</span>
          </li>
        ))}
      </ul>,
      { note: t('explain.explainsNote', { n: all.length }) },
    )
    : null;
}

/** Cases as they are listed: those that another one of the list explains are beneath it. */
export function folded(cases: readonly Alert[]): { rows: Alert[]; beneath: Map<string, Alert[]> } {
  const listed = new Set(cases.map((each) => each.id));
  const beneath = new Map<string, Alert[]>();
  const rows = cases.filter((each) => {
    const by = top(each, cases, listed);
    if (by === null) {
      return true;
    }
    beneath.set(by, [...(beneath.get(by) ?? []), each]);
    return false;
  });
  return { rows, beneath };
}

/** The listed case that explains one in the end; null for none. */
function top(it: Alert, cases: readonly Alert[], listed: ReadonlySet<string>): string | null {
  const by = it.explainedBy?.case ?? null;
  if (by === null || !listed.has(by)) {
    return null;
  }
  const next = cases.find((each) => each.id === by);
  return next && next !== it ? top(next, cases, listed) ?? by : by;
}

/** The cases beneath one of a list. */
export function beneathOf(some: readonly Alert[] | undefined): VNode | null {
  return some
    ? (
      <details class='sub explained-cases'>
        <summary>{t('explain.beneath', { n: some.length })}</summary>
        <ul class='explained-list'>
          {some.map((each) => <li key={each.id}>{link(pathOf('cases', each.id), say(each.title))}</li>)}
        </ul>
      </details>
    )
    : null;
}
