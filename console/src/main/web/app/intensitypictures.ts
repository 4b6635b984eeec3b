// The pictures of energy per value added over a year: month by month beside the year before, and the year to date beside its target.
import type { Answers, Figure } from '#api';
import { COLOURS } from './chart/colours.ts';
import type { TipRow } from './chart/options.ts';
import type { Drawn, Mark, PeriodPicture } from './chart/periods.ts';
import { exact, tip } from './chart/tip.ts';
import { closingLines } from './closingmark.tsx';
import { signed } from './format.ts';
import { now } from './health.ts';
import { provenance, sortable } from './parts.ts';
import { reasonOf, verdictText } from './standing.tsx';
import { say, t, word } from './text.ts';

export type Intensity = Answers['/enterprises/{id}/intensity'];
export type IntensityRow = Intensity['rows'][number];

/** A point of a year: January and February together, then month by month. */
export interface Point {
  slot: string;
  label: string;
  row: IntensityRow;
  figure: Figure;
}

export function pointsOf(data: Intensity | null, year: number): Point[] {
  return (data?.rows ?? [])
    .filter((row) => row.from.startsWith(String(year)) && !row.from.startsWith(`${year}-01`))
    .map((row) => {
      const month = Number(row.from.slice(5, 7));
      return {
        slot: row.from.slice(0, 7),
        label: month === 2 ? t('month.1to2') : word('month', month),
        row,
        figure: month === 2 ? row.yearToDate : row.month,
      };
    });
}

/** Places of the axis: those of the months from February on, which stands for January, too. */
function places(year: number): { slots: string[]; labels: string[] } {
  const months = Array.from({ length: 11 }, (_, i) => i + 2);
  return {
    slots: months.map((month) => `${year}-${String(month).padStart(2, '0')}`),
    labels: months.map((month) => (month === 2 ? t('month.1to2') : word('month', month))),
  };
}

function drawnAs(
  name: string,
  colour: string,
  kind: Drawn['kind'],
  points: Point[],
  year: number,
  mark: (of: Point) => Mark,
): Drawn {
  return { name, colour, kind, marks: new Map(points.map((each) => [`${year}${each.slot.slice(4)}`, mark(each)])) };
}

export function monthly(points: Point[], before: Point[], year: number, basis?: string): PeriodPicture {
  const unit = t('unit.intensity');
  const bars = (of: Point[], name: number, colour: string): Drawn => ({
    ...drawnAs(String(name), colour, 'bar', of, year, (each) => ({
      value: sortable(each.figure.tcePer10kCny),
      quality: (each.figure.estimatedShare ?? 0) > 0 ? 'ESTIMATED' : 'MEASURED',
      running: each.row.period === 'RUNNING',
    })),
    gaps: name === year,
  });
  return {
    unit,
    ...places(year),
    now: now(),
    drawn: [bars(before, year - 1, COLOURS.before), bars(points, year, COLOURS.now)],
    tip: (slot) => {
      const [it, was] = [points, before].map((all) => all.find((each) => each.slot.slice(4) === slot.slice(4)));
      return tip(`${year} ${it?.label ?? ''}`, [
        [String(year), told(it?.figure, 'tcePer10kCny', unit), COLOURS.now],
        [String(year - 1), told(was?.figure, 'tcePer10kCny', unit), COLOURS.before],
        [t('column.change'), told(it?.figure, 'changePercent', '%')],
      ], it ? [...provenance(it.figure, basis).split('\n'), ...closingLines(it.row.closing)] : []);
    },
  };
}

/** The change of the year to date, the target, and the gap between them. */
export function toDate(points: Point[], year: number, basis?: string): PeriodPicture {
  const line = (
    name: string,
    colour: string,
    value: (of: Point) => string | null | undefined,
    dashed = false,
  ): Drawn => ({
    ...drawnAs(
      name,
      colour,
      'line',
      points,
      year,
      (each) => ({ value: sortable(value(each)), running: each.row.period === 'RUNNING' }),
    ),
    dashed,
  });
  const gap = (behind: boolean): Drawn =>
    drawnAs(
      t(behind ? 'intensity.gapBehind' : 'intensity.gapAhead'),
      behind ? COLOURS.warn : COLOURS.now,
      'bar',
      points,
      year,
      (each) => {
        const value = sortable(each.row.standing?.gapPoints);
        return { value: value !== null && value > 0 === behind ? value : null, quality: 'PARTIAL' };
      },
    );
  const targeted = points.some((each) => each.row.standing);
  return {
    unit: '%',
    ...places(year),
    now: now(),
    drawn: [
      line(t('intensity.change'), COLOURS.now, changeOf),
      ...(targeted
        ? [
          line(t('intensity.target'), COLOURS.limit, (each) => each.row.standing?.targetChangePercent, true),
          { ...gap(true), stack: 'gap' },
          { ...gap(false), stack: 'gap' },
        ]
        : []),
    ],
    tip: (slot) => {
      const it = points.find((each) => each.slot === slot);
      const standing = it?.row.standing;
      const rows: TipRow[] = [
        [t('intensity.change'), it && changeOf(it) !== null ? `${signed(changeOf(it), 2)} %` : whyNot(it), COLOURS.now],
        [
          t('intensity.target'),
          standing ? `${signed(standing.targetChangePercent, 2)} %` : t('verdict.noTarget'),
          COLOURS.limit,
        ],
        ...(standing?.gapPoints ? [[t('column.gap'), signed(standing.gapPoints, 2)!, COLOURS.warn] as TipRow] : []),
      ];
      return tip(`${year} ${it ? t('intensity.untilMonth', { month: it.label }) : ''}`, rows, [
        standing ? verdictText(standing) : null,
        ...(it ? provenance(it.row.yearToDate, basis).split('\n') : []),
      ]);
    },
  };
}

function changeOf({ row }: Point): string | null {
  return row.standing ? row.standing.changePercent : row.yearToDate.changePercent;
}

function whyNot(point: Point | undefined): string {
  const standing = point?.row.standing;
  return (standing ? say(standing.reasonText) : reasonOf(point?.row.yearToDate, 'changePercent')) || '—';
}

function told(figures: Figure | undefined, name: 'tcePer10kCny' | 'changePercent', unit: string): string {
  const value = figures?.[name];
  return value === null || value === undefined ? reasonOf(figures, name) || '—' : exact(value, unit);
}
