// Who is told of what when, in the words of practice.
import type { NoticePlan, Telling } from '#api';
import { t, word } from '../text.ts';

export type Rule = NoticePlan['rules'][number];
export type Climb = NonNullable<Telling['climbs']>[number];
export type Manner = Telling['first'];

/** Whom something is told to, those who act first at the beginning. */
export const TIERS = ['maintainer', 'enterprise', 'park', 'office'] as const;
export type Tier = typeof TIERS[number];

export const MANNERS: readonly Manner[] = ['never', 'digest', 'working-hours', 'at-once'];

/** Upon what one may be told sooner. */
export const CONDITIONS = ['runningFor', 'openFor', 'unansweredFor', 'timesLimit', 'level', 'monthClosed'] as const;
export type Condition = typeof CONDITIONS[number];

/** Steps of handling that one may be told of. */
export const STEPS = [
  'pushed',
  'acknowledged',
  'answered',
  'returned',
  'verified',
  'rectification-ordered',
  'rectified',
  'reviewed',
  'transferred',
  'declared-misreport',
  'closed',
  'reopened',
  'extended',
  'commented',
  'files-added',
  'overdue',
  'level-changed',
] as const;

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const UNITS: Record<string, 'duration.seconds' | 'duration.minutes' | 'duration.hours' | 'duration.days'> = {
  s: 'duration.seconds',
  m: 'duration.minutes',
  h: 'duration.hours',
  d: 'duration.days',
};

/** A length of time as settings write it, in words; as it is where it is none. */
export function lengthText(text: string): string {
  const [, n, unit] = /^(\d+)\s*([smhd])$/.exec(text.trim()) ?? [];
  return unit ? t(UNITS[unit], { n }) : text;
}

/** A manner of telling; digests by the hour at which they go out. */
export function mannerText(manner: string, digestAt: string | undefined): string {
  switch (manner) {
    case 'digest':
      return t('plan.digest', { at: digestAt ?? '' });
    case 'working-hours':
      return t('plan.workingHours');
    case 'at-once':
      return t('plan.atOnce');
    default:
      return t('plan.never');
  }
}

/** Which condition it has; the first one where there is none yet. */
export function conditionOf(climb: Climb): Condition {
  return CONDITIONS.find((each) => climb[each] !== undefined && climb[each] !== null && climb[each] !== false) ??
    'runningFor';
}

/** A condition in words. */
function conditionText(climb: Climb): string {
  const condition = conditionOf(climb);
  const value = climb[condition];
  const said = condition === 'level'
    ? word('caseLevel', String(value))
    : condition === 'timesLimit'
    ? String(value)
    : lengthText(String(value ?? ''));
  return t(`plan.when.${condition}`, { value: said });
}

/** How one is told at first, and in a line for each manner upon what sooner. */
export function tellingText(
  it: Telling | undefined,
  digestAt: string | undefined,
): { first: string; sooner: string[] } {
  const climbs = it?.climbs ?? [];
  const manners = [...new Set(climbs.map((each) => each.manner))];
  return {
    first: mannerText(it?.first ?? 'never', digestAt),
    sooner: manners.map((manner) =>
      t('plan.sooner', {
        when: anyOf(climbs.filter((each) => each.manner === manner).map(conditionText)),
        manner: mannerText(manner, digestAt),
      })
    ),
  };
}

/** Several of which one is enough. */
function anyOf(all: readonly string[]): string {
  return all.length < 2
    ? all.join('')
    : all.slice(0, -1).join(t('procedure.between')) + t('plan.or') + all[all.length - 1];
}

/** Of which cases a rule is. */
export function ofCases(it: Rule): string {
  const between = t('procedure.between');
  const parts = [
    (it.rules ?? []).map((each) => word('rule', each)).join(between),
    it.step ? word('plan.step', it.step) : '',
    it.standing ? t(it.standing === 'evidence' ? 'procedure.evidence' : 'procedure.clue') : '',
    (it.levels ?? []).map((each) => word('caseLevel', each)).join(between),
  ].filter(Boolean);
  return parts.join(t('plan.and')) || t('procedure.all');
}

/** The words of a step of handling. */
export function stepText(step: string): string {
  return word('step', step.toUpperCase().replaceAll('-', '_'));
}

/** What is typed in lines or with commas, in its order, each once. */
export function listOf(text: string): string[] {
  return [...new Set(text.split(/[\s,，、;；]+/).filter(Boolean))].sort();
}

/** Dates by their years, in order. */
export function byYear(dates: readonly string[]): [year: string, days: string[]][] {
  const years = new Map<string, string[]>();
  for (const date of [...dates].sort()) {
    years.set(date.slice(0, 4), [...years.get(date.slice(0, 4)) ?? [], date.slice(5)]);
  }
  return [...years];
}
