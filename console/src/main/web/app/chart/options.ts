// Options of charts that all of them share. Tooltips are built as elements, never as HTML text: the security policy forbids inline styles.
import type { ChartOption } from '../echarts.ts';
import { unitText } from '../format.ts';
import { token } from './colours.ts';

const FONT = 'system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/** Options of all charts; `option` overrides them. */
export function base(option: ChartOption): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, fontSize: 12, color: token('ink') },
    grid: { left: 8, right: 12, top: 36, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      top: 0,
      left: 0,
      type: 'scroll',
      itemWidth: 12,
      itemHeight: 8,
      textStyle: { color: token('ink') },
      pageTextStyle: { color: token('soft') },
    },
    ...option,
  };
}

export function valueAxis(name: string | null | undefined, more: ChartOption = {}): ChartOption {
  return {
    type: 'value',
    name: unitText(name),
    nameLocation: 'end',
    nameTextStyle: { align: 'left', color: token('soft') },
    axisLabel: { color: token('soft') },
    splitLine: { lineStyle: { color: token('line') } },
    ...more,
  };
}

export function categoryAxis(data: string[], more: ChartOption = {}): ChartOption {
  return {
    type: 'category',
    data,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token('faint') } },
    axisLabel: { color: token('soft'), hideOverlap: true },
    ...more,
  };
}

export function tooltip(formatter: (points: { dataIndex: number }[]) => HTMLElement): ChartOption {
  return {
    trigger: 'axis',
    confine: true,
    axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(47, 127, 184, 0.1)' } },
    backgroundColor: token('card'),
    borderColor: token('line'),
    textStyle: { color: token('ink') },
    padding: 0,
    formatter,
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
