// The months of a year of enterprises side by side, drawn and as a table.
import type { Answers } from '#api';
import { COLOURS, SIDE_BY_SIDE } from './chart/colours.ts';
import { tip } from './chart/options.ts';
import type { Across, Drawn, PeriodPicture } from './chart/periods.ts';
import { exact } from './chart/tip.ts';
import { unitText } from './format.ts';
import { now } from './health.ts';
import { figure, sortable } from './parts.ts';
import type { Column } from './table/column.ts';
import { say, t, word } from './text.ts';

export type Comparison = Answers['/comparison'];
export type Compared = Comparison['enterprises'][number];

/** A figure of months that is drawn: of the months of January and February together. */
export interface Monthly {
  unit: string;
  digits: number;
  /** Whether it adds up over months, so that January and February together are shown by the month. */
  adds: boolean;
  of: (figures: Compared['yearToDate']) => string | null | undefined;
}

export const intensity = (): Monthly => ({
  unit: t('unit.intensity'),
  digits: 4,
  adds: false,
  of: (figures) => figures.tcePer10kCny,
});
export const energy = (): Monthly => ({ unit: 'tce', digits: 1, adds: true, of: (figures) => figures.tce });

/** The months of a year, January with February, of every enterprise; of intensities with the medians of their industries. */
export function drawn(it: Comparison, monthly: Monthly, withMedians: boolean): PeriodPicture {
  const year = it.month.slice(0, 4);
  const slots = Array.from({ length: 11 }, (_, i) => `${year}-${String(i + 2).padStart(2, '0')}`);
  const lines = it.enterprises.map((each, i): Drawn => ({
    name: say(each.name),
    colour: SIDE_BY_SIDE[i],
    kind: 'line',
    marks: new Map(slots.map((slot) => [slot, { value: sortable(valueIn(each, slot, monthly)) }])),
  }));
  const medians = it.industries.filter((each) => withMedians && each.tcePer10kCny !== null).map((each): Across => ({
    value: Number(each.tcePer10kCny),
    text: t('comparison.medianOf', { industry: word('industry', each.industry) }),
    colour: COLOURS.other,
  }));
  return {
    unit: unitText(monthly.unit),
    slots,
    labels: slots.map((slot) => axisText(slot, monthly)),
    now: now(),
    drawn: lines,
    across: medians,
    tip: (slot) =>
      tip(
        monthText(slot, monthly),
        it.enterprises.map((each, i) => {
          const value = valueIn(each, slot, monthly);
          return [
            say(each.name),
            value == null ? '—' : exact(value, unitText(monthly.unit)),
            SIDE_BY_SIDE[i] ?? COLOURS.other,
          ];
        }),
      ),
  };
}

function valueIn(of: Compared, slot: string, monthly: Monthly): string | null {
  const row = of.months.find((each) => each.from.startsWith(slot));
  const figures = slot.endsWith('-02') ? row?.yearToDate : row?.month;
  const value = (figures && monthly.of(figures)) ?? null;
  return value !== null && monthly.adds && slot.endsWith('-02') ? String(Number(value) / 2) : value;
}

/** January and February together; of what adds up, the mean of both. */
function bothText(monthly: Pick<Monthly, 'adds'>): string {
  return t(monthly.adds ? 'month.1to2mean' : 'month.1to2');
}

/** What the axis calls a month. */
export function axisText(slot: string, monthly: Pick<Monthly, 'adds'>): string {
  return slot.endsWith('-02') ? bothText(monthly) : word('month', Number(slot.slice(5)));
}

function monthText(slot: string, monthly: Monthly): string {
  return slot.endsWith('-02') ? `${slot.slice(0, 4)} ${bothText(monthly)}` : slot;
}

export function monthColumns(it: Comparison, monthly: Monthly): Column<{ slot: string }>[] {
  return [
    {
      key: 'slot',
      title: t('column.period'),
      sort: (row) => row.slot,
      text: (row) => monthText(row.slot, monthly),
      cell: (row) => monthText(row.slot, monthly),
    },
    ...it.enterprises.map((each): Column<{ slot: string }> => ({
      key: each.id,
      number: true,
      title: say(each.name),
      unit: monthly.unit,
      sort: (row) => sortable(valueIn(each, row.slot, monthly)),
      text: (row) => valueIn(each, row.slot, monthly) ?? '',
      cell: (row) => figure(valueIn(each, row.slot, monthly), { digits: monthly.digits }),
    })),
  ];
}
