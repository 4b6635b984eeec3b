// The district, a park or an enterprise against its target: level, gap, tonnes, and the columns of every list of them.
import type { VNode } from 'vue';
import type { Answers, Figure, ReasonCodeOrNull, Standing, TargetProgress } from '#api';
import { rounded, share, signed, yearToDate } from './format.ts';
import { hint } from './hints.ts';
import { badge, coverage, figure, link, provenance, sortable } from './parts.ts';
import type { Tone } from './parts.ts';
import { address, pathOf } from './route.ts';
import type { Column } from './table/column.ts';
import { say, t, word } from './text.ts';
import type { TextKey } from './text.ts';

/** A row of the list of standings. */
export type StandingRow = Answers['/standings']['rows'][number];

type Known = NonNullable<Standing>;
type Progress = NonNullable<TargetProgress>;
export type Level = NonNullable<Progress['level']>;

/** From the worst. */
export const LEVELS: readonly Level[] = ['NOT_FALLING', 'BEHIND', 'ON_PATH'];

const LEVEL_TONES: Record<Level, Tone> = { NOT_FALLING: 'bad', BEHIND: 'warn', ON_PATH: 'good' };
const TONES: Record<Known['verdict'], Tone> = { ON_TARGET: 'good', BEHIND: 'bad', NOT_JUDGED: 'quiet' };

/** How far the axis of a gap reaches, percentage points. */
const REACH_POINTS = 10;
const HALF = 60;

/** The level of progress in words; without one why there is none. */
export function levelBadge(standing: Standing | undefined, progress: TargetProgress | undefined): VNode {
  return progress?.level && standing
    ? badge(LEVEL_TONES[progress.level], t(`level.${progress.level}`), gapText(standing))
    : verdict(standing);
}

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
    change: signed(standing.changePercent, 2) ?? '—',
    target: signed(standing.targetChangePercent, 2),
    gap: signed(standing.gapPoints, 2) ?? '—',
    year: standing.baseYear,
  });
}

/** The gap to the target: to the right how far behind, to the left how far ahead. Whoever is far behind has the longest bar. */
export function gapBar(standing: Standing | undefined): VNode | null {
  if (!standing || standing.gapPoints === null) {
    return null;
  }
  const gap = Number(standing.gapPoints);
  const width = (Math.min(Math.abs(gap), REACH_POINTS) / REACH_POINTS) * HALF;
  return (
    <svg
      class='gap-bar'
      width={64}
      height={14}
      viewBox='0 0 120 14'
      role='img'
      aria-label={gapText(standing)}
      {...hint(gapText(standing))}
    >
      <rect x={0} y={6} width={2 * HALF} height={2} class='track' />
      <rect
        x={gap > 0 ? HALF : HALF - width}
        y={2}
        width={Math.max(1, width)}
        height={10}
        class={gap > 0 ? 'behind' : 'kept'}
      />
      <line x1={HALF} x2={HALF} y1={0} y2={14} class='zero' />
    </svg>
  );
}

/** The page of a row. */
export function pageOf({ scope, id }: Pick<StandingRow, 'scope' | 'id'>): string {
  return scope === 'DISTRICT' ? '/district' : pathOf(scope === 'PARK' ? 'parks' : 'enterprises', id);
}

const PARAMETERS = { DISTRICT: null, PARK: 'park', ENTERPRISE: 'enterprise' } as const;

/** A list of what belongs to a row. */
function listOf(path: string, { scope, id }: StandingRow, more: Record<string, string> = {}): string {
  const name = PARAMETERS[scope];
  return address(path, name ? { [name]: id, ...more } : more);
}

type Amount = 'tce' | 'tcePer10kCny' | 'changePercent';

interface Shown {
  code: string;
  digits: number;
  unit: string;
  sign?: boolean;
  extra?: boolean;
}

function amount(key: TextKey & `column.${string}`, name: Amount, shown: Shown, basis: string): Column<StandingRow> {
  return {
    key: key.slice('column.'.length),
    code: shown.code,
    number: true,
    title: t(key),
    unit: shown.unit,
    extra: shown.extra,
    sort: (row) => sortable(row.yearToDate[name]),
    text: (row) => row.yearToDate[name] ?? '',
    sum: name === 'tce' ? (row) => sortable(row.yearToDate.tce) : undefined,
    total: (sum) => rounded(sum, shown.digits),
    cell: (row) =>
      figure(row.yearToDate[name], {
        digits: shown.digits,
        unit: shown.unit,
        sign: shown.sign,
        reason: reasonOf(row.yearToDate, name),
        notes: provenance(row.yearToDate, basis),
      }),
  };
}

/** What a standing comes to in tonnes. */
function tonnes(
  key: TextKey & `column.${string}`,
  code: string,
  value: (progress: Progress) => string | null | undefined,
): Column<StandingRow> {
  const of = (row: StandingRow) => (row.progress ? value(row.progress) : null);
  return {
    key: key.slice('column.'.length),
    code,
    number: true,
    title: t(key),
    unit: 'tce',
    sort: (row) => sortable(of(row)),
    text: (row) => of(row) ?? '',
    sum: (row) => sortable(of(row)),
    total: (sum) => signed(sum, 1),
    cell: (row) =>
      figure(of(row), {
        digits: 1,
        unit: 'tce',
        sign: true,
        reason: row.standing
          ? say(Object.values(row.progress?.reasonTexts ?? {})[0] ?? row.standing.reasonText)
          : t('verdict.noTargetWhy'),
      }),
  };
}

/** Columns of lists of standings: the level and what is missing first, then the figures it rests on. */
export function standingColumns(basis: string): Column<StandingRow>[] {
  return [
    {
      key: 'level',
      code: 'progress.level',
      title: t('column.level'),
      sort: (row) => rank(row),
      text: (
        row,
      ) => (row.progress?.level
        ? t(`level.${row.progress.level}`)
        : row.standing
        ? verdictText(row.standing)
        : t('verdict.noTarget')),
      group: (row) => (row.progress?.level ? t(`level.${row.progress.level}`) : null),
      cell: (row) => levelBadge(row.standing, row.progress),
    },
    {
      key: 'openCases',
      number: true,
      title: t('column.openCases'),
      sort: (row) => row.openCases,
      sum: (row) => row.openCases,
      cell: (row) => count(row.openCases, listOf('/cases', row), 'bad'),
    },
    {
      key: 'silentDevices',
      number: true,
      title: t('column.silentDevices'),
      sort: (row) => row.silentDevices,
      sum: (row) => row.silentDevices,
      cell: (row) => count(row.silentDevices, listOf('/devices', row, { state: 'silent' }), 'warn'),
    },
    tonnes('column.excess', 'progress.excessTce', (it) => it.excessTce),
    tonnes('column.yearEnd', 'progress.yearEnd.excessTce', (it) => it.yearEnd?.excessTce),
    {
      key: 'gap',
      code: 'standing.gapPoints',
      number: true,
      title: t('column.gap'),
      unit: t('unit.points'),
      sort: (row) => sortable(row.standing?.gapPoints),
      text: (row) => row.standing?.gapPoints ?? '',
      cell: (row) => (
        <span class='gap'>
          {gapBar(row.standing)} {figure(row.standing?.gapPoints, {
            digits: 2,
            sign: true,
            reason: say(row.standing?.reasonText) || t('verdict.noTargetWhy'),
          })}
        </span>
      ),
    },
    amount(
      'column.change',
      'changePercent',
      { code: 'yearToDate.changePercent', digits: 2, unit: '%', sign: true },
      basis,
    ),
    {
      key: 'target',
      extra: true,
      code: 'standing.targetChangePercent',
      number: true,
      title: t('column.target'),
      unit: '%',
      sort: (row) => sortable(row.standing?.targetChangePercent),
      text: (row) => row.standing?.targetChangePercent ?? '',
      cell: (row) =>
        figure(row.standing?.targetChangePercent, {
          digits: 2,
          unit: '%',
          sign: true,
          reason: t('verdict.noTargetWhy'),
        }),
    },
    amount('column.intensity', 'tcePer10kCny', {
      code: 'yearToDate.tcePer10kCny',
      digits: 4,
      unit: t('unit.intensity'),
    }, basis),
    amount('column.tce', 'tce', { code: 'yearToDate.tce', digits: 1, unit: 'tce' }, basis),
    {
      key: 'completeness',
      code: 'yearToDate.completeness',
      number: true,
      title: t('column.completeness'),
      sort: (row) => row.yearToDate.completeness,
      text: (row) => (row.yearToDate.completeness === null ? '' : share(row.yearToDate.completeness)),
      cell: (row) => coverage(row.yearToDate),
    },
    {
      key: 'status',
      code: 'yearToDate.status',
      title: t('column.status'),
      extra: true,
      sort: (row) => row.yearToDate.status && word('status', row.yearToDate.status),
      cell: (row) => (row.yearToDate.status ? word('status', row.yearToDate.status) : '—'),
    },
  ];
}

/** From the worst level to none. */
export function rank({ progress, standing }: Pick<StandingRow, 'progress' | 'standing'>): number {
  return progress?.level ? LEVELS.indexOf(progress.level) : standing ? LEVELS.length : LEVELS.length + 1;
}

/** How many, and the way to them; none is quiet. */
export function count(n: number, to: string, tone: 'bad' | 'warn'): VNode {
  return n ? link(to, String(n), { class: ['count', tone] }) : <span class='zero'>0</span>;
}

/** Whether somebody has to do something about a row. */
export function needsAttention(row: StandingRow): boolean {
  return row.openCases > 0 || row.silentDevices > 0 || row.progress?.level === 'NOT_FALLING' ||
    row.progress?.level === 'BEHIND';
}

/** Why a figure is missing, in the reader's language; failing that, why another of its period is. */
export function reasonOf(figures: Pick<Figure, 'reasonTexts'> | null | undefined, name: string): string {
  const texts = figures?.reasonTexts ?? {};
  return say(texts[name] ?? Object.values(texts)[0]);
}

/** The period of a month's standings in words. */
export function periodText(month: string): string {
  return t('overview.period', { period: yearToDate(`${month}-01`) });
}
