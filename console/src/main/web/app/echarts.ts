// Of the chart library what the console draws with, as a part of its own.
import { BarChart, LineChart } from 'echarts/charts';
import {
  GridComponent,
  LegendScrollComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendScrollComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  CanvasRenderer,
]);

/** Options as the library takes them. */
export type ChartOption = EChartsCoreOption;

/** A chart on a page. */
export type Drawing = EChartsType;

export { init };
