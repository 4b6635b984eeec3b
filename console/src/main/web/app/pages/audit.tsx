// The audit log: who did what, from where, to what and why; found by person, action, object and day.
import { computed, defineComponent, ref, watch } from 'vue';
import type { Answers, AuditEntry } from '#api';
import { get, live, query } from '../api.ts';
import { DateField } from '../datefield.tsx';
import { addDays } from '../format.ts';
import { valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { audited } from '../people/audited.tsx';
import { ChainHead } from '../people/chain.tsx';
import { changes, valueText } from '../people/changes.tsx';
import { changesOf } from '../people/difference.ts';
import { Looks } from '../people/looks.tsx';
import type { AuditFilter } from '../people/looks.tsx';
import { param, pathOf } from '../route.ts';
import { isMeant } from '../span.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';

type Log = Answers['/audit-log'];
type Action = Log['actions'][number];

const REFRESH_SECONDS = 30;
const KINDS = [
  'account',
  'key',
  'case',
  'registry-change',
  'review',
  'contact',
  'enterprise',
  'outlet',
  'point',
  'device',
] as const;

export const AuditPage = defineComponent({
  setup() {
    const fields = {
      who: param('who'),
      action: param('action'),
      kind: param('kind'),
      id: param('id'),
      from: param('from'),
      to: param('to'),
    };
    const filter = computed((): AuditFilter => ({
      who: fields.who.value.trim(),
      kind: fields.kind.value,
      id: fields.id.value.trim(),
      from: isMeant(fields.from.value) ? fields.from.value : null,
      to: isMeant(fields.to.value) ? addDays(fields.to.value, 1) : null,
    }));
    const path = computed(() => query('/audit-log', { ...filter.value, action: fields.action.value }));
    const newest = live<'/audit-log'>(() => path.value, REFRESH_SECONDS);
    const older = ref<AuditEntry[]>([]);
    const next = ref<number | null | undefined>(undefined);
    const problem = ref<string | null>(null);

    // Older ones are of the question they were asked by.
    watch(path, () => {
      older.value = [];
      next.value = undefined;
      problem.value = null;
    });

    async function more(before: number): Promise<void> {
      problem.value = null;
      const asked = path.value;
      try {
        const page = await get<'/audit-log'>(
          query('/audit-log', { ...filter.value, action: fields.action.value, before }),
        );
        if (asked === path.value) {
          older.value = [...older.value, ...page.entries];
          next.value = page.next;
        }
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    const text = (name: 'who' | 'id', label: string) => (
      <input
        type='search'
        aria-label={label}
        placeholder={label}
        value={fields[name].value}
        onChange={(event: Event) => (fields[name].value = valueOf(event))}
      />
    );

    const filters = (actions: Action[]) => (
      <div class='filters'>
        {text('who', t('audit.who'))}
        <select
          aria-label={t('column.did')}
          value={fields.action.value}
          onChange={(event: Event) => (fields.action.value = valueOf(event))}
        >
          <option value=''>{t('audit.allActions')}</option>
          {actions.map((each) => <option value={each.code} key={each.code}>{say(each.text)}</option>)}
        </select>
        <select
          aria-label={t('column.object')}
          value={fields.kind.value}
          onChange={(event: Event) => (fields.kind.value = valueOf(event))}
        >
          <option value=''>{t('audit.allKinds')}</option>
          {KINDS.map((each) => <option value={each} key={each}>{t(`audit.kind.${each}`)}</option>)}
        </select>
        {text('id', t('audit.id'))}
        <label class='check'>
          {t('audit.period')}
          <DateField
            label={t('range.from')}
            value={fields.from.value}
            onChosen={(day: string) => (fields.from.value = day)}
          />
          <span aria-hidden='true'>–</span>
          <DateField
            label={t('range.to')}
            value={fields.to.value}
            onChosen={(day: string) => (fields.to.value = day)}
          />
        </label>
      </div>
    );

    const entries = (it: Log) => {
      const newer = new Set(it.entries.map((each) => each.number));
      const rows = [...it.entries, ...older.value.filter((each) => !newer.has(each.number))];
      const before = next.value === undefined ? it.next : next.value;
      return [
        rows.length
          ? (
            <DataTable
              name='audit'
              label={t('nav.audit')}
              columns={columns(it.actions)}
              rows={rows}
              rowKey={(row: AuditEntry) => row.number}
              file={path.value}
            />
          )
          : empty(t('audit.none'), t('audit.noneAdvice')),
        problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
        before
          ? (
            <div class='more-rows'>
              <button type='button' onClick={() => more(before)}>{t('refusals.more')}</button>
            </div>
          )
          : null,
      ];
    };

    return () => {
      const it = newest.data.value;
      return [
        <PageHead title={t('nav.audit')}>{{ default: () => t('audit.note') }}</PageHead>,
        stale(newest),
        panel(t('audit.entries'), [filters(it?.actions ?? []), it ? entries(it) : waiting(newest)]),
        panel(t('looks.panel'), [<p class='hint'>{t('looks.note')}</p>, <Looks filter={filter.value} />]),
        it ? <ChainHead head={it.head} /> : null,
      ];
    };
  },
});

/** Programs act, too: their keys have no page. */
function isKey(who: string): boolean {
  return who === 'api-token' || who.startsWith('key-');
}

function columns(actions: Action[]): Column<AuditEntry>[] {
  const words = new Map(actions.map((each) => [each.code, say(each.text)]));
  const did = (row: AuditEntry) => words.get(row.action) ?? row.action;
  return [
    { key: 'number', number: true, title: t('audit.number'), sort: (row) => row.number, cell: (row) => row.number },
    { key: 'at', title: t('column.lastTime'), sort: (row) => row.at, cell: (row) => time(row.at) },
    {
      key: 'who',
      title: t('audit.by'),
      class: 'fold',
      sort: (row) => row.who,
      group: (row) => row.who,
      cell: (
        row,
      ) => (isKey(row.who) ? <code>{row.who}</code> : link(pathOf('accounts', row.who), row.who, { class: 'soft' })),
    },
    {
      key: 'origin',
      title: t('audit.origin'),
      extra: true,
      sort: (row) => row.origin,
      cell: (row) => <code>{row.origin}</code>,
    },
    { key: 'action', title: t('column.did'), class: 'fold', sort: did, group: did, cell: did },
    {
      key: 'object',
      title: t('column.object'),
      class: 'fold',
      sort: (row) => `${row.kind ?? ''} ${row.id ?? ''}`,
      text: (row) => (row.kind ? `${word('audit.kind', row.kind)} ${row.id}` : ''),
      cell: (row) => audited(row.kind, row.id),
    },
    {
      key: 'change',
      title: t('audit.change'),
      class: 'wide',
      text: (row) =>
        changesOf(row.before, row.after)
          .map((each) => `${word('audit.field', each.field)}: ${valueText(each.field, each.after)}`)
          .join('; '),
      cell: (row) => changes(row) ?? '—',
    },
    { key: 'why', title: t('column.reason'), class: 'wide', sort: (row) => row.why, cell: (row) => row.why ?? '—' },
    {
      key: 'hash',
      title: t('audit.hash'),
      extra: true,
      cell: (row) => <code>{row.hash}</code>,
      text: (row) => row.hash,
    },
  ];
}
