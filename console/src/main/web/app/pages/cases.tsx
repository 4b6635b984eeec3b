// Cases as a list to work through: what is new, what has been seen, what is over; found by rule, by time, by age, by words.
import { computed, defineComponent, reactive } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Alert } from '#api';
import { live, query } from '../api.ts';
import { mayOwn, ownerWords, SeveralCases } from '../caseowner.tsx';
import { aboutLink, caseBadge, caseFigure, caseLimit, isExceedance } from '../casewords.tsx';
import { DateField } from '../datefield.tsx';
import { addDays, dateTime } from '../format.ts';
import { nameOf } from '../names.ts';
import { PageHead } from '../page.tsx';
import { choice, empty, link, panel, sortable, stale, time, waiting } from '../parts.ts';
import { mayAcknowledge } from '../rights.ts';
import { param, pathOf, route, setQuery } from '../route.ts';
import { isAny } from '../rights.ts';
import { isMeant } from '../span.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';
import { valueOf } from '../form.ts';

const RULES = [
  'energy-decline-behind',
  'limit-exceeded',
  'limit-warning',
  'device-silent',
  'gateway-silent',
  'data-stands-still',
  'door-silent',
  'canary-missing',
  'no-working-contact',
] as const;

const AGES_DAYS = ['1', '7', '30', '90'];
const MOST = 10_000;

const KINDS = { enterprise: 'ENTERPRISE', park: 'PARK', outlet: 'OUTLET', point: 'POINT', device: 'DEVICE' } as const;

/** States to choose from: of those that are open, what nobody has acknowledged comes first. */
const STATES: Record<string, { state?: string; acknowledged?: string }> = {
  open: { state: 'open' },
  new: { state: 'open', acknowledged: 'false' },
  acknowledged: { state: 'open', acknowledged: 'true' },
  cleared: { state: 'cleared' },
  withdrawn: { state: 'withdrawn' },
  all: {},
};

export const CaseTable = defineComponent({
  props: {
    cases: { type: Array as PropType<Alert[]>, required: true },
    withAbout: { type: Boolean, default: true },
    name: { type: String, default: null },
    file: { type: String as PropType<string | null>, default: null },
    /** Ids of those that are chosen, to be done something with; none can be chosen without it. */
    chosen: { type: Object as PropType<Set<string> | null>, default: null },
  },
  setup(props) {
    return () => (
      <DataTable
        name={props.name}
        file={props.file}
        label={t('nav.cases')}
        columns={columns(props.withAbout, props.chosen)}
        rows={props.cases}
        rowKey={(row: Alert) => row.id}
        tone={(row: Alert) => (row.state === 'OPEN' ? null : 'past')}
        initial={{ key: 'raised', down: true }}
      />
    );
  },
});

function columns(withAbout: boolean, chosen: Set<string> | null): Column<Alert>[] {
  const all: (Column<Alert> | null)[] = [
    chosen
      ? {
        key: 'choose',
        title: t('owner.choose'),
        class: 'choose',
        text: () => '',
        cell: (row) =>
          row.state === 'OPEN'
            ? (
              <input
                type='checkbox'
                aria-label={t('owner.chooseOne', { title: say(row.title) })}
                checked={chosen.has(row.id)}
                onChange={() => chosen.has(row.id) ? chosen.delete(row.id) : chosen.add(row.id)}
              />
            )
            : null,
      }
      : null,
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => `${row.state} ${row.acknowledgedBy ? 1 : 0}`,
      text: (row) => word('state', row.state),
      cell: (row) => [caseBadge(row), row.trial ? <span class='trial'>{t('case.trial')}</span> : null],
    },
    {
      key: 'rule',
      code: 'rule',
      title: t('column.rule'),
      class: 'fold',
      sort: (row) => word('rule', row.rule),
      group: (row) => word('rule', row.rule),
      cell: (row) => word('rule', row.rule),
    },
    {
      key: 'title',
      code: 'title',
      title: t('column.case'),
      class: 'wide',
      sort: (row) => say(row.title),
      cell: (row) => link(pathOf('cases', row.id), say(row.title)),
    },
    withAbout
      ? {
        key: 'about',
        code: 'about',
        title: t('column.about'),
        class: 'fold',
        sort: (row) => say(row.about.name),
        group: (row) => say(row.about.name),
        cell: (row) => [
          aboutLink(row, { class: 'soft' }),
          row.scope === 'ENTERPRISE' ? null : <span class='sub'>{t(`scope.${row.scope}`)}</span>,
        ],
      }
      : null,
    {
      key: 'figure',
      code: 'figure',
      number: true,
      title: t('column.figure'),
      sort: (row) => sortable(row.figure),
      text: (row) => row.figure ?? '',
      cell: caseFigure,
    },
    {
      key: 'limit',
      code: 'limit',
      number: true,
      title: t('column.limit'),
      sort: (row) => sortable(row.limit),
      text: (row) => caseLimit(row),
      cell: caseLimit,
    },
    {
      key: 'raised',
      code: 'raisedAt',
      title: t('column.raised'),
      sort: (row) => row.raisedAt,
      cell: (row) => [time(row.raisedAt), <span class='sub'>{t('case.since', { time: dateTime(row.since) })}</span>],
    },
    {
      key: 'owner',
      code: 'owner',
      title: t('column.owner'),
      sort: (row) => say(row.owner?.name) || null,
      group: (row) => say(row.owner?.name) || null,
      text: (row) => say(row.owner?.name),
      cell: (row) => ownerWords(row) ?? '—',
    },
    {
      key: 'acknowledged',
      code: 'acknowledgedBy',
      title: t('column.acknowledged'),
      sort: (row) => row.acknowledgedBy,
      cell: (row) =>
        row.acknowledgedBy
          ? [row.acknowledgedBy, comment(row)]
          : row.state === 'OPEN' && mayAcknowledge()
          ? link(pathOf('cases', row.id), t('case.acknowledge'), { class: 'button' })
          : '—',
    },
  ];
  return all.filter((each) => each !== null);
}

/** What was said when it was acknowledged. */
function comment(row: Alert): VNode | null {
  const said = row.steps.filter((each) => each.kind === 'ACKNOWLEDGED').at(-1)?.comment;
  return said ? <span class='sub said'>{said}</span> : null;
}

export const CasesPage = defineComponent({
  setup() {
    const state = param('state', 'open');
    const words = param('q');
    const rule = param('rule');
    const from = param('from');
    const to = param('to');
    const age = param('age');
    const owner = param('owner');
    const chosen = reactive(new Set<string>());
    const official = isAny(['officer', 'leader', 'grid-officer', 'auditor']);
    const path = computed(() => {
      const { enterprise, park, scope, outlet, point, device } = route.value.query;
      return query('/alerts', {
        ...(STATES[state.value] ?? {}),
        enterprise,
        park,
        scope,
        outlet,
        point,
        device,
        rule: rule.value,
        owner: owner.value,
        q: words.value.trim(),
        from: isMeant(from.value) ? from.value : null,
        to: isMeant(to.value) ? addDays(to.value, 1) : null,
        olderThanDays: age.value,
        limit: MOST,
      });
    });
    const cases = live<'/alerts'>(() => path.value);

    const filters = () => {
      const counts = cases.data.value?.counts;
      const counted = (text: string, n: number | undefined): string => (n === undefined ? text : `${text} ${n}`);
      return (
        <div class='filters'>
          {choice(
            t('column.state'),
            [
              ['open', counted(t('state.OPEN'), counts?.open)],
              ['new', counted(t('state.NEW'), counts?.unacknowledged)],
              ['acknowledged', counted(t('state.ACKNOWLEDGED'), counts && counts.open - counts.unacknowledged)],
              ['cleared', counted(t('state.CLEARED'), counts?.cleared)],
              ['withdrawn', counted(t('state.WITHDRAWN'), counts?.withdrawn)],
              ['all', t('cases.all')],
            ],
            state.value,
            (chosen) => (state.value = chosen),
          )}
          <input
            type='search'
            placeholder={t('cases.search')}
            aria-label={t('cases.search')}
            value={words.value}
            onChange={(event: Event) => (words.value = valueOf(event))}
          />
          <select
            aria-label={t('column.rule')}
            value={rule.value}
            onChange={(event: Event) => (rule.value = valueOf(event))}
          >
            <option value=''>{t('cases.allRules')}</option>
            {RULES.map((each) => <option value={each} key={each}>{t(`rule.${each}`)}</option>)}
          </select>
          {official
            ? (
              <select
                aria-label={t('column.owner')}
                value={owner.value}
                onChange={(event: Event) => (owner.value = valueOf(event))}
              >
                <option value=''>{t('owner.any')}</option>
                {mayOwn() ? <option value='mine'>{counted(t('owner.ofMine'), counts?.mine)}</option> : null}
                <option value='none'>{counted(t('owner.ofNobody'), counts?.unowned)}</option>
                {['', 'mine', 'none'].includes(owner.value) ? null : <option value={owner.value}>{owner.value}</option>}
              </select>
            )
            : null}
          <label class='check'>
            {t('cases.raised')}
            <DateField
              label={t('range.from')}
              value={from.value}
              onChosen={(day: string) => (from.value = day)}
            />
            <span aria-hidden='true'>–</span>
            <DateField
              label={t('range.to')}
              value={to.value}
              onChosen={(day: string) => (to.value = day)}
            />
          </label>
          <select
            aria-label={t('cases.age')}
            value={age.value}
            onChange={(event: Event) => (age.value = valueOf(event))}
          >
            <option value=''>{t('cases.anyAge')}</option>
            {AGES_DAYS.map((each) => <option value={each} key={each}>{t('cases.olderThan', { n: each })}</option>)}
          </select>
          {narrowed().map(([name, text]) => (
            <button
              type='button'
              key={name}
              class='chip'
              onClick={() => setQuery({ [name]: null })}
            >
              {text} <span aria-hidden='true'>✕</span>
              <span class='sr-only'>{t('cases.without')}</span>
            </button>
          ))}
        </div>
      );
    };

    /** What the address narrows the list to. */
    function narrowed(): [string, string][] {
      return (['enterprise', 'park', 'scope', 'outlet', 'point', 'device'] as const).flatMap(
        (name): [string, string][] => {
          const id = route.value.query[name];
          if (!id) {
            return [];
          }
          const known = name === 'scope' ? word('scope', id.toUpperCase()) : nameOf(KINDS[name], id);
          return [[name, `${t(`cases.of.${name}`)}: ${known}`]];
        },
      );
    }

    return () => {
      const it = cases.data.value;
      return [
        <PageHead title={t('nav.cases')} />,
        stale(cases),
        panel(
          t('nav.cases'),
          [
            filters(),
            !it ? waiting(cases) : it.alerts.length
              ? [
                mayOwn() ? <SeveralCases shown={it.alerts} chosen={chosen} onDone={cases.refresh} /> : null,
                <CaseTable name='cases' cases={it.alerts} file={path.value} chosen={mayOwn() ? chosen : null} />,
              ]
              : empty(t('cases.none'), t('cases.noneAdvice')),
            it?.alerts.some(isExceedance) ? <p class='hint'>{t('disclaimer.exceedance')}</p> : null,
          ],
          { note: it ? t('cases.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});
