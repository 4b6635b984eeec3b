// Small parts that every page uses.
import { h } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Live } from './api.ts';
import { hint } from './hints.ts';
import { t, word } from './text.ts';
import type { TextKey } from './text.ts';
import { dateTime, digitsFor, exactTime, floored, grouped, rounded, share, unitText } from './format.ts';
import type { Decimal } from './format.ts';
import { mayOpen } from './rights.ts';
import { keepingBasis } from './route.ts';
import type { Column } from './table/column.ts';

/** How a status is shown: good, in need of attention, bad, only said, or unimportant. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

const MARKS: Record<Tone, string> = { good: '✓', warn: '!', bad: '▲', info: '●', quiet: '–' };

/** How much of a period is known, and of what quality; null where nothing was expected. */
export interface Coverage {
  completeness: number | null;
  measuredShare: number | null;
  estimatedShare: number | null;
}

/** What a figure rests on, as far as its row says. */
export interface Provenance extends Partial<Coverage> {
  quality?: string | null;
  status?: string | null;
  coefficientSet?: string | null;
}

/** Targets are judged where at least so much of both periods is measured. */
export const LEAST_MEASURED = 0.9;

/** Where the icon lies that the page names. */
export function icon(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '/icon.svg';
}

/** A status in words, with a mark so that it does not depend on colour alone. Tones: good, warn, bad, info, quiet. */
export function badge(tone: Tone, text: string, more?: string): VNode {
  return h('span', { class: ['badge', tone], ...hint(more) }, [
    h('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[tone]),
    text,
  ]);
}

export interface FigureOptions {
  digits?: number;
  unit?: string | null;
  /** Why there is none. */
  reason?: string;
  /** Whether a plus is written. */
  sign?: boolean;
  /** Whether the keyboard stops at it; of tables the rows lead to more. */
  reached?: boolean;
  /** Further lines of the tooltip. */
  notes?: string;
}

/** A rounded figure; its tooltip has the exact one, or the reason why there is none. */
export function figure(text: Decimal, { digits, unit, reason, sign, notes, reached }: FigureOptions = {}): VNode {
  if (text === null || text === undefined) {
    return h('span', { class: 'missing', ...hint(reason || t('figure.unknown'), Boolean(reason)) }, '—');
  }
  const places = digits ?? digitsFor(text);
  const shown = rounded(text, places);
  const exact = t('figure.exact', { value: grouped(text), unit: unitText(unit) });
  const more = notes ? `${exact}\n${notes}` : exact;
  return h(
    'span',
    { class: 'figure', ...hint(more, reached) },
    sign && Number(text) > 0 ? `+${shown}` : shown,
  );
}

/** That what a register shows is to be multiplied; null where it is not. */
export function timesRatio(ratio: Decimal): string | null {
  return ratio && Number(ratio) !== 1 ? t('point.timesRatio', { ratio: grouped(ratio) }) : null;
}

/** The newest value of a register with what it is to be multiplied by, so that nobody takes it for an amount. */
export function registerValue(value: Decimal, unit: string | null | undefined, ratio: Decimal): VNode[] {
  const note = timesRatio(ratio);
  return [
    withUnit(figure(value, { unit }), unit),
    ...(note
      ? [h('span', { class: 'sub', ...hint(note, true) }, t('point.timesRatioShort', { ratio: grouped(ratio!) }))]
      : []),
  ];
}

/** A figure with its unit, which stays beside it. */
export function withUnit(shown: VNodeChild, unit: string | null | undefined): VNode {
  return h('span', { class: 'unbroken' }, [shown, ' ', h('span', { class: 'unit' }, unitText(unit))]);
}

/** How complete, how good and how final a figure is, for tooltips. */
export function provenance(row: Provenance, basis?: string): string {
  return [
    basis ? t('figure.basis', { basis: word('basis', basis) }) : null,
    covered(row) ? t('figure.coverage', { ...shares(row) }) : null,
    row.quality ? t('figure.quality', { quality: word('quality', row.quality) }) : null,
    row.status ? t('figure.status', { status: word('status', row.status) }) : null,
    row.coefficientSet ? t('figure.coefficients', { set: row.coefficientSet }) : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

export interface Shares {
  complete: string;
  measured: string;
  estimated: string;
}

function covered(row: Provenance): row is Provenance & Coverage {
  return row.completeness !== undefined && row.completeness !== null;
}

/** Of the expected time what is known, and of that what is measured and what estimated: parts that add up as shown. */
export function shares(row: Coverage): Shares {
  if (row.completeness === null || row.measuredShare === null) {
    return { complete: '—', measured: '—', estimated: '—' };
  }
  const measured = floored(row.measuredShare);
  return {
    complete: share(row.completeness),
    measured: share(row.measuredShare),
    estimated: share(floored(row.completeness) - measured),
  };
}

/** The share that is known, and where any of it is estimated how much; marked where less is measured than judging needs. */
export function coverage(row: Coverage): VNode {
  const parts = shares(row);
  return h('span', {
    class: ['coverage', row.measuredShare !== null && row.measuredShare < LEAST_MEASURED ? 'low' : null],
    ...hint(row.completeness === null ? t('coverage.none') : t('figure.coverage', { ...parts })),
  }, [
    parts.complete,
    row.estimatedShare !== null && row.estimatedShare > 0 ? h('small', t('figure.parts', { ...parts })) : null,
  ]);
}

/** Columns of what is known, measured and estimated, of the part of a row that `of` gives. */
export function coverageColumns<R>(of: (row: R) => Coverage): Column<R>[] {
  const column = (
    key: TextKey & `column.${string}`,
    part: keyof Shares,
    sort: (it: Coverage) => number | null,
  ): Column<R> => ({
    key: key.slice('column.'.length),
    number: true,
    title: t(key),
    sort: (row) => sort(of(row)),
    cell: (row) => shares(of(row))[part],
  });
  return [
    column('column.completeness', 'complete', (it) => it.completeness),
    column('column.measured', 'measured', (it) => it.measuredShare),
    column('column.estimated', 'estimated', (it) => it.estimatedShare),
  ];
}

export function time(text: string | null | undefined): VNode {
  return h('time', { datetime: text ?? undefined, ...hint(exactTime(text)) }, dateTime(text));
}

/** A way to a page; where the page is not for whoever looks, what stands there and leads nowhere. */
export function link(to: string, text: VNodeChild, attributes: Record<string, unknown> = {}): VNode {
  if (!mayOpen(to)) {
    const { class: css, key } = attributes;
    return h('span', { class: css, key: key as string | undefined }, [text]);
  }
  return h('a', { href: `#${keepingBasis(to)}`, ...attributes }, [text]);
}

/** A way that says no more than where it leads; none where the page is not for whoever looks. */
export function way(to: string, text: VNodeChild, attributes: Record<string, unknown> = {}): VNode | null {
  return mayOpen(to) ? link(to, text, attributes) : null;
}

/** How many, and the way to them; none is quiet. */
export function count(n: number, to: string, tone: 'bad' | 'warn', text?: TextKey): VNode {
  return n
    ? link(to, text ? t(text, { n }) : String(n), { class: ['count', tone] })
    : h('span', { class: 'zero' }, '0');
}

export interface PanelOptions {
  actions?: VNodeChild[];
  note?: VNodeChild;
  id?: string;
}

export function panel(title: string, content: VNodeChild, { actions, note, id }: PanelOptions = {}): VNode {
  return h('section', { class: 'panel', id, 'aria-label': title }, [
    h('header', { class: 'panel-head' }, [
      h('h2', title),
      note ? h('span', { class: 'note' }, [note]) : null,
      actions ? h('div', { class: 'actions' }, actions) : null,
    ]),
    h('div', { class: 'panel-body' }, [content]),
  ]);
}

/** A placeholder for content that is not there yet, or cannot be loaded. */
export function waiting(source: Live<unknown>): VNode {
  if (source.error.value) {
    return h('div', { class: 'state bad', role: 'alert' }, [
      h('strong', t('state.failed')),
      h('p', source.error.value.message),
      h('button', { type: 'button', onClick: source.refresh }, t('state.again')),
    ]);
  }
  return h('div', { class: 'state', 'aria-busy': 'true' }, t('state.loading'));
}

export function empty(title: string, advice: string): VNode {
  return h('div', { class: 'state' }, [h('strong', title), h('p', advice)]);
}

/** A line above content that is out of date because the last request failed. */
export function stale(source: Live<unknown>): VNode | null {
  return source.data.value && source.error.value
    ? h('div', { class: 'stale', role: 'status' }, t('state.stale', { reason: source.error.value.message }))
    : null;
}

/** A list that keeps itself fresh: its rows, or what is said where there are none; a placeholder until it is there. */
export function listed<R>(
  source: Live<{ rows: R[] }>,
  rows: (rows: R[]) => VNodeChild,
  none: [title: string, advice: string],
): VNodeChild[] {
  const it = source.data.value;
  return it ? [stale(source), it.rows.length ? rows(it.rows) : empty(...none)] : [waiting(source)];
}

/** A choice of one among a few, as buttons. */
export function choice<V extends string | number>(
  label: string,
  options: [V, string][],
  current: V,
  choose: (value: V) => void,
): VNode {
  return h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': label },
    options.map(([value, text]) =>
      h(
        'button',
        { type: 'button', key: value, 'aria-pressed': value === current, onClick: () => choose(value) },
        text,
      )
    ),
  );
}

const QUALITY_TONES: Record<string, Tone> = {
  MEASURED: 'good',
  ESTIMATED: 'warn',
  PARTIAL: 'warn',
  MISSING: 'quiet',
  CORRECTED: 'info',
};

/** The quality of a figure, in words. */
export function qualityBadge(quality: string | null | undefined): VNode | null {
  return quality ? badge(QUALITY_TONES[quality] ?? 'quiet', word('quality', quality)) : null;
}

/** A decimal as a number to sort by. */
export function sortable(text: Decimal): number | null {
  return text === null || text === undefined ? null : Number(text);
}
