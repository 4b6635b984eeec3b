// Cases in words: their state, what they are about, how sure they are.
import type { VNode } from 'vue';
import type { Alert } from '#api';
import { badge, figure, link } from './parts.ts';
import { changeDigits, judgedDigits, plain, unitText } from './format.ts';
import type { Decimal } from './format.ts';
import { pathOf } from './route.ts';
import { say, t } from './text.ts';

/** The state of a case in words: open cases are bad or a warning as they weigh; what rests on an unconfirmed limit is suspected only. */
export function caseBadge(it: Alert): VNode {
  if (it.state === 'CLEARED') {
    return badge('good', t('state.CLEARED'));
  }
  if (it.state === 'WITHDRAWN') {
    return badge('quiet', t('state.WITHDRAWN'));
  }
  const tone = it.severity === 'TRIAL' ? 'info' : it.severity === 'WARNING' || it.suspected ? 'warn' : 'bad';
  return badge(tone, t(it.acknowledgedBy ? 'state.ACKNOWLEDGED' : 'state.NEW'));
}

/** Whether its figure is a change, read with its sign against a target, and not an amount against a limit. */
export function isChange(it: Alert): boolean {
  return it.rule === 'energy-decline-behind';
}

/** Whether it says that a limit is, or may be, exceeded. */
export function isExceedance(it: Alert): boolean {
  return it.rule === 'limit-exceeded';
}

/** The page of the enterprise, the park or the district a case is about. */
export function aboutPath(it: Alert): string {
  return {
    ENTERPRISE: pathOf('enterprises', it.about.id),
    PARK: pathOf('parks', it.about.id),
    DISTRICT: '/district',
  }[it.scope];
}

/** A link to it. */
export function aboutLink(it: Alert, attributes: Record<string, unknown> = {}): VNode {
  return link(aboutPath(it), say(it.about.name), attributes);
}

/** The figure of a case with its sign where it is a change. */
export function caseFigure(it: Alert): VNode | string {
  return it.figure === null || it.figure === undefined
    ? ''
    : figure(it.figure, { digits: caseDigits(it.rule, it.figure, it.limit), unit: it.unit, sign: isChange(it) });
}

/** Digits after the point of a figure of a case, which is told as it is in the texts of cases. */
export function caseDigits(rule: Alert['rule'], value: string | number, limit: Decimal): number {
  return rule === 'energy-decline-behind' ? changeDigits(value, limit) : judgedDigits(value, [limit]);
}

/** The limit as the permit writes it, or the target. */
export function caseLimit(it: Alert): string {
  return it.limit === null || it.limit === undefined
    ? ''
    : isChange(it)
    ? `${Number(it.limit).toFixed(2).replace('-', '−')} ${unitText(it.unit)}`
    : `${plain(it.limit)} ${unitText(it.unit)}`;
}

/** Both with what they are, for a line of a list; nothing where the case has no figure. */
export function figureAndLimit(it: Alert): VNode[] | null {
  return it.figure === null || it.figure === undefined || it.limit === null || it.limit === undefined ? null : [
    <span class='soft'>{t(isChange(it) ? 'column.change' : 'column.figure')}</span>,
    ' ',
    caseFigure(it),
    ' / ',
    <span class='soft'>{t(isChange(it) ? 'column.target' : 'column.limit')}</span>,
    ' ',
    caseLimit(it),
  ].map((each) => <span>{each}</span>);
}
