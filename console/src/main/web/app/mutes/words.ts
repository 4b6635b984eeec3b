// Times in which nobody is told of the cases of something, in words.
import type { Mute } from '#api';
import { badge } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t, word } from '../text.ts';
import type { VNode } from 'vue';

/** What a mute may be about, the largest first. */
export const SCOPES = ['district', 'park', 'enterprise', 'outlet', 'device'] as const;

/** Until when it holds: the end that it was given, or when somebody ended it. */
export function untilOf(it: Mute): string | null {
  return it.ended && it.to && Date.parse(it.ended) < Date.parse(it.to) ? it.ended : it.to;
}

/** Whether it holds, is to come or is over. */
export function muteState(it: Mute): VNode {
  return it.over
    ? badge('quiet', t(it.ended ? 'mute.ended' : 'mute.over'))
    : it.holds
    ? badge('warn', t('mute.holds'))
    : badge('info', t('mute.toCome'));
}

/** Of which rules, in words. */
export function rulesText(rules: readonly string[]): string {
  return rules.length ? rules.map((each) => word('rule', each)).join(t('procedure.between')) : t('mute.allRules');
}

/** The page of what it is about. */
export function aboutPath(it: Mute): string {
  switch (it.scope) {
    case 'district':
      return '/district';
    case 'park':
      return pathOf('parks', it.target);
    case 'enterprise':
      return pathOf('enterprises', it.target);
    case 'outlet':
      return pathOf('outlets', it.target);
    default:
      return pathOf('devices', it.target);
  }
}

/** A local time, some hours after another one: `2026-11-23T20:40`. */
export function hoursLater(local: string, hours: number): string {
  const at = new Date(`${local}:00Z`);
  at.setUTCMinutes(at.getUTCMinutes() + hours * 60);
  return at.toISOString().slice(0, 16);
}

/** The hour on the day after a local time. */
export function tomorrowAt(local: string, hour: string): string {
  return `${hoursLater(`${local.slice(0, 10)}T00:00`, 24).slice(0, 10)}T${hour}`;
}
