// Which enterprises influence the intensity of a park or the district most.
import { defineComponent, h } from 'vue';
import type { VNode } from 'vue';
import type { EnterpriseLine } from '#api';
import { say, t } from './text.ts';
import { live, query } from './api.ts';
import { empty, figure, link, panel, waiting } from './parts.ts';
import { DataTable } from './table/table.tsx';
import type { Column } from './table/column.ts';
import { verdict } from './standing.tsx';

const SHOWN = 5;
const MOST = 10_000;

export const PullPanel = defineComponent({
  props: { scope: { type: String, required: true }, id: { type: String, required: true } },
  setup(props) {
    const enterprises = live<'/enterprises'>(
      () => query('/enterprises', { park: props.scope === 'PARK' ? props.id : null, limit: MOST }),
      60,
    );
    return () => {
      const all = enterprises.data.value?.enterprises;
      const pulling = all ? pulls(all) : [];
      const rising = pulling.filter((each) => each.pull > 0);
      const title = t(rising.length || !pulling.length ? 'pull.title' : 'pull.falling');
      return panel(
        title,
        all ? list(rising.length ? rising : pulling.reverse(), title) : waiting(enterprises),
        { note: t('pull.note') },
      );
    };
  },
});

/** The energy of the year to date beyond what last year's intensity would have taken, tce; null where it is unknown. */
function pull(enterprise: EnterpriseLine): number | null {
  const toDate = enterprise.intensity?.yearToDate;
  if (!toDate || toDate.tce === null || toDate.changePercent === null) {
    return null;
  }
  return Number(toDate.tce) * (1 - 1 / (1 + Number(toDate.changePercent) / 100));
}

type Pulling = EnterpriseLine & { pull: number };

/** Those of which it is known, what pulls up most first. */
function pulls(enterprises: EnterpriseLine[]): Pulling[] {
  return enterprises
    .map((each) => ({ ...each, pull: pull(each) }))
    .filter((each): each is Pulling => each.pull !== null)
    .sort((a, b) => b.pull - a.pull);
}

function list(pulling: Pulling[], title: string): VNode {
  const rows = pulling.slice(0, SHOWN);
  if (rows.length === 0) {
    return empty(t('pull.none'), t('pull.noneAdvice'));
  }
  const columns: Column<Pulling>[] = [
    {
      key: 'name',
      title: t('column.enterprise'),
      class: 'name',
      cell: (row) => link(`/enterprises/${row.id}`, say(row.name)),
    },
    {
      key: 'pull',
      number: true,
      title: t('column.pull'),
      unit: 'tce',
      cell: (row) => figure(row.pull.toFixed(3), { digits: 1, unit: 'tce', sign: true }),
    },
    {
      key: 'change',
      number: true,
      title: t('column.change'),
      unit: '%',
      cell: (row) => figure(row.intensity?.yearToDate.changePercent, { digits: 2, unit: '%', sign: true }),
    },
    { key: 'verdict', title: t('column.verdict'), cell: (row) => verdict(row.intensity?.standing) },
  ];
  return h(DataTable, { label: title, columns, rows, rowKey: (row: Pulling) => row.id });
}
