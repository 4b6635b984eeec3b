// What stands below a line of the form: what its target wants, what is to be typed, what there is already, and what is odd about what was typed.
import type { VNodeChild } from 'vue';
import type { BoardRow, PlanStatement } from '#api';
import { say, t } from '../text.ts';
import type { TextKey } from '../text.ts';
import { faultOf, questionOf, sumWith } from './sense.ts';
import { shown } from './values.ts';
import { besideText, coverageText, endOf, periodName, wantedText } from './words.tsx';

/** What a value of a period counts; null where that goes without saying. */
function counts(row: BoardRow, period: string): TextKey | null {
  const quarter = period.includes('Q');
  if (row.type === 'cumulative') {
    return row.counting === 'to-date' ? 'plan.count.toDate' : quarter ? 'plan.count.quarter' : 'plan.count.year';
  }
  const yearly = row.type === 'growth' || row.type === 'yearly-average';
  return yearly ? (quarter ? 'plan.count.yearInQuarter' : 'plan.count.yearly') : null;
}

/** What the platform makes of it, and whether it need be typed at all. */
function computed(row: BoardRow): string | null {
  const measured = row.asked.measured;
  if (!row.measured) {
    return null;
  }
  if (measured?.value) {
    return measured.enough
      ? t('plan.computed', { value: shown(measured.value), coverage: coverageText(measured) })
      : `${besideText({ ...row.asked, origin: null })}${t('plan.typeIt')}`;
  }
  return measured?.missing ? t('plan.notComputed', { why: say(measured.missing) }) : t('plan.computedYearly');
}

/** The lines of text below a target's words. */
export function aboutLine(row: BoardRow, period: string, text: string, before: PlanStatement | null): VNodeChild {
  const how = counts(row, period);
  const last = row.newest && row.newest.period !== period && row.newest.value ? row.newest : null;
  const sum = row.asked.origin === 'published' || row.asked.origin === 'measured' ? null : sumWith(row.beside, text);
  const unit = row.unit ? say(row.unit) : '';
  const lines = [
    row.area.id === '*' ? null : say(row.area.name),
    row.amount || row.yearly
      ? `${t('plan.wanted')} ${wantedText(row)}${t('plan.dueBy', { due: endOf(row.due) })}`
      : null,
    row.listed ? t('plan.listed', { n: row.listed.listed }) : null,
    how && t(how, { period: periodName(period), year: period.slice(0, 4) }),
    sum === null ? null : t('plan.sum', { value: `${shown(sum)} ${unit}`.trim() }),
    computed(row),
    last ? t('plan.last', { period: periodName(last.period), value: shown(last.value) }) : null,
    before?.source ? t('plan.savedSource', { source: before.source }) : null,
  ];
  return lines.filter(Boolean).map((line) => <span class='sub' key={line!}>{line}</span>);
}

/** What is wrong with what was typed, in words; null where nothing is. */
export function faultText(row: BoardRow, text: string): string | null {
  const fault = faultOf(row, text);
  return fault && t(`plan.fault.${fault}`, { least: row.least ?? '', most: row.most ?? '' });
}

/** What is asked of what was typed; null where nothing is. */
export function questionText(row: BoardRow, text: string): string | null {
  const question = questionOf(row, text);
  return question && t(`plan.ask.${question}`, {
    n: row.listed?.listed ?? 0,
    period: row.before ? periodName(row.before.period) : '',
    value: shown(row.before?.value),
  });
}
