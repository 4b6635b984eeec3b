// What Grafana's own package says of the files in deploy/grafana, as far as it says anything: dashboards, variables, links, annotations,
// and the options of the panels in use. grafana.ts has each file checked against it.
import type {
  AnnotationQuery,
  Dashboard,
  DataQuery,
  DataSourceRef,
  FieldConfig,
  GraphFieldConfig,
  Panel,
  TableFieldOptions,
  VizLegendOptions,
  VizTooltipOptions,
} from '@grafana/schema';

/** The same where enumerations are written as their values, as JSON has them. */
type Written<T> = T extends string ? `${T}`
  : T extends (infer E)[] ? Written<E>[]
  : T extends object ? { [K in keyof T]: Written<T[K]> }
  : T;

type Typed<T extends { type: string }, Type extends string> = Omit<T, 'type'> & { type: Type };

/** A query in InfluxQL, which the package leaves to the data source. */
interface InfluxQuery extends Pick<DataQuery, 'refId'> {
  datasource: DataSourceRef;
  rawQuery: true;
  query: string;
  resultFormat: 'time_series' | 'table';
  alias?: string;
}

/** What the data source of InfluxDB has besides. */
interface InfluxAnnotation extends AnnotationQuery {
  query: string;
  textColumn: string;
  tagsColumn: string;
  timeEndColumn: string;
  titleColumn: string;
}

interface Drawn<Custom> extends Omit<Panel, 'fieldConfig' | 'options' | 'targets'> {
  fieldConfig: { defaults: Omit<FieldConfig, 'custom'> & { custom: Custom }; overrides: never[] };
  targets: InfluxQuery[];
}

interface TimeSeries extends Typed<Drawn<GraphFieldConfig>, 'timeseries'> {
  options: { legend: VizLegendOptions; tooltip: VizTooltipOptions };
}

type Table = Typed<Drawn<Partial<TableFieldOptions>>, 'table'>;

/** A dashboard with the panels that ours have. */
export type GrafanaDashboard = Written<
  Omit<Dashboard, 'panels' | 'annotations'> & {
    panels: (TimeSeries | Table)[];
    annotations: { list: InfluxAnnotation[] };
  }
>;
