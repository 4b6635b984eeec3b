// That something is or was objected to, as it stands beside it, and the way for an enterprise to object.
import type { VNode } from 'vue';
import type { ObjectionLine, ObjectionMark } from '#api';
import { badge, link } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { isAny, mayOpen } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { say, t } from '../text.ts';

const TONES: Record<ObjectionLine['state'], Tone> = {
  OPEN: 'warn',
  UPHELD: 'good',
  PARTLY: 'good',
  REJECTED: 'quiet',
  WITHDRAWN: 'quiet',
};

/** Where an objection stands, in a badge. */
export function objectionState(it: Pick<ObjectionLine, 'state' | 'stateText'>): VNode {
  return badge(TONES[it.state], say(it.stateText));
}

/** The mark of a thing, with the way to the objection; null where there is none. */
export function objectionMark(mark: ObjectionMark | null | undefined): VNode | null {
  if (!mark) {
    return null;
  }
  const shown = badge(TONES[mark.state], say(mark.text), mark.number);
  const to = pathOf('objections', mark.number);
  return mayOpen(to) ? link(to, shown, { class: 'plain' }) : shown;
}

/** What an enterprise may object to, as the form begins. */
export interface Objectable {
  kind: 'mean' | 'energy' | 'intensity' | 'limit' | 'target' | 'class' | 'case';
  id?: string;
  step?: string;
  from?: string;
  to?: string;
  month?: string;
  year?: string;
}

/** The mark of a thing, or for people of the enterprise where there is none or it is over, the way to object to it. */
export function objectable(
  enterprise: string,
  thing: Objectable,
  mark: ObjectionMark | null | undefined,
): (VNode | null)[] {
  const mayObject = isAny(['enterprise-contact']) && mark?.state !== 'OPEN';
  return [
    objectionMark(mark),
    mayObject
      ? link(
        address(pathOf('enterprises', enterprise), {
          tab: 'objections',
          about: thing.kind,
          thing: thing.id,
          step: thing.step,
          from: thing.from,
          to: thing.to,
          month: thing.month,
          year: thing.year,
        }),
        t('objection.object'),
        { class: 'object-link' },
      )
      : null,
  ];
}
