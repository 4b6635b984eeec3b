// Monthly returns: how all enterprises stand with theirs, and one of them, to be filled in or to be decided.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { MonthlyReturn, ReturnLine } from '#api';
import { live, query } from '../api.ts';
import { valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { param, pathOf } from '../route.ts';
import { Decide } from '../returns/decide.tsx';
import { ReturnForm } from '../returns/form.tsx';
import { objectionMark } from '../objections/mark.tsx';
import { shownReturn, stateBadge } from '../returns/shown.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { askWaiting } from '../waiting.ts';

const MOST = 10_000;
const STATES = ['NOT_BEGUN', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;

/** A month some months on; January and February are one. */
function later(month: string, by: number): string {
  const [year, of] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, of - 1 + by, 1));
  const isJanuary = at.getUTCMonth() === 0;
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + (isJanuary ? Math.sign(by) : 0), 1))
    .toISOString().slice(0, 7);
}

export const ReturnsPage = defineComponent({
  setup() {
    const month = param('month');
    const state = param('state');
    const late = param('late');
    const path = computed(() =>
      query('/returns', {
        month: month.value,
        state: state.value.toLowerCase().replace('_', '-'),
        late: late.value === 'true' ? 'true' : null,
        limit: MOST,
      })
    );
    const found = live<'/returns'>(() => path.value, 30);

    const filters = () => {
      const it = found.data.value;
      const shown = month.value || it?.month || '';
      return (
        <div class='filters'>
          <button type='button' disabled={!shown} onClick={() => (month.value = later(shown, -1))}>
            {t('returns.earlier')}
          </button>
          <input
            type='month'
            aria-label={t('returns.month')}
            value={shown}
            onChange={(event: Event) => /^\d{4}-\d{2}$/.test(valueOf(event)) && (month.value = valueOf(event))}
          />
          <button type='button' disabled={!shown} onClick={() => (month.value = later(shown, 1))}>
            {t('returns.later')}
          </button>
          {it?.joint ? <span class='hint'>{t('returns.joint')}</span> : null}
          <select
            aria-label={t('column.state')}
            value={state.value}
            onChange={(event: Event) => (state.value = valueOf(event))}
          >
            <option value=''>{t('returns.allStates')}</option>
            {STATES.map((each) => (
              <option value={each} key={each}>
                {t(`return.state.${each}`)} {it ? it.states[each] : ''}
              </option>
            ))}
          </select>
          <label class='check'>
            <input
              type='checkbox'
              checked={late.value === 'true'}
              onChange={(event: Event) => (late.value = (event.target as HTMLInputElement).checked ? 'true' : '')}
            />
            {t('returns.lateOnly', { n: it?.late ?? 0 })}
          </label>
        </div>
      );
    };

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.returns')}>
          {{ default: () => (it ? t('returns.note', { due: it.dueOn }) : null) }}
        </PageHead>,
        stale(found),
        panel(t('nav.returns'), [
          filters(),
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='returns'
                label={t('nav.returns')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: ReturnLine) => row.enterprise.id}
                file={path.value}
              />
            )
            : empty(t('returns.none'), t('returns.noneAdvice')),
        ], { note: it ? t('returns.count', { n: it.count }) : null }),
      ];
    };
  },
});

function columns(): Column<ReturnLine>[] {
  return [
    {
      key: 'enterprise',
      code: 'enterprise',
      title: t('column.enterprise'),
      class: 'name',
      sort: (row) => say(row.enterprise.name),
      cell: (row) => link(pathOf('returns', `${row.enterprise.id}:${row.period}`), say(row.enterprise.name)),
    },
    {
      key: 'park',
      code: 'park',
      title: t('column.park'),
      class: 'fold',
      sort: (row) => say(row.park.name),
      group: (row) => say(row.park.name),
      cell: (row) => say(row.park.name),
    },
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => STATES.indexOf(row.state),
      group: (row) => t(`return.state.${row.state}`),
      cell: (
        row,
      ) => [
        stateBadge(row.state),
        ' ',
        row.late ? badge('bad', t('returns.late')) : null,
        ' ',
        objectionMark(row.objection),
      ],
    },
    {
      key: 'asked',
      code: 'asked',
      title: t('returns.asked'),
      number: true,
      sort: (row) => row.asked,
      cell: (row) => row.asked || '—',
    },
    {
      key: 'signedBy',
      code: 'signedBy',
      title: t('return.signer'),
      sort: (row) => row.signedBy,
      cell: (row) => (row.signedBy ? [row.signedBy, <span class='sub'>{time(row.signedAt)}</span>] : '—'),
    },
    {
      key: 'remindedAt',
      code: 'remindedAt',
      title: t('returns.reminded'),
      sort: (row) => row.remindedAt,
      cell: (row) => (row.remindedAt ? time(row.remindedAt) : '—'),
    },
    {
      key: 'contacts',
      code: 'contacts',
      title: t('returns.contacts'),
      text: (row) => row.contacts.map((each) => each.name).join('; '),
      cell: (row) =>
        row.contacts.length
          ? row.contacts.map((each) => (
            <span class='sub' key={each.id}>
              {link(pathOf('registry', `contact:${each.id}`), each.name, { class: 'soft' })} {each.email}
            </span>
          ))
          : '—',
    },
  ];
}

export const ReturnPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const colon = props.id.lastIndexOf(':');
    const address = `${pathOf('returns', props.id.slice(0, colon))}/${props.id.slice(colon + 1)}`;
    const fills = isAny(['enterprise-contact']);
    // A form is not asked for anew while somebody types in it.
    const typing = ref(false);
    const found = live<'/returns/{id}/{period}'>(() => (typing.value ? null : address), 30);
    const told = ref<MonthlyReturn | null>(null);
    const state = ref<MonthlyReturn['state'] | null>(null);

    const decided = () => void Promise.all([found.refresh(), askWaiting()]);
    const isForm = (it: MonthlyReturn) => fills && !it.closed && ['NOT_BEGUN', 'DRAFT', 'RETURNED'].includes(it.state);

    function content(it: MonthlyReturn): (VNode | null)[] {
      if (isForm(it)) {
        typing.value = true;
        return [
          <ReturnForm
            it={it}
            onKept={(now: MonthlyReturn) => (state.value = now.state)}
            onSubmitted={(now: MonthlyReturn) => {
              told.value = now;
              state.value = null;
              typing.value = false;
            }}
          />,
        ];
      }
      return [
        told.value ? <p class='done' role='status'>{t('return.submitted')}</p> : null,
        it.closed ? <p class='stale' role='status'>{say(it.closed)}</p> : null,
        ...shownReturn(it),
        isAny(['officer']) && !it.closed ? <Decide key={it.enterprise.id} it={it} onDecided={decided} /> : null,
      ];
    }

    return () => {
      const it = told.value && found.data.value && found.data.value.version < told.value.version
        ? told.value
        : found.data.value;
      const crumbs: [string, string][] = [['/returns', t('nav.returns')]];
      return it
        ? [
          <PageHead
            title={t('return.title', { enterprise: say(it.enterprise.name), period: say(it.periodName) })}
            crumbs={crumbs}
          >
            {{
              marks: () => [stateBadge(state.value ?? it.state), objectionMark(it.objection)],
              default: () => t('returns.note', { due: it.dueOn }),
            }}
          </PageHead>,
          stale(found),
          ...content(it),
        ]
        : [<PageHead title={t('nav.returns')} crumbs={crumbs} />, waiting(found)];
    };
  },
});
