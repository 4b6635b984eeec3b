// What one can do with a table: choose columns, put rows together, copy it, and take it along as a file.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import { copy } from '../copy.ts';
import { FILE_TYPES, save, saveList } from '../download.ts';
import type { FileType } from '../download.ts';
import { announce } from '../page.tsx';
import { address, route, setQuery } from '../route.ts';
import { t } from '../text.ts';
import { orderText } from './column.ts';
import type { Column, Order } from './column.ts';
import { csv, tabbed } from './csv.ts';
import { valueOf } from '../form.ts';

/** In addresses, where rows are put together unless somebody chooses otherwise. */
const UNGROUPED = 'none';

export const TableTools = defineComponent({
  props: {
    name: { type: String, required: true },
    label: { type: String, required: true },
    columns: { type: Array as PropType<Column<never>[]>, required: true },
    shown: { type: Array as PropType<Column<never>[]>, required: true },
    rows: { type: Array as PropType<unknown[]>, required: true },
    order: { type: Object as PropType<Order | null>, default: null },
    file: { type: String as PropType<string | null>, default: null },
    group: { type: String as PropType<string | null>, default: null },
  },
  setup(props) {
    const problem = ref<string | null>(null);
    const busy = ref(false);
    const open = ref(false);

    function toggle(column: Column<never>, on: boolean): void {
      const keys = props.columns
        .filter((each) => (each.key === column.key ? on : props.shown.includes(each)))
        .map((each) => each.key);
      const usual = props.columns.filter((each) => !each.extra).map((each) => each.key);
      setQuery({ [`${props.name}.columns`]: keys.join() === usual.join() || !keys.length ? null : keys.join() });
    }

    function chooseGroup(key: string): void {
      setQuery({ [`${props.name}.group`]: key === (props.group ?? UNGROUPED) ? null : key });
    }

    const texts = () => [
      props.shown.map((each) => (each.unit ? `${each.title} (${each.unit})` : each.title)),
      ...props.rows.map((row) => props.shown.map((each) => textOf(each, row as never))),
    ];

    async function doing(work: () => Promise<void>): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        await work();
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    const copyRows = () =>
      doing(async () => {
        await copy(tabbed(texts()));
        announce(t('table.copied', { n: props.rows.length }));
        copied.value = true;
        setTimeout(() => (copied.value = false), 2000);
      });
    const copied = ref(false);

    /** By the server where it has the list, as that knows all rows and says where its figures come from; else of what is shown. */
    const file = (type: FileType) =>
      doing(async () => {
        if (props.file) {
          await saveList(filePath(props.file, props.columns, props.order), type);
        } else {
          save(new Blob([csv(texts())], { type: FILE_TYPES.csv }), `greenpark-${props.name}.csv`);
        }
      });

    const groups = () => props.columns.filter((each) => each.group);
    return () => (
      <div class={['table-tools', open.value ? null : 'folded']}>
        <button
          type='button'
          class='fold-filters'
          aria-expanded={open.value}
          onClick={() => (open.value = !open.value)}
        >
          {t('table.tools')}
        </button>
        {groups().length
          ? (
            <label class='check'>
              {t('table.group')}
              <select
                value={route.value.query[`${props.name}.group`] ?? props.group ?? UNGROUPED}
                onChange={(event: Event) => chooseGroup(valueOf(event))}
              >
                <option value={UNGROUPED}>{t('table.ungrouped')}</option>
                {groups().map((each) => <option value={each.key} key={each.key}>{each.title}</option>)}
              </select>
            </label>
          )
          : null}
        <details class='menu'>
          <summary class='button'>{t('table.columns')}</summary>
          <div class='menu-list' role='group' aria-label={t('table.columns')}>
            {props.columns.map((each) => (
              <label class='check' key={each.key}>
                <input
                  type='checkbox'
                  checked={props.shown.includes(each)}
                  onChange={(event: Event) => toggle(each, (event.target as HTMLInputElement).checked)}
                />
                {each.title}
              </label>
            ))}
          </div>
        </details>
        <button type='button' disabled={busy.value} onClick={copyRows}>
          {t(copied.value ? 'table.copyDone' : 'table.copy')}
        </button>
        <button type='button' disabled={busy.value} onClick={() => file('csv')}>CSV</button>
        {props.file ? <button type='button' disabled={busy.value} onClick={() => file('xlsx')}>XLSX</button> : null}
        {problem.value ? <span class='problem' role='alert'>{problem.value}</span> : null}
      </div>
    );
  },
});

/** What is shown as text, where a column says nothing else. */
function textOf(column: Column<never>, row: never): string {
  if (column.text) {
    return column.text(row);
  }
  const value = column.sort?.(row);
  return value === null || value === undefined ? '' : String(value);
}

/** The list with its filters, in the order that is shown. */
function filePath(list: string, columns: Column<never>[], order: Order | null): string {
  const by = columns.find((each) => each.key === order?.key);
  const [path, query] = list.split('?');
  const sort = by?.code && order ? orderText({ key: by.code, down: order.down }) : null;
  return address(path, { ...Object.fromEntries(new URLSearchParams(query ?? '')), sort });
}
