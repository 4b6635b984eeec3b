// The columns of every list of standings: the level and what is missing first, then the figures it rests on.
import type { VNode } from 'vue';
import type { TargetProgress } from '#api';
import { rounded, share, signed } from './format.ts';
import { closingBadge } from './closingmark.tsx';
import { count, coverage, figure, provenance, sortable } from './parts.ts';
import { address } from './route.ts';
import { gapBar, levelBadge, noTargetWhy, rank, reasonOf, verdictText } from './standing.tsx';
import type { StandingRow } from './standing.tsx';
import type { Column } from './table/column.ts';
import { say, t, word } from './text.ts';
import type { TextKey } from './text.ts';

type Progress = NonNullable<TargetProgress>;

/** Pixels of a gap's bar: all columns are to fit beside each other on a desk. */
const NARROW = 40;

const PARAMETERS = { DISTRICT: null, PARK: 'park', ENTERPRISE: 'enterprise' } as const;

/** A list of what belongs to a row. */
function listOf(path: string, { scope, id }: StandingRow, more: Record<string, string> = {}): string {
  const name = PARAMETERS[scope];
  return address(path, name ? { [name]: id, ...more } : more);
}

/** Devices that somebody has to look after: silent ones, and those whose data are late. */
function devicesCell(row: StandingRow): VNode {
  const lines = [
    row.silentDevices
      ? count(row.silentDevices, listOf('/devices', row, { state: 'silent' }), 'warn', 'devices.silentShort')
      : null,
    row.lateDevices
      ? count(row.lateDevices, listOf('/devices', row, { state: 'late' }), 'warn', 'devices.lateShort')
      : null,
  ].filter((each) => each !== null);
  return lines.length ? <span class='counts'>{lines}</span> : <span class='zero'>0</span>;
}

function devicesText(row: StandingRow): string {
  return [
    row.silentDevices ? t('devices.silentShort', { n: row.silentDevices }) : null,
    row.lateDevices ? t('devices.lateShort', { n: row.lateDevices }) : null,
  ].filter(Boolean).join('; ') || '0';
}

type Amount = 'tce' | 'tcePer10kCny' | 'changePercent';

interface Shown {
  /** Of which period it is. */
  of: 'month' | 'yearToDate';
  digits: number;
  unit: string;
  sign?: boolean;
  extra?: boolean;
}

function amount(key: TextKey & `column.${string}`, name: Amount, shown: Shown, basis: string): Column<StandingRow> {
  return {
    key: key.slice('column.'.length),
    code: `${shown.of}.${name}`,
    number: true,
    title: t(key),
    unit: shown.unit,
    extra: shown.extra,
    sort: (row) => sortable(row[shown.of][name]),
    text: (row) => row[shown.of][name] ?? '',
    sum: name === 'tce' ? (row) => sortable(row[shown.of].tce) : undefined,
    total: (sum) => rounded(sum, shown.digits),
    cell: (row) =>
      figure(row[shown.of][name], {
        digits: shown.digits,
        unit: shown.unit,
        sign: shown.sign,
        reason: reasonOf(row[shown.of], name),
        notes: provenance(row[shown.of], basis),
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
          : noTargetWhy(row.otherTarget),
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
        : t(row.otherTarget ? 'verdict.otherTarget' : 'verdict.noTarget')),
      group: (row) => (row.progress?.level ? t(`level.${row.progress.level}`) : null),
      cell: (row) => [levelBadge(row.standing, row.progress, row.otherTarget), ' ', closingBadge(row.closing, true)],
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
      key: 'devices',
      number: true,
      title: t('column.devices'),
      sort: (row) => row.silentDevices + row.lateDevices,
      text: (row) => devicesText(row),
      sum: (row) => row.silentDevices + row.lateDevices,
      cell: (row) => devicesCell(row),
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
          {gapBar(row.standing, NARROW)} {figure(row.standing?.gapPoints, {
            digits: 2,
            sign: true,
            reason: say(row.standing?.reasonText) || noTargetWhy(row.otherTarget),
          })}
        </span>
      ),
    },
    amount(
      'column.change',
      'changePercent',
      { of: 'yearToDate', digits: 2, unit: '%', sign: true },
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
          reason: noTargetWhy(row.otherTarget),
        }),
    },
    amount('column.intensity', 'tcePer10kCny', {
      of: 'yearToDate',
      digits: 4,
      unit: t('unit.intensity'),
    }, basis),
    amount('column.tce', 'tce', { of: 'yearToDate', digits: 1, unit: 'tce' }, basis),
    // The month by itself: files have it, too.
    amount('column.monthTce', 'tce', { of: 'month', digits: 1, unit: 'tce', extra: true }, basis),
    amount(
      'column.monthIntensity',
      'tcePer10kCny',
      { of: 'month', digits: 4, unit: t('unit.intensity'), extra: true },
      basis,
    ),
    amount(
      'column.monthChange',
      'changePercent',
      { of: 'month', digits: 2, unit: '%', sign: true, extra: true },
      basis,
    ),
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
