// Marks of own data, in words.
import type { VNode } from 'vue';
import type { DataMarkRow } from '#api';
import { dateTime } from '../format.ts';
import { badge } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

const TONES: Record<DataMarkRow['state'], Tone> = {
  submitted: 'warn',
  accepted: 'good',
  rejected: 'bad',
  withdrawn: 'quiet',
  late: 'quiet',
  revoked: 'bad',
};

/** How far it is, and that the authority is late with it. */
export function markState(it: DataMarkRow): VNode[] {
  return [
    badge(TONES[it.state], say(it.stateName)),
    ...(it.overdue ? [badge('bad', t('mark.overdue', { at: dateTime(it.decideBy) }))] : []),
  ];
}

/** What it does: said of what is accepted, and of what waits as what it would do. */
export function effectText(it: DataMarkRow): string {
  switch (it.state) {
    case 'accepted':
      return it.effect !== 'none' && it.effectTo && it.to && Date.parse(it.effectTo) < Date.parse(it.to)
        ? t('mark.effectUntil', { effect: say(it.effectName), until: dateTime(it.effectTo) })
        : say(it.effectName);
    case 'submitted':
      return t('mark.effectIf', { effect: say(it.effectName) });
    default:
      return t('mark.noEffect');
  }
}

/** From when to when. */
export function markTimes(it: DataMarkRow): VNode {
  return (
    <span>
      {dateTime(it.from)} – <span class='unbroken'>{dateTime(it.to)}</span>
    </span>
  );
}

/** The page of what it is about. */
export function targetPath(it: DataMarkRow): string {
  return pathOf(it.scope === 'outlet' ? 'outlets' : 'devices', it.target);
}
