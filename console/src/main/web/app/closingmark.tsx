// What stands beside a figure of a closed month: that it is closed, and what of it is not what it was then.
import type { VNode } from 'vue';
import type { ClosedFigureChange, ClosingMark } from '#api';
import { dateTime, rounded, signed, unitText } from './format.ts';
import { hint } from './hints.ts';
import { badge } from './parts.ts';
import { has, t, word } from './text.ts';

/** What carriers are counted in; kilograms but for these. */
const UNITS: Record<string, string> = { electricity: 'kWh', heat: 'MJ' };

for (
  const code of [
    'natural-gas',
    'coke-oven-gas',
    'blast-furnace-gas',
    'biogas',
    'water',
    'compressed-air',
    'oxygen',
    'nitrogen',
  ]
) {
  UNITS[code] = 'm3';
}

const DIGITS: Record<string, number> = { tce: 3, tcePer10kCny: 4, ivaCny: 0, outputCny: 0 };

/** What a figure that changed is called, with its unit. */
export function fieldText({ field, basis }: Pick<ClosedFigureChange, 'field' | 'basis'>): string {
  const name = has(`closing.field.${field}`)
    ? word('closing.field', field)
    : `${word('carrier', field)} (${unitText(UNITS[field] ?? 'kg')})`;
  return basis ? `${name} · ${word('basis', basis)}` : name;
}

/** A value as it was or is. */
export function valueText(field: string, value: string | null): string {
  if (value === null) {
    return '—';
  }
  return field === 'level' ? word('level', value) : rounded(Number(value), DIGITS[field] ?? 1) ?? '—';
}

/** How much more or less it is now. */
export function differenceText({ field, difference }: ClosedFigureChange): string {
  return difference === null ? '—' : signed(difference, DIGITS[field] ?? 1) ?? '—';
}

/** A badge: closed, or changed since; null while the month is open. The changed one says what it was, what it is, and since when. */
export function closingBadge(mark: ClosingMark | undefined, quiet = false): VNode | null {
  if (!mark) {
    return null;
  }
  if (mark.changes.length) {
    return badge('warn', t('closing.changed'), changedText(mark));
  }
  return quiet ? null : badge('quiet', t('closing.closed'), t('closing.closedAt', { time: dateTime(mark.closedAt) }));
}

/** Above figures of many months: those that are not what they were when they were closed; null where there are none. */
export function closingNotice(rows: readonly { from: string; closing?: ClosingMark }[]): VNode | null {
  const changed = rows.filter((row) => row.closing?.changes.length);
  return changed.length
    ? (
      <p class='stale'>
        {t('closing.notice')} {changed.map((row, i) => [
          i ? t('review.and') : '',
          <span {...hint(changedText(row.closing!))}>{row.from.slice(0, 7)}</span>,
        ])}
      </p>
    )
    : null;
}

/** The same as lines below a point of a chart. */
export function closingLines(mark: ClosingMark | undefined): string[] {
  return !mark
    ? []
    : mark.changes.length
    ? [t('closing.changed'), ...changedText(mark).split('\n')]
    : [t('closing.closed')];
}

/** What changed, in words for a hint. */
export function changedText(mark: NonNullable<ClosingMark>): string {
  const lines = mark.changes.map((each) =>
    t('closing.changeLine', {
      what: fieldText(each),
      closed: valueText(each.field, each.closed),
      present: valueText(each.field, each.present),
      difference: differenceText(each),
    })
  );
  return [...lines, mark.since ? t('closing.since', { time: dateTime(mark.since) }) : ''].filter(Boolean).join('\n');
}
