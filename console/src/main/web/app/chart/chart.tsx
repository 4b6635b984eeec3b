// The chart of every figure over time: drawn, as a table, as a picture, as a file.
import { computed, defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import { save } from '../download.ts';
import { health } from '../health.ts';
import { dateTime } from '../format.ts';
import type { Span } from '../span.ts';
import { DataTable } from '../table/table.tsx';
import type { Column } from '../table/column.ts';
import { csv } from '../table/csv.ts';
import { t, word } from '../text.ts';
import { ChartCanvas } from './canvas.tsx';
import type { CanvasHandle } from './canvas.tsx';
import { look } from './colours.ts';
import { pictureOf, qualitiesOf, told } from './periods.ts';
import type { PeriodPicture } from './periods.ts';
import { spanOfSlots } from './slots.ts';

export const PeriodChart = defineComponent({
  props: {
    title: { type: String, required: true },
    picture: { type: Object as PropType<PeriodPicture>, required: true },
    columns: { type: Array as PropType<Column<never>[]>, required: true },
    rows: { type: Array as PropType<unknown[]>, required: true },
    rowKey: { type: Function as PropType<(row: never) => PropertyKey>, required: true },
    height: { type: Number, default: 260 },
    /** Lines under a picture that leaves the console: where it comes from, what it may not be used for. */
    notes: { type: Array as PropType<string[]>, default: () => [] },
    /** Whether its periods lead anywhere. */
    opens: { type: Boolean, default: false },
    marked: { type: Boolean, default: true },
  },
  emits: { zoom: (_span: Span) => true, open: (_slot: string) => true },
  setup(props, { emit, slots }) {
    const asTable = ref(false);
    const canvas = ref<CanvasHandle | null>(null);
    const option = computed(() => {
      void look.value;
      return pictureOf(props.picture);
    });

    async function png(): Promise<void> {
      const made = `Greenpark · ${dateTime(health.value.time)}`;
      const picture = await canvas.value?.picture(props.title, [...props.notes, made]);
      if (picture) {
        save(picture, `${fileName(props.title)}.png`);
      }
    }

    function file(): void {
      const head = props.columns.map((each) => (each.unit ? `${each.title} (${each.unit})` : each.title));
      const rows = props.rows.map((row) => props.columns.map((each) => textOf(each, row as never)));
      save(new Blob([csv([head, ...rows])], { type: 'text/csv' }), `${fileName(props.title)}.csv`);
    }

    return () => (
      <figure class='period-chart'>
        <figcaption>
          <strong>{props.title}</strong>
          {slots.summary ? <span class='summary'>{slots.summary()}</span> : null}
          <span class='chart-tools'>
            <button type='button' aria-pressed={asTable.value} onClick={() => (asTable.value = !asTable.value)}>
              {t('chart.table')}
            </button>
            <button type='button' onClick={file}>CSV</button>
            <button type='button' disabled={asTable.value} onClick={png}>PNG</button>
          </span>
        </figcaption>
        {asTable.value
          ? <DataTable label={props.title} columns={props.columns} rows={props.rows} rowKey={props.rowKey} />
          : [
            <ChartCanvas
              ref={canvas}
              option={option.value}
              height={props.height}
              label={props.title}
              places={props.picture.slots.length}
              told={(index: number) => told(props.picture, index)}
              marked={props.marked}
              opens={props.opens}
              onMark={(first: number, last: number) =>
                emit('zoom', spanOfSlots(props.picture.slots[first], props.picture.slots[last]))}
              onOpen={(index: number) => emit('open', props.picture.slots[index])}
            />,
            <p class='qualities'>
              {qualitiesOf(props.picture).map((each) => (
                <span key={each} class={['quality', each.toLowerCase()]}>
                  <span class='swatch' aria-hidden='true'></span>
                  {word('quality', each)}
                </span>
              ))}
            </p>,
          ]}
      </figure>
    );
  },
});

function textOf(column: Column<never>, row: never): string {
  const value = column.text ? column.text(row) : column.sort?.(row);
  return value === null || value === undefined ? '' : String(value);
}

function fileName(title: string): string {
  return `greenpark-${title.replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}
