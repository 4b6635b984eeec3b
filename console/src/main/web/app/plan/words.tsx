// What of a plan's board is said alike wherever it stands: lights, figures, periods.
import type { VNode, VNodeChild } from 'vue';
import type { BoardRow, PlanFigure } from '#api';
import { grouped } from '../format.ts';
import { badge } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { say, t } from '../text.ts';
import { cut } from './values.ts';

const TONES: Record<BoardRow['light'], Tone> = { green: 'good', amber: 'warn', red: 'bad', grey: 'quiet' };

export const LIGHTS = ['green', 'amber', 'red', 'grey'] as const;
export const PROGRESS = ['not-begun', 'under-way', 'done'] as const;

export function lightBadge(row: BoardRow): VNode {
  return badge(TONES[row.light], t(`plan.light.${row.light}`), say(row.why));
}

/** What a target wants, as people write it. */
export function wanted(row: BoardRow): VNodeChild {
  const unit = row.unit ? ` ${say(row.unit)}` : '';
  const sign = row.direction === 'at-least' ? '≥ ' : '≤ ';
  const amount = row.amount === null ? null : `${sign}${grouped(row.amount)}${unit}`;
  const yearly = row.yearly === null ? null : t('plan.yearly', { amount: `${grouped(row.yearly)}${unit}` });
  return amount === null && yearly === null
    ? '—'
    : [amount ?? yearly, amount !== null && yearly !== null ? <span class='sub'>{yearly}</span> : null];
}

/** A figure as it stands first, with whose it is. */
export function figureOf(row: BoardRow, of: PlanFigure | null): VNodeChild {
  if (row.listed) {
    return [
      t('plan.listed', { n: row.listed.listed }),
      <span class='sub'>{t('plan.unknown', { n: row.listed.unknown })}</span>,
      of?.value ? <span class='sub'>{t('plan.seenTo', { n: of.value })}</span> : null,
    ];
  }
  if (!of?.origin) {
    const missing = row.asked.measured?.missing;
    return missing ? <span class='sub'>{say(missing)}</span> : '—';
  }
  return of.progress ? t(`plan.progress.${of.progress}`) : cut(of.value);
}

/** Whose figure it is, and from where. */
export function originOf(of: PlanFigure | null): VNodeChild {
  if (!of?.origin) {
    return null;
  }
  const stated = of.origin === 'published' ? of.published : of.origin === 'typed' ? of.typed : null;
  const from = stated
    ? stated.source
    : of.measured
    ? t('plan.coverage', { n: of.measured.known, all: of.measured.all })
    : '';
  return `${t(`plan.origin.${of.origin}`)} · ${from}`;
}

/** A period in words. */
export function periodName(code: string): string {
  const [year, quarter] = code.split('-Q');
  return quarter ? t('plan.quarter', { year, quarter }) : t('plan.year', { year });
}
