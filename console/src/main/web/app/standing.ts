// A park or an enterprise against its target: badge, bar and the columns of the overview's tables.
import { h } from 'vue';
import type { VNode } from 'vue';
import type { Figure, NewestIntensity, ReasonCodeOrNull, Standing } from '#api';
import { say, t } from './text.ts';
import type { TextKey } from './text.ts';
import { badge, coverage, figure, link, provenance, sortable } from './parts.ts';
import type { Column, Tone } from './parts.ts';
import { signed } from './format.ts';

/** A park, an enterprise or the district with its newest figures. */
export interface Subject {
  id: string;
  openCases: number;
  silentDevices?: number;
  intensity?: NewestIntensity;
}

type Known = NonNullable<Standing>;

const TONES: Record<Known['verdict'], Tone> = { ON_TARGET: 'good', BEHIND: 'bad', NOT_JUDGED: 'quiet' };

/** The verdict in words; without a target it says so. */
export function verdict(standing: Standing | undefined): VNode {
  if (!standing) {
    return badge('quiet', t('verdict.noTarget'), t('verdict.noTargetWhy'));
  }
  return badge(TONES[standing.verdict], verdictText(standing), say(standing.reasonText) || gapText(standing));
}

/** That too much is estimated is said where it can be seen, as nobody would look for it. */
export function verdictText(standing: Known): string {
  return t(
    tellsOf(standing.reasonCode, 'TOO_MUCH_ESTIMATED') ? 'verdict.TOO_MUCH_ESTIMATED' : `verdict.${standing.verdict}`,
  );
}

/** A reason of an enterprise, or of the year before, has the reason there within it. */
function tellsOf(reason: ReasonCodeOrNull | undefined, code: string): boolean {
  return Boolean(reason) && (reason?.code === code || tellsOf((reason as { reason?: ReasonCodeOrNull }).reason, code));
}

function gapText(standing: Known): string {
  return t('verdict.gap', {
    change: signed(standing.changePercent, 2),
    target: signed(standing.targetChangePercent, 2),
    year: standing.baseYear,
  });
}

/** Change and target on one scale from -15 % to +15 %: the bar is the change, the tick is the target. */
export function changeBar(standing: Standing | undefined): VNode | null {
  if (!standing || standing.changePercent === null) {
    return null;
  }
  const place = (percent: string | null) => 60 + Math.max(-15, Math.min(15, Number(percent))) * 4;
  const end = place(standing.changePercent);
  const target = place(standing.targetChangePercent);
  const behind = standing.verdict === 'BEHIND';
  return h('svg', {
    class: 'change-bar',
    width: 96,
    height: 14,
    viewBox: '0 0 120 14',
    role: 'img',
    'aria-label': gapText(standing),
  }, [
    h('title', gapText(standing)),
    h('rect', { x: 0, y: 5, width: 120, height: 4, rx: 2, class: 'track' }),
    h('rect', {
      x: Math.min(60, end),
      y: 4,
      width: Math.max(1, Math.abs(end - 60)),
      height: 6,
      class: behind ? 'behind' : standing.verdict === 'ON_TARGET' ? 'kept' : 'open',
    }),
    h('line', { x1: 60, x2: 60, y1: 1, y2: 13, class: 'zero' }),
    h('line', { x1: target, x2: target, y1: 0, y2: 14, class: 'target' }),
  ]);
}

type Amount = 'tce' | 'tcePer10kCny' | 'changePercent';

/** Columns that parks and enterprises share. */
export function standingColumns(): Column<Subject>[] {
  const toDate = (row: Subject) => row.intensity?.yearToDate ?? null;
  const notes = (row: Subject) => (row.intensity ? provenance(row.intensity.yearToDate, row.intensity.basis) : '');
  const number = (
    key: TextKey & `column.${string}`,
    name: Amount,
    digits: number,
    more: { unit: string; sign?: boolean },
  ): Column<Subject> => ({
    key: key.slice('column.'.length),
    number: true,
    title: t(key),
    unit: more.unit,
    sort: (row) => sortable(toDate(row)?.[name]),
    cell: (row) =>
      figure(toDate(row)?.[name], {
        digits,
        unit: more.unit,
        sign: more.sign,
        reason: reasonOf(toDate(row), name),
        notes: notes(row),
      }),
  });
  return [
    number('column.tce', 'tce', 1, { unit: 'tce' }),
    number('column.intensity', 'tcePer10kCny', 4, { unit: t('unit.intensity') }),
    number('column.change', 'changePercent', 2, { unit: '%', sign: true }),
    {
      key: 'target',
      number: true,
      title: t('column.target'),
      unit: '%',
      sort: (row) => sortable(row.intensity?.standing?.targetChangePercent),
      cell: (row) =>
        figure(row.intensity?.standing?.targetChangePercent, {
          digits: 2,
          unit: '%',
          sign: true,
          reason: t('verdict.noTargetWhy'),
        }),
    },
    { key: 'bar', title: t('column.bar'), cell: (row) => changeBar(row.intensity?.standing) },
    {
      key: 'verdict',
      title: t('column.verdict'),
      sort: (row) => ['BEHIND', 'NOT_JUDGED', 'ON_TARGET'].indexOf(row.intensity?.standing?.verdict ?? '') + 1 || 9,
      cell: (row) => verdict(row.intensity?.standing),
    },
    {
      key: 'completeness',
      number: true,
      title: t('column.completeness'),
      sort: (row) => toDate(row)?.measuredShare ?? null,
      cell: (row) => (row.intensity ? coverage(row.intensity.yearToDate) : null),
    },
  ];
}

/** Columns of open cases and silent devices. */
export function attentionColumns(to: (row: Subject) => string): Column<Subject>[] {
  return [
    {
      key: 'openCases',
      number: true,
      title: t('column.openCases'),
      sort: (row) => row.openCases,
      cell: (
        row,
      ) => (row.openCases
        ? link(to(row), String(row.openCases), { class: 'count bad' })
        : h('span', { class: 'zero' }, '0')),
    },
    {
      key: 'silentDevices',
      number: true,
      title: t('column.silentDevices'),
      sort: (row) => row.silentDevices,
      cell: (
        row,
      ) => (row.silentDevices
        ? link('/devices?state=SILENT', String(row.silentDevices), { class: 'count warn' })
        : h('span', { class: 'zero' }, '0')),
    },
  ];
}

/** Why a figure is missing, in the reader's language; failing that, why another of its period is. */
export function reasonOf(figures: Pick<Figure, 'reasonTexts'> | null | undefined, name: string): string {
  const texts = figures?.reasonTexts ?? {};
  return say(texts[name] ?? Object.values(texts)[0]);
}
