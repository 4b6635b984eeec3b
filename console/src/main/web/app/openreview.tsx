// That a change of something waits for a second person: beside the thing that it would change, so that nobody asks for another one unawares.
import type { VNode, VNodeChild } from 'vue';
import type { OpenReview } from '#api';
import { badge, link } from './parts.ts';
import { mayOpen } from './rights.ts';
import { pathOf } from './route.ts';
import { t } from './text.ts';

/** The way to a request, for who may look at it. */
function toReview(number: number, text: string): VNodeChild {
  const path = pathOf('reviews', String(number));
  return mayOpen(path) ? link(path, text) : text;
}

/** Of what is registered; null where nothing waits. */
export function openReview(it: OpenReview): VNode | null {
  return it
    ? (
      <p class='stale open-review'>
        {t(it.emergency ? 'review.overEmergency' : 'review.over', { who: it.who })}{' '}
        {toReview(it.number, t('document.toReview', { n: it.number }))}
      </p>
    )
    : null;
}

/** Of a device that nobody has registered: in a list. */
export function claimMark(it: OpenReview): VNodeChild {
  return it
    ? [badge('info', t('unknown.claimed')), ' ', toReview(it.number, t('unknown.request', { n: it.number }))]
    : null;
}

/** In the place of the button that would ask for the claim. */
export function claimRequest(it: NonNullable<OpenReview>): VNodeChild {
  const path = pathOf('reviews', String(it.number));
  const text = t('unknown.toClaim', { n: it.number });
  return mayOpen(path) ? link(path, text, { class: 'button primary' }) : <button type='button' disabled>{text}</button>;
}

/** The same on its page. */
export function claimNotice(it: OpenReview): VNode | null {
  return it
    ? (
      <p class='stale open-review'>
        {t('unknown.claimWaits', { who: it.who })} {toReview(it.number, t('document.toReview', { n: it.number }))}
      </p>
    )
    : null;
}
