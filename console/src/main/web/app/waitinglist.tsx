// What waits for whoever is signed in, in a list where that one begins.
import type { VNodeChild } from 'vue';
import type { WaitingForMe } from '#api';
import { link } from './parts.ts';
import { isAny } from './rights.ts';
import { t } from './text.ts';
import { waitingForMe, waitingLines } from './waiting.ts';

/** What waits for whoever is looking, and nobody else sees to; null where nothing does. */
export function waitingList(told: WaitingForMe | null): VNodeChild {
  const lines = waitingLines(told);
  return lines.length
    ? [
      <h3>{t('overview.waiting')}</h3>,
      <ul class='named waiting-list'>
        {lines.map(({ kind, n, reopenings, oldest, path }) => (
          <li key={kind}>
            <span class='named-what'>
              {link(path, t(`overview.waiting.${kind}`, { n }))}
              {reopenings ? <span class='sub'>{t('overview.waiting.reopenings', { n: reopenings })}</span> : null}
              {oldest ? <span class='sub'>{t('overview.waiting.oldest', { month: oldest })}</span> : null}
            </span>
          </li>
        ))}
      </ul>,
    ]
    : null;
}

/** The same for people of an enterprise, who begin on a page of its own; null where nothing waits for them. */
export function waitingForContact(): VNodeChild {
  const list = isAny(['enterprise-contact']) ? waitingList(waitingForMe.value) : null;
  return list ? <section class='panel waiting-panel'>{list}</section> : null;
}
