// What a rule looked at of an enterprise, with its thresholds, so that a list can be counted by hand; and why one is not on it.
import type { VNodeChild } from 'vue';
import { t, word } from '../text.ts';
import { failing } from './failing.ts';
import type { Check, Finding } from './failing.ts';
import { shown } from './values.ts';

/** The name of a figure that is the same as one that is looked at. */
const FACTS: Partial<Record<string, Check['what']>> = { landMu: 'land-mu', taxCny: 'tax-cny' };

function valueOf(check: Check, text: string): string {
  if (check.what === 'performance-class') {
    return text;
  }
  return check.what === 'above-scale'
    ? t(text === 'true' ? 'plan.check.yes' : 'plan.check.no')
    : shown(text, [check.wanted]);
}

/** What was looked at and what was wanted: land of one's own 12 mu (at least 20). */
export function checkText(check: Check): string {
  return t(`plan.check.${check.relation}`, {
    what: t('plan.check.of', { year: check.year, what: t(`plan.check.${check.what}`) }),
    value: check.value === null ? t('plan.check.unknown') : valueOf(check, check.value),
    wanted: valueOf(check, check.wanted),
  });
}

/** Why one is not listed; empty of others. */
export function whyNot(row: Finding): string {
  return row.verdict === 'not-listed' ? t('plan.whyNot', { list: failing(row.checks).map(checkText).join('；') }) : '';
}

const MARKS = { true: '✓', false: '✗', null: '?' };

/** Each thing that was looked at, and the figures that it was made of. */
export function checkLines(row: Finding): VNodeChild {
  const either = row.checks.filter((each) => each.either).length > 1;
  return [
    ...row.checks.map((each) => (
      <span class='sub' key={`${each.what} ${each.year}`}>
        {MARKS[String(each.holds) as keyof typeof MARKS]} {checkText(each)}
        {each.either && either ? t('plan.check.either') : ''}
      </span>
    )),
    ...Object.entries(row.facts)
      .filter(([name]) => name in FACTS && !row.checks.some((each) => each.what === FACTS[name]))
      .map(([name, value]) => <span class='sub' key={name}>{word('plan.fact', name)} {shown(String(value))}</span>),
  ];
}
