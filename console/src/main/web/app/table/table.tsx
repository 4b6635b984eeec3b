// The table of every list: sorted by the column chosen, grouped with sums, columns to choose from, rows drawn as they come into sight,
// copied, and filed as it is found. On a phone every row is a card.
import { computed, defineComponent, onBeforeUnmount, onMounted, onUpdated, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import { useVirtualizer } from '@tanstack/vue-virtual';
import { unitText } from '../format.ts';
import { whilePrinting } from '../print.ts';
import { route, setQuery } from '../route.ts';
import { keepPlaceOf } from '../scroll.ts';
import { t } from '../text.ts';
import { grouped, orderOf, orderText, sorted, sums } from './column.ts';
import type { Column, Group, Order } from './column.ts';
import { TableTools } from './tools.tsx';

/** From so many rows on only those in sight are drawn. */
const ALL_DRAWN = 80;
const ROW_HEIGHT = 34;
const BEYOND = 12;

/** What a table draws in one line: a row, or the head of a group. */
type Line = { row: never } | { group: Group<never> };

export const DataTable = defineComponent({
  props: {
    columns: { type: Array as PropType<Column<never>[]>, required: true },
    rows: { type: Array as PropType<unknown[]>, required: true },
    rowKey: { type: Function as PropType<(row: never) => PropertyKey>, required: true },
    label: { type: String, required: true },
    initial: { type: Object as PropType<Order | null>, default: null },
    tone: { type: Function as PropType<(row: never) => string | null>, default: () => null },
    /** What its choices are called in the address; none are kept there without it, and there are no tools. */
    name: { type: String, default: null },
    /** The list of the API that files are made of, with its filters. */
    file: { type: String as PropType<string | null>, default: null },
    /** The column that rows are put together by unless a reader chooses otherwise. */
    group: { type: String as PropType<string | null>, default: null },
    /** Whether sums of all rows stand below. */
    sums: { type: Boolean, default: false },
  },
  setup(props) {
    const own = ref<Order | null>(props.initial);
    const box = ref<HTMLElement | null>(null);
    const parameter = (what: string) => (props.name ? route.value.query[`${props.name}.${what}`] : undefined);
    // A table that is not wider than its place scrolls with the page, and its head stays in sight there.
    const fits = ref(false);
    const widths = new ResizeObserver(() => {
      fits.value = box.value !== null && box.value.scrollWidth <= box.value.clientWidth + 1;
    });
    onMounted(() => {
      widths.observe(box.value!);
      widths.observe(box.value!.firstElementChild!);
    });
    onBeforeUnmount(() => widths.disconnect());
    keepPlaceOf(box, () => props.name);
    const order = computed(() => (props.name ? orderOf(parameter('sort')) ?? props.initial : own.value));
    const chosen = computed(() => parameter('columns')?.split(',') ?? null);
    const columns = computed(() =>
      props.columns.filter((each) => (chosen.value ? chosen.value.includes(each.key) : !each.extra))
    );
    const rows = computed(() => sorted(props.rows as never[], props.columns, order.value));
    const by = computed(() =>
      props.columns.find((each) => each.group && each.key === (parameter('group') ?? props.group)) ?? null
    );
    const lines = computed<Line[]>(() =>
      by.value
        ? grouped(rows.value, columns.value, by.value).flatMap((group) => [
          { group },
          ...group.rows.map((row) => ({ row })),
        ])
        : rows.value.map((row) => ({ row }))
    );
    // On paper all rows are drawn.
    const printing = ref(false);
    whilePrinting(() => (printing.value = true), () => (printing.value = false));
    const many = computed(() => lines.value.length > ALL_DRAWN && !printing.value);
    const virtual = useVirtualizer(computed(() => ({
      count: many.value ? lines.value.length : 0,
      getScrollElement: () => box.value,
      estimateSize: () => ROW_HEIGHT,
      overscan: BEYOND,
    })));

    /** Takes the heights of the rows in sight, all at once: between two that are drawn each would lay the table out anew. */
    function measure(): void {
      if (many.value) {
        box.value?.querySelectorAll<HTMLElement>('tr[data-index]').forEach((row) => virtual.value.measureElement(row));
        virtual.value.measureElement(null);
      }
    }
    onMounted(measure);
    onUpdated(measure);

    function choose(column: Column<never>): void {
      const same = order.value?.key === column.key;
      const next = { key: column.key, down: same ? !order.value?.down : Boolean(column.number) };
      own.value = next;
      if (props.name) {
        setQuery({ [`${props.name}.sort`]: orderText(next) });
      }
    }

    function body(): VNode[] {
      if (!many.value) {
        return lines.value.map((line) => drawn(line));
      }
      const inSight = virtual.value.getVirtualItems();
      const above = inSight[0]?.start ?? 0;
      const below = virtual.value.getTotalSize() - (inSight.at(-1)?.end ?? 0);
      return [
        room(above, 'above'),
        ...inSight.map(({ index }) => drawn(lines.value[index], index)),
        room(below, 'below'),
      ];
    }

    /** Stands for rows that are not drawn. */
    const room = (height: number, key: string) => (
      <tr key={key} class='room' aria-hidden='true'>
        <td colspan={columns.value.length} style={{ height: `${height}px` }}></td>
      </tr>
    );

    /** @param index of a line that is drawn as it comes into sight, whose height is taken then */
    const drawn = (line: Line, index?: number) => {
      const measured = index === undefined ? {} : {
        'data-index': index,
        'aria-rowindex': index + 2,
      };
      return 'group' in line ? groupLine(line.group, measured) : rowLine(line.row, measured);
    };

    const rowLine = (row: never, measured: object) => (
      <tr key={props.rowKey(row)} class={props.tone(row)} {...measured}>
        {columns.value.map((column) => (
          <td class={[column.number ? 'number' : null, column.class]} data-title={headingText(column)}>
            {column.cell(row)}
          </td>
        ))}
      </tr>
    );

    const groupLine = (group: Group<never>, measured: object) => (
      <tr key={`group ${group.name}`} class='group' {...measured}>
        {columns.value.map((column, i) => (
          <td class={column.number ? 'number' : null} data-title={headingText(column)}>
            {i === 0
              ? `${group.name ?? t('table.noGroup')} (${group.rows.length})`
              : column.summary?.(group.rows) ?? total(column, group.sums)}
          </td>
        ))}
      </tr>
    );

    const heading = (column: Column<never>) => {
      const active = order.value?.key === column.key;
      const content = (
        <span>{column.title}{column.unit ? <span class='unit'>{unitText(column.unit)}</span> : null}</span>
      );
      return (
        <th
          scope='col'
          class={column.number ? 'number' : null}
          aria-sort={active ? (order.value?.down ? 'descending' : 'ascending') : undefined}
        >
          {column.sort
            ? (
              <button type='button' class='sort' onClick={() => choose(column)}>
                {content}
                <span class='arrow' aria-hidden='true'>{active ? (order.value?.down ? '↓' : '↑') : ''}</span>
              </button>
            )
            : content}
        </th>
      );
    };

    const all = computed(() => (props.sums ? sums(rows.value, columns.value) : new Map<string, number | null>()));
    const foot = () => (
      <tfoot>
        <tr>
          {columns.value.map((column, i) => (
            <td class={column.number ? 'number' : null} data-title={headingText(column)}>
              {i === 0 ? t('table.sum') : total(column, all.value)}
            </td>
          ))}
        </tr>
      </tfoot>
    );

    return () => (
      <div class='data-table'>
        {props.name
          ? (
            <TableTools
              name={props.name}
              label={props.label}
              columns={props.columns}
              shown={columns.value}
              rows={rows.value}
              order={order.value}
              file={props.file}
              group={props.group}
            />
          )
          : null}
        <div
          ref={box}
          class={['table-scroll', many.value ? 'many' : fits.value ? 'fits' : null]}
          tabindex={many.value ? 0 : undefined}
          role={many.value ? 'region' : undefined}
          aria-label={many.value ? props.label : undefined}
        >
          <table aria-label={props.label} aria-rowcount={many.value ? lines.value.length + 1 : undefined}>
            <thead>
              <tr>{columns.value.map(heading)}</tr>
            </thead>
            <tbody>{body()}</tbody>
            {props.sums ? foot() : null}
          </table>
        </div>
      </div>
    );
  },
});

/** A heading with its unit: on a phone it stands beside each figure. */
function headingText(column: Column<never>): string {
  const unit = column.unit ? unitText(column.unit) : '';
  return unit ? `${column.title} (${unit})` : column.title;
}

function total(column: Column<never>, all: Map<string, number | null>) {
  const sum = all.get(column.key);
  return sum === undefined || sum === null ? null : (column.total ?? String)(sum);
}
