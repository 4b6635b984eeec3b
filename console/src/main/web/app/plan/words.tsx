// What of a plan's board is said alike wherever it stands: lights, figures, periods. Each is there as a text, too, as it is copied.
import type { VNode, VNodeChild } from 'vue';
import type { BoardRow, PlanFigure } from '#api';
import { grouped } from '../format.ts';
import { badge } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { say, t } from '../text.ts';
import { shown } from './values.ts';

const TONES: Record<BoardRow['light'], Tone> = { green: 'good', amber: 'warn', red: 'bad', grey: 'quiet' };

export const LIGHTS = ['green', 'amber', 'red', 'grey'] as const;
export const PROGRESS = ['not-begun', 'under-way', 'done'] as const;

export function lightBadge(row: BoardRow): VNode {
  return badge(TONES[row.light], t(`plan.light.${row.light}`), say(row.why));
}

export function lightText(row: BoardRow): string {
  return `${t(`plan.light.${row.light}`)}（${say(row.why)}）`;
}

/** What a target wants in all, and in each year; null for what it does not say. */
function wants(row: BoardRow): [string | null, string | null] {
  const unit = row.unit ? ` ${say(row.unit)}` : '';
  const sign = row.direction === 'at-least' ? '≥ ' : '≤ ';
  return [
    row.amount === null ? null : `${sign}${grouped(row.amount)}${unit}`,
    row.yearly === null ? null : t('plan.yearly', { amount: `${grouped(row.yearly)}${unit}` }),
  ];
}

/** What a target wants, as people write it. */
export function wanted(row: BoardRow): VNodeChild {
  const [amount, yearly] = wants(row);
  return amount !== null && yearly !== null ? [amount, <span class='sub'>{yearly}</span>] : amount ?? yearly ?? '—';
}

export function wantedText(row: BoardRow): string {
  return wants(row).filter(Boolean).join(' · ') || '—';
}

/** A number of a target, which never reads as the amount that it is short of. */
function number(row: BoardRow, text: string | null): string {
  return shown(text, [row.amount, row.expected, '100']);
}

/** What it has come to, with its unit; of a list how many are seen to. */
export function reachedText(row: BoardRow): string {
  const unit = row.type === 'list' ? t('plan.firms') : row.unit ? say(row.unit) : '';
  return row.reached === null ? '—' : `${number(row, row.reached)} ${unit}`.trim();
}

/** What it ought to be, and by when; null where that cannot be said. */
export function expectedText(row: BoardRow): string | null {
  if (row.expected === null) {
    return null;
  }
  const value = number(row, row.expected);
  if (row.type === 'list') {
    return t('plan.listed', { n: value });
  }
  if (row.type === 'growth') {
    return t('plan.expectedYearly', { value });
  }
  return row.amount !== null && Number(row.expected) === Number(row.amount)
    ? t('plan.expectedBy', { value, due: endOf(row.due) })
    : t('plan.expected', { value });
}

export function neededText(row: BoardRow): string | null {
  return row.needed === null ? null : t('plan.needed', { value: shown(row.needed) });
}

/** Whether more are said to be seen to than the list has. */
function tooManySeenTo(row: BoardRow, of: PlanFigure | null): boolean {
  return row.listed !== null && Number(of?.value ?? 0) > row.listed.listed;
}

/** A figure as it stands first, with whose it is. */
export function figureOf(row: BoardRow, of: PlanFigure | null): VNodeChild {
  if (row.listed) {
    return [
      t('plan.listed', { n: row.listed.listed }),
      <span class='sub'>{t('plan.unknown', { n: row.listed.unknown })}</span>,
      of?.value ? <span class='sub'>{t('plan.seenTo', { n: of.value })}</span> : null,
      tooManySeenTo(row, of) ? <span class='sub warn-text'>{t('plan.seenToMore')}</span> : null,
    ];
  }
  if (!of?.origin) {
    const measured = row.asked.measured;
    return measured?.missing
      ? <span class='sub'>{say(measured.missing)}</span>
      : [number(row, null), besideText(row.asked) ? <span class='sub'>{besideText(row.asked)}</span> : null];
  }
  return valueText(row, of);
}

/** A figure as it is copied, all its digits: what is copied here is pasted into the form. */
export function figureText(row: BoardRow): string {
  const of = row.newest;
  if (row.listed) {
    return [
      t('plan.listed', { n: row.listed.listed }),
      t('plan.unknown', { n: row.listed.unknown }),
      ...(of?.value ? [t('plan.seenTo', { n: of.value })] : []),
    ].join('；');
  }
  return !of?.origin ? '—' : of.progress ? t(`plan.progress.${of.progress}`) : of.value ? grouped(of.value) : '—';
}

export function valueText(row: BoardRow, of: Pick<PlanFigure, 'value' | 'progress'>): string {
  return of.progress ? t(`plan.progress.${of.progress}`) : number(row, of.value);
}

/** Of how many enterprises there are data, and whether these are enough. */
export function coverageText(of: NonNullable<PlanFigure['measured']>): string {
  const known = t('plan.coverage', { n: of.known, all: of.all });
  return of.enough ? known : `${known}${t('plan.tooFew', { least: shown(of.leastPercent) })}`;
}

/** What the platform made, where it does not stand first; empty where it does, or made nothing. */
export function besideText(of: PlanFigure): string {
  const measured = of.measured;
  return measured?.value && of.origin !== 'measured'
    ? `${t('plan.ours', { value: shown(measured.value) })} · ${coverageText(measured)}`
    : '';
}

/** Whose figure it is, and from where. */
export function originOf(of: PlanFigure | null): string {
  if (!of?.origin) {
    return '';
  }
  const stated = of.origin === 'published' ? of.published : of.origin === 'typed' ? of.typed : null;
  const from = stated ? stated.source : of.measured ? coverageText(of.measured) : '';
  return [`${t(`plan.origin.${of.origin}`)} · ${from}`, besideText(of)].filter(Boolean).join('；');
}

/** A period in words; a year is named as the whole of it, as its fourth quarter ends with it. */
export function periodName(code: string): string {
  const [year, quarter] = code.split('-Q');
  return quarter ? t('plan.quarter', { year, quarter }) : t('plan.year', { year });
}

/** When a period ends, in words. */
export function endOf(code: string): string {
  const [year, quarter] = code.split('-Q');
  return quarter ? t('plan.quarter', { year, quarter }) : t('plan.yearEnd', { year });
}
