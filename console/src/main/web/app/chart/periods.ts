// What a chart of periods draws, and how: every period of the span has its place, quality is seen, nothing is drawn that is not known.
import type { ChartOption } from '../echarts.ts';
import { t, word } from '../text.ts';
import { COLOURS, token } from './colours.ts';
import { base, categoryAxis, tooltip, valueAxis } from './options.ts';
import { labelled, notOver, slotLabels, slotText } from './slots.ts';

/** A figure of a period as it is drawn. */
export interface Mark {
  value: number | null;
  quality?: string | null;
  /** The period is not over. */
  running?: boolean;
  /** Outside of a limit: one that is confirmed, or one that is not. */
  outside?: 'exceeded' | 'suspected';
}

/** A line or bars. */
export interface Drawn {
  name: string;
  colour: string;
  kind: 'bar' | 'line';
  stack?: string;
  dashed?: boolean;
  /** By the periods' begins. */
  marks: ReadonlyMap<string, Mark>;
  /** Whether periods it lacks are shown as such. */
  gaps?: boolean;
}

/** A value that is drawn across. */
export interface Across {
  value: number;
  text: string;
  colour: string;
}

export interface PeriodPicture {
  unit: string;
  slots: readonly string[];
  /** What the axis calls the periods; left out, what they are. */
  labels?: readonly string[];
  /** The local time; periods after it are to come. */
  now: string;
  drawn: readonly Drawn[];
  across?: readonly Across[];
  /** Whether the axis begins at 0; always for bars. */
  fromZero?: boolean;
  tip: (slot: string) => HTMLElement;
}

/** The figures of the year before under the periods of this one; the 29th of February has none. */
export function yearBefore(figures: Iterable<[slot: string, value: number | null]>): Drawn {
  const later = (slot: string) => `${Number(slot.slice(0, 4)) + 1}${slot.slice(4)}`;
  return {
    name: t('chart.yearBefore'),
    colour: COLOURS.before,
    kind: 'line',
    dashed: true,
    marks: new Map([...figures].map(([slot, value]) => [later(slot), { value }])),
  };
}

/** How a figure of less than full quality is drawn. */
const PALE: Record<string, number> = { ESTIMATED: 0.45, PARTIAL: 0.6, CORRECTED: 0.8 };
const RUNNING_OPACITY = 0.4;
const ROOM_FOR_LIMITS = 96;
const ROOM_FOR_UNIT = 110;

export function pictureOf(picture: PeriodPicture): ChartOption {
  const { slots, drawn, across = [], now } = picture;
  const labels = picture.labels ?? slotLabels(slots);
  const marks = labelled(slots);
  const bars = drawn.some((each) => each.kind === 'bar');
  return base({
    grid: {
      left: 8,
      right: across.length ? ROOM_FOR_LIMITS : 12,
      top: narrow() ? 62 : 44,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: drawn.length > 1,
      top: 0,
      // On a phone the legend has a line of its own, above the unit, and all of its width.
      left: narrow() ? 0 : ROOM_FOR_UNIT,
      right: 0,
      itemGap: narrow() ? 7 : 10,
      type: 'scroll',
      itemWidth: 12,
      itemHeight: 8,
      data: drawn.map((each) => each.name),
      textStyle: { color: token('ink') },
      pageTextStyle: { color: token('soft') },
    },
    xAxis: [
      categoryAxis([...slots], {
        axisLabel: {
          color: token('soft'),
          hideOverlap: true,
          formatter: (_: string, index: number) => labels[index],
          interval: marks,
        },
      }),
      // Its numbers are the begins of periods, where a category lies around its middle.
      { type: 'value', show: false, min: 0, max: slots.length },
    ],
    yAxis: [
      valueAxis(picture.unit, { scale: !(bars || (picture.fromZero ?? true)), ...reach(picture) }),
      { type: 'value', show: false, min: 0, max: 1 },
    ],
    series: [...drawn.flatMap((each) => series(each, slots, across, each === drawn[0])), gaps(drawn, slots, now)],
    tooltip: tooltip((points) => picture.tip(slots[points[0].dataIndex])),
  });
}

function narrow(): boolean {
  return innerWidth < 560;
}

/** The axis reaches what is drawn across, too. */
function reach({ drawn, across = [] }: PeriodPicture): ChartOption {
  if (!across.length) {
    return {};
  }
  const least = Math.min(...across.map((each) => each.value));
  const most = Math.max(...across.map((each) => each.value));
  const stacked = drawn.some((each) => each.stack);
  return stacked ? {} : {
    min: (
      value: { min: number },
    ) => (value.min > least && least !== 0 ? rounded(least - Math.abs(least) * 0.1) : undefined),
    max: (value: { max: number }) => (value.max < most ? rounded(most * 1.1) : undefined),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

function series(it: Drawn, slots: readonly string[], across: readonly Across[], first: boolean): ChartOption[] {
  const lines = first && across.length
    ? {
      markLine: {
        symbol: 'none',
        silent: true,
        animation: false,
        data: across.map((each) => ({
          yAxis: each.value,
          lineStyle: { color: each.colour, type: 'dashed', width: 1.5 },
          // Beside the plot, where it covers no data.
          label: {
            formatter: each.text,
            position: 'end',
            color: each.colour,
            fontSize: 11,
            width: ROOM_FOR_LIMITS - 8,
            overflow: 'break',
          },
        })),
      },
    }
    : {};
  return it.kind === 'bar' ? [bars(it, slots, lines)] : line(it, slots, lines);
}

function bars(it: Drawn, slots: readonly string[], lines: ChartOption): ChartOption {
  return {
    name: it.name,
    type: 'bar',
    stack: it.stack,
    barMaxWidth: 38,
    color: it.colour,
    data: slots.map((slot) => {
      const mark = it.marks.get(slot);
      return !mark || mark.value === null ? null : {
        value: mark.value,
        itemStyle: {
          color: outsideColour(mark) ?? it.colour,
          opacity: mark.running ? RUNNING_OPACITY : PALE[mark.quality ?? ''] ?? 1,
          borderType: 'dashed',
          borderWidth: mark.running ? 1 : 0,
          borderColor: it.colour,
        },
      };
    }),
    ...lines,
  };
}

/** A line that breaks where nothing is known; what stands alone, is running or lies outside has a symbol. */
function line(it: Drawn, slots: readonly string[], lines: ChartOption): ChartOption[] {
  const at = (index: number) => it.marks.get(slots[index])?.value ?? null;
  return [{
    name: it.name,
    type: 'line',
    color: it.colour,
    lineStyle: { width: it.dashed ? 1.4 : 1.8, type: it.dashed ? 'dashed' : 'solid' },
    showAllSymbol: true,
    symbol: 'circle',
    data: slots.map((slot, index) => {
      const mark = it.marks.get(slot);
      if (!mark || mark.value === null) {
        return null;
      }
      const alone = at(index - 1) === null && at(index + 1) === null;
      const colour = outsideColour(mark);
      const hollow = mark.running || mark.quality === 'ESTIMATED' || mark.quality === 'PARTIAL';
      return {
        value: mark.value,
        symbolSize: colour ? 7 : hollow || alone || slots.length <= 31 ? 5 : 0,
        itemStyle: hollow
          ? { color: token('card'), borderColor: colour ?? it.colour, borderWidth: 1.6 }
          : { color: colour ?? it.colour },
      };
    }),
    ...lines,
  }];
}

function outsideColour(mark: Mark): string | null {
  if (mark.running) {
    return null;
  }
  return mark.outside === 'exceeded' ? COLOURS.limit : mark.outside === 'suspected' ? COLOURS.warn : null;
}

/** Grey where nothing is known of periods that are over, from the first one's begin to the last one's end. */
function gaps(drawn: readonly Drawn[], slots: readonly string[], now: string): ChartOption {
  const sources = drawn.filter((each) => each.gaps);
  const missing = (slot: string) =>
    sources.length > 0 && !notOver(slot, now) &&
    sources.every((each) => (each.marks.get(slot)?.value ?? null) === null);
  const areas: [{ xAxis: number }, { xAxis: number }][] = [];
  slots.forEach((slot, i) => {
    const last = areas.at(-1);
    if (!missing(slot)) {
      return;
    }
    if (last?.[1].xAxis === i) {
      last[1].xAxis = i + 1;
    } else {
      areas.push([{ xAxis: i }, { xAxis: i + 1 }]);
    }
  });
  return {
    name: word('quality', 'MISSING'),
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    symbol: 'none',
    data: [],
    markArea: { silent: true, animation: false, itemStyle: { color: token('gap') }, data: areas },
  };
}

/** Which qualities a chart shows, for its legend. */
export function qualitiesOf(picture: Pick<PeriodPicture, 'drawn' | 'slots' | 'now'>): string[] {
  const found = new Set<string>();
  for (const each of picture.drawn.filter((it) => it.gaps)) {
    for (const slot of picture.slots) {
      const mark = each.marks.get(slot);
      if (mark && mark.value !== null) {
        found.add(mark.running ? 'RUNNING' : mark.quality ?? 'MEASURED');
      } else if (!notOver(slot, picture.now)) {
        found.add('MISSING');
      }
    }
  }
  return ['MEASURED', 'ESTIMATED', 'PARTIAL', 'CORRECTED', 'RUNNING', 'MISSING'].filter((each) => found.has(each));
}

/** A place of a chart in words. */
export function told(picture: PeriodPicture, index: number): string {
  const slot = picture.slots[index];
  const values = picture.drawn.map((each) => `${each.name} ${each.marks.get(slot)?.value ?? '—'}`);
  return `${slotText(slot)}: ${values.join(', ')} ${picture.unit}`;
}
