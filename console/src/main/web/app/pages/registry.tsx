// The registry: all documents kind by kind, what waits for a review, and adding one.
import { computed, defineComponent, ref, watch } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { isContent, valueAt } from '../document/content.ts';
import type { Content } from '../document/content.ts';
import { kindOf, KINDS } from '../document/fields.ts';
import type { Field, Kind } from '../document/fields.ts';
import { fieldWord, kindWord, shown } from '../document/words.tsx';
import { valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, waiting, way } from '../parts.ts';
import { isAny } from '../rights.ts';
import { param, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

type Listed = Answers['/registry/{kind}']['documents'][number];

const MOST = 1_000;
/** So many of a kind's fields stand in its list from the beginning. */
const SHOWN = 6;

export const RegistryPage = defineComponent({
  setup() {
    const chosen = param('kind', 'enterprise');
    const words = param('q');
    const after = ref<string[]>([]);
    const kind = computed(() => kindOf(chosen.value));
    const path = computed(() => query(`/registry/${kind.value.code}`, { limit: MOST, after: after.value.at(-1) }));
    const documents = live<'/registry/{kind}'>(() => path.value, 60);
    const reviews = live<'/registry/reviews'>(() => (isAny(REVIEWERS) ? '/registry/reviews?limit=200' : null), 30);
    const mayChange = isAny(['officer', 'operator']);

    watch(chosen, () => (after.value = []));

    const found = (rows: Listed[]) => {
      const wanted = words.value.trim().toLocaleLowerCase();
      return wanted === ''
        ? rows
        : rows.filter((row) => `${row.id} ${JSON.stringify(row.document)}`.toLocaleLowerCase().includes(wanted));
    };

    return () => {
      const it = documents.data.value;
      const waits = reviews.data.value?.reviews.length ?? 0;
      const rows = it ? found(it.documents) : [];
      return [
        <PageHead title={t('nav.registry')}>
          {{
            default: () => t('registry.note'),
            actions: () => [
              isAny(REVIEWERS)
                ? link('/reviews', [t('nav.reviews'), waits ? ' ' : '', waits ? badge('warn', String(waits)) : null], {
                  class: 'button',
                })
                : null,
              way('/changes', t('nav.changes'), { class: 'button' }),
              mayChange && !kind.value.fixed
                ? link(
                  pathOf('registry', `${kind.value.code}:`),
                  t('document.new', { kind: kindWord(kind.value.code) }),
                  {
                    class: 'button primary',
                  },
                )
                : null,
            ],
          }}
        </PageHead>,
        <nav class='tabs' aria-label={t('registry.kinds')}>
          {KINDS.map(({ code }) =>
            link(`/registry?kind=${code}`, kindWord(code), {
              key: code,
              'aria-current': code === kind.value.code ? 'page' : undefined,
            })
          )}
        </nav>,
        stale(documents),
        panel(
          kindWord(kind.value.code),
          [
            <div class='filters'>
              <input
                type='search'
                placeholder={t('registry.search')}
                aria-label={t('registry.search')}
                value={words.value}
                onInput={(event: Event) => (words.value = valueOf(event))}
              />
            </div>,
            !it ? waiting(documents) : rows.length
              ? (
                <DataTable
                  key={kind.value.code}
                  name={`registry-${kind.value.code}`}
                  label={kindWord(kind.value.code)}
                  columns={columns(kind.value)}
                  rows={rows}
                  rowKey={(row: Listed) => row.id}
                />
              )
              : empty(t('registry.noDocuments'), t('registry.noDocumentsAdvice')),
            it?.next || after.value.length
              ? (
                <div class='buttons'>
                  <button type='button' disabled={!after.value.length} onClick={() => after.value.pop()}>
                    {t('registry.pageBefore')}
                  </button>
                  <button type='button' disabled={!it?.next} onClick={() => after.value.push(it!.next!)}>
                    {t('registry.pageAfter')}
                  </button>
                </div>
              )
              : null,
          ],
          { note: it ? t('registry.count', { n: rows.length }) : null },
        ),
      ];
    };
  },
});

const REVIEWERS = ['officer', 'leader', 'operator', 'auditor'] as const;

function columns(kind: Kind): Column<Listed>[] {
  const named = kind.fields.some((field) => field.path === 'name.zh');
  const fields = kind.fields.filter((field) => !field.path.startsWith('name.'));
  return [
    {
      key: 'id',
      title: t(named ? 'field.name' : 'document.id'),
      class: 'name',
      sort: (row) => nameIn(row) || row.id,
      text: (row) => nameIn(row) || row.id,
      cell: (row) => [
        link(pathOf('registry', `${kind.code}:${row.id}`), nameIn(row) || row.id),
        nameIn(row) ? <code class='sub'>{row.id}</code> : null,
      ],
    },
    ...fields.map((field, i) => column(field, i >= SHOWN)),
  ];
}

function nameIn(row: Listed): string {
  const name = valueAt(row.document, 'name');
  return isContent(name) ? say(name) : '';
}

function column(field: Field, extra: boolean): Column<Listed> {
  const value = (row: Listed) => valueAt(row.document, field.path);
  const number = field.type === 'decimal' || field.type === 'whole';
  return {
    key: field.path.replace('.', '-'),
    title: fieldWord(field.path),
    number,
    extra,
    sort: (row) => (number ? Number(value(row) ?? Number.NaN) : String(value(row) ?? '')),
    text: (row) => String(value(row) ?? ''),
    cell: (row) => shown(field, value(row), String((row.document as Content | null)?.scope ?? 'enterprise')),
  };
}
