// Statistics whose allowed use nobody has stated: how many, whose, and of which months.
import { defineComponent, h } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers, Role, UnstatedStatistics } from '#api';
import { say, t } from './text.ts';
import { live } from './api.ts';
import type { Live } from './api.ts';
import { empty, link, panel, waiting } from './parts.ts';
import { isAny } from './rights.ts';
import { DataTable } from './table/table.tsx';
import type { Column } from './table/column.ts';

const REFRESH_SECONDS = 60;

/** Who states what statistics may be used for; whoever runs the platform does not see them. */
const READERS: readonly Role[] = ['officer', 'auditor'];

export const UnstatedUses = defineComponent({
  setup() {
    const unstated = live<'/statistics/unstated'>(
      () => isAny(READERS) ? '/statistics/unstated' : null,
      REFRESH_SECONDS,
    );
    return () =>
      !isAny(READERS) ? null : panel(t('uses.title'), content(unstated), {
        note: unstated.data.value ? t('uses.count', { n: unstated.data.value.count }) : null,
      });
  },
});

function content(unstated: Live<Answers['/statistics/unstated']>): VNodeChild {
  const found = unstated.data.value;
  if (!found) {
    return waiting(unstated);
  }
  if (!found.count) {
    return empty(t('uses.none'), t('uses.noneAdvice'));
  }
  const columns: Column<UnstatedStatistics>[] = [
    {
      key: 'enterprise',
      title: t('column.enterprise'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (
        row,
      ) => [link(`/enterprises/${encodeURIComponent(row.id)}`, say(row.name)), h('code', { class: 'sub' }, row.id)],
    },
    { key: 'count', number: true, title: t('uses.number'), sort: (row) => row.count, cell: (row) => String(row.count) },
    { key: 'months', title: t('uses.months'), class: 'fold', cell: (row) => row.spans.map(span) },
  ];
  return [
    h('p', { class: 'hint' }, t('uses.advice')),
    h(DataTable, {
      label: t('uses.title'),
      columns,
      rows: found.enterprises,
      rowKey: (row: UnstatedStatistics) => row.id,
      initial: { key: 'count', down: true },
    }),
  ];
}

type Span = UnstatedStatistics['spans'][number];

/** A span, which breaks at its end only. */
function span({ first, last }: Span, i: number, all: Span[]): VNodeChild[] {
  const words = first === last ? first : `${first} – ${last}`;
  return [h('span', { class: 'unbroken' }, i < all.length - 1 ? `${words},` : words), ' '];
}
