// Charts. Their tooltips are built as elements, never as HTML text: the security policy forbids inline styles.
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import type { PropType } from 'vue';
import type { ChartOption, Drawing } from './echarts.ts';
import { drawing } from './drawing.ts';
import { digitsFor, rounded, unitText } from './format.ts';
import { t } from './text.ts';

export const COLOURS: Record<string, string> = {
  electricity: '#2f6690',
  'natural-gas': '#d9822b',
  steam: '#7b5ea7',
  heat: '#a65d7a',
  'raw-coal': '#4a4a4a',
  diesel: '#8a6d3b',
  water: '#3a9bb0',
  other: '#7a8794',
  now: '#1d6f5c',
  before: '#b4bec8',
  limit: '#b42318',
  warn: '#b7791f',
  line: '#2f6690',
};

const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** The frame of a chart, with room for the labels of its axes. */
export function grid(top: number): ChartOption {
  return { left: 8, right: 16, top, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' };
}

/** Options of all charts; `option` overrides them. */
export function base(option: ChartOption): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 12, color: '#33424f' },
    grid: grid(34),
    legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: '#33424f' } },
    ...option,
  };
}

export function valueAxis(name: string | null | undefined, more: ChartOption = {}): ChartOption {
  return {
    type: 'value',
    name: unitText(name),
    nameTextStyle: { align: 'left', color: '#5b6b79' },
    axisLabel: { color: '#5b6b79' },
    splitLine: { lineStyle: { color: '#e6eaee' } },
    ...more,
  };
}

export function categoryAxis(data: string[], more: ChartOption = {}): ChartOption {
  return {
    type: 'category',
    data,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#b4bec8' } },
    axisLabel: { color: '#5b6b79', hideOverlap: true },
    ...more,
  };
}

/** Name, value and colour of what a tooltip lists. */
export type TipRow = [name: string, value: string, colour?: string];

/** A tooltip: a heading, rows of name and value, and further lines. */
export function tip(title: string, rows: TipRow[], notes: (string | null | undefined)[] = []): HTMLElement {
  const root = element('div', 'tip');
  root.append(element('div', 'tip-title', title));
  for (const [name, value, colour] of rows) {
    const row = element('div', 'tip-row');
    const dot = element('span', 'tip-dot');
    dot.style.background = colour ?? 'transparent';
    row.append(dot, element('span', 'tip-name', name), element('span', 'tip-value', value));
    root.append(row);
  }
  for (const note of notes) {
    if (note) {
      root.append(element('div', 'tip-note', note));
    }
  }
  return root;
}

function element(name: string, css: string, text?: string): HTMLElement {
  const made = document.createElement(name);
  made.className = css;
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

/** The exact figure with its unit, as tooltips show it. */
export function exact(text: string | number, unit: string | null | undefined): string {
  return `${text} ${unitText(unit)}`.trim();
}

export function tooltip(formatter: (points: { dataIndex: number }[]) => HTMLElement): ChartOption {
  return {
    trigger: 'axis',
    confine: true,
    axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(47, 102, 144, 0.08)' } },
    backgroundColor: '#ffffff',
    borderColor: '#c6ced6',
    padding: 0,
    formatter,
  };
}

/** A straight line across a chart, with its value written on it. */
export function limitLine(
  value: string | number,
  name: string,
  unit: string | null | undefined,
  colour: string,
): ChartOption {
  return {
    yAxis: Number(value),
    lineStyle: { color: colour, type: 'dashed', width: 1.5 },
    label: {
      formatter: `${name} ${rounded(value, digitsFor(value))} ${unitText(unit)}`,
      position: 'insideEndTop',
      color: colour,
      fontSize: 12,
      backgroundColor: 'rgba(255, 255, 255, 0.82)',
      padding: [1, 3],
    },
  };
}

export const Chart = defineComponent({
  props: {
    option: { type: Object as PropType<ChartOption>, required: true },
    height: { type: Number, default: 260 },
    label: { type: String, required: true },
  },
  setup(props) {
    const place = ref<HTMLElement | null>(null);
    const failed = ref(false);
    let chart: Drawing | null = null;
    let observer: ResizeObserver | null = null;
    const draw = () => chart?.setOption(props.option, { notMerge: true });

    async function begin(): Promise<void> {
      try {
        const { init } = await drawing();
        // The page may have been left meanwhile.
        if (place.value) {
          chart = init(place.value);
          draw();
          observer = new ResizeObserver(() => chart?.resize());
          observer.observe(place.value);
        }
      } catch {
        failed.value = true;
      }
    }

    onMounted(begin);
    onBeforeUnmount(() => {
      observer?.disconnect();
      chart?.dispose();
    });
    watch(() => props.option, draw);
    return () =>
      failed.value ? h('div', { class: 'state bad', role: 'alert' }, t('error.unreachable')) : h('div', {
        ref: place,
        class: 'chart',
        role: 'img',
        'aria-label': props.label,
        style: { height: `${props.height}px` },
      });
  },
});
