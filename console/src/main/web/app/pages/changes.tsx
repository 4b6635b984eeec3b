// How the registry came to be: every change, what it did, and taking it back by a new one.
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Answers, RegistryChange, RegistryEditResult } from '#api';
import { live } from '../api.ts';
import { changeColumns } from '../document/changes.tsx';
import { fates } from '../document/fates.tsx';
import { sentNotice } from '../document/form.tsx';
import { isPossible, undo } from '../document/save.ts';
import { kindWord, pathWords } from '../document/words.tsx';
import { useForm } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { documentPath, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { t, word } from '../text.ts';

type Changed = Answers['/registry/changes/{number}']['documents'][number];

const MOST = 1_000;

export const ChangesPage = defineComponent({
  setup() {
    const found = live<'/registry/changes'>(() => `/registry/changes?limit=${MOST}`, 30);
    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.changes')} crumbs={[['/registry', t('nav.registry')]]} />,
        stale(found),
        panel(
          t('nav.changes'),
          !it ? waiting(found) : it.changes.length
            ? (
              <DataTable
                name='changes'
                label={t('nav.changes')}
                columns={columns()}
                rows={it.changes}
                rowKey={(row: RegistryChange) => row.change}
              />
            )
            : empty(t('registry.noChanges'), t('registry.noChangesAdvice')),
        ),
      ];
    };
  },
});

function columns(): Column<RegistryChange>[] {
  return [
    ...changeColumns(),
    { key: 'reason', title: t('registry.reason'), class: 'wide', cell: (row) => row.reason },
  ];
}

export const ChangePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const path = () => `${pathOf('registry/changes', props.id)}?limit=${MOST}`;
    const found = live<'/registry/changes/{number}'>(path, 60);
    return () => {
      const it = found.data.value;
      const title = t('change.title', { n: props.id });
      const crumbs: [string, string][] = [['/registry', t('nav.registry')], ['/changes', t('nav.changes')]];
      if (!it) {
        return [<PageHead title={title} crumbs={crumbs} />, waiting(found)];
      }
      return [
        <PageHead title={title} crumbs={crumbs}>
          {{ default: () => [it.who, ' · ', word('registry.source', it.source), ' · ', time(it.committedAt)] }}
        </PageHead>,
        stale(found),
        panel(t('registry.reason'), <p>{it.reason}</p>),
        panel(t('change.documents'), documents(it.documents), {
          note: it.next
            ? t('change.more', { n: it.documents.length })
            : t('registry.count', { n: it.documents.length }),
        }),
        isAny(['officer', 'operator']) && !it.next ? <Undo number={it.change} /> : null,
      ];
    };
  },
});

function documents(rows: Changed[]): VNode {
  const table: Column<Changed>[] = [
    {
      key: 'document',
      title: t('registry.document'),
      class: 'name',
      sort: (row) => row.kind + row.id,
      text: (row) => row.id,
      cell: (row) => [
        link(documentPath(row), row.id),
        <span class='sub'>{kindWord(row.kind)}</span>,
      ],
    },
    {
      key: 'outcome',
      title: t('document.outcome'),
      sort: (row) => row.outcome,
      cell: (row) => badge(row.outcome === 'REMOVED' ? 'warn' : 'good', word('document.outcome', row.outcome)),
    },
    {
      key: 'fields',
      title: t('document.changed'),
      class: 'wide',
      text: (row) => row.fields.join('; '),
      cell: (row) => row.fields.map((each) => pathWords(row.kind, each.split('/'))).join(t('document.separator')),
    },
  ];
  return (
    <DataTable
      name='changed'
      label={t('change.documents')}
      columns={table}
      rows={rows}
      rowKey={(row: Changed) => `${row.kind}:${row.id}`}
    />
  );
}

const Undo = defineComponent({
  props: { number: { type: Number, required: true } },
  setup(props) {
    const result = ref<RegistryEditResult | null>(null);
    const form = useForm(async (fields) => {
      result.value = null;
      const told = await undo(props.number, String(fields.get('reason')).trim(), false);
      result.value = told;
      if (!isPossible(told)) {
        throw new Error(t('change.notPossible'));
      }
    });
    return () =>
      panel(t('change.undo'), [
        <p class='hint'>{t('change.undoAdvice')}</p>,
        <form class='people-form' onSubmit={form.submit}>
          <label>
            {t('document.reason')}
            <textarea name='reason' rows={2} maxlength={2000} required placeholder={t('document.reasonHint')}>
            </textarea>
          </label>
          {form.message()}
          {result.value ? (isPossible(result.value) ? sentNotice(result.value) : fates(result.value)) : null}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t('change.undo')}</button>
          </div>
        </form>,
      ]);
  },
});
