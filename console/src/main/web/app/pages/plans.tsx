// Plans, and the board of one: every target with its figure, whose it is, and its light.
import { computed, defineComponent, ref } from 'vue';
import type { BoardRow, PlanLine } from '#api';
import { live, post, query } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { mayLeave } from '../leaving.ts';
import { announce, PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, waiting } from '../parts.ts';
import { PlanEdit } from '../plan/edit.tsx';
import { PlanEntry } from '../plan/entry.tsx';
import { periodsOf } from '../plan/values.ts';
import {
  expectedText,
  figureOf,
  figureText,
  lightBadge,
  LIGHTS,
  lightText,
  neededText,
  originOf,
  periodName,
  reachedText,
  wanted,
  wantedText,
} from '../plan/words.tsx';
import { isAnyOfWhole } from '../rights.ts';
import { go, param, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const MOST = 10_000;

export function planMarks(it: PlanLine) {
  return [
    badge(it.state === 'draft' ? 'info' : 'good', t(`plan.state.${it.state}`)),
    it.closed ? badge('quiet', t('plan.closed'), t('plan.closedWhy')) : null,
  ];
}

export const PlansPage = defineComponent({
  setup() {
    const found = live<'/plans'>(() => '/plans', 60);
    const writes = isAnyOfWhole(['officer']);
    const sample = useForm(async () => {
      const plan = await post<'/plans'>('/plans', { sample: true });
      announce(t('plan.added'));
      go(pathOf('plans', plan.id));
    });
    const copy = useForm(async (fields) => {
      const text = (name: string) => String(fields.get(name) ?? '').trim();
      const plan = await post<'/plans'>('/plans', {
        id: text('id'),
        copyOf: text('copyOf'),
        name: { zh: text('zh'), en: text('en') },
        document: { zh: text('documentZh'), en: text('documentEn') },
        firstYear: Number(text('firstYear')),
      });
      announce(t('plan.added'));
      go(pathOf('plans', plan.id));
    });

    const columns = (): Column<PlanLine>[] => [
      {
        key: 'name',
        code: 'name',
        title: t('plan.name'),
        class: 'name',
        sort: (row) => say(row.name),
        cell: (row) => [link(pathOf('plans', row.id), say(row.name)), <span class='sub'>{say(row.document)}</span>],
      },
      { key: 'state', code: 'state', title: t('column.state'), cell: planMarks },
      {
        key: 'firstYear',
        code: 'firstYear',
        title: t('plan.years'),
        sort: (row) => row.firstYear,
        cell: (row) => `${row.firstYear}–${row.lastYear}`,
      },
      {
        key: 'targets',
        code: 'targets',
        title: t('plan.targets'),
        number: true,
        sort: (row) => row.targets,
        cell: (row) => row.targets,
      },
    ];

    const adding = (rows: PlanLine[], sampleId: string) =>
      panel(t('plan.add'), [
        rows.some((each) => each.id === sampleId) ? null : (
          <form class='people-form' onSubmit={sample.submit}>
            <p class='hint'>{t('plan.sampleNote')}</p>
            {sample.message()}
            <div class='buttons'>
              <button type='submit' disabled={sample.busy.value}>{t('plan.takeSample')}</button>
            </div>
          </form>
        ),
        rows.length
          ? (
            <form class='people-form plan-copy' onSubmit={copy.submit}>
              <label>
                {t('plan.copyOf')}
                <select name='copyOf'>
                  {rows.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
                </select>
              </label>
              <label>
                {t('plan.id')}
                <input name='id' required pattern='[a-z0-9][a-z0-9-]{0,59}' title={t('plan.idAllowed')} />
              </label>
              <label>
                {t('plan.nameZh')}
                <input name='zh' required maxlength={200} />
              </label>
              <label>
                {t('plan.nameEn')}
                <input name='en' required maxlength={200} />
              </label>
              <label>
                {t('plan.documentZh')}
                <input name='documentZh' required maxlength={200} />
              </label>
              <label>
                {t('plan.documentEn')}
                <input name='documentEn' required maxlength={200} />
              </label>
              <label>
                {t('plan.firstYear')}
                <input name='firstYear' type='number' min={1990} max={2199} required />
              </label>
              {copy.message()}
              <div class='buttons'>
                <button type='submit' class='primary' disabled={copy.busy.value}>{t('plan.copyPlan')}</button>
              </div>
            </form>
          )
          : null,
      ]);

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.plans')} />,
        stale(found),
        panel(t('nav.plans'), [
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='plans'
                label={t('nav.plans')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: PlanLine) => row.id}
                file='/plans'
              />
            )
            : empty(t('plan.none'), writes ? t('plan.noneAdvice') : t('plan.noneElse')),
        ]),
        it && writes ? adding(it.rows, it.sample) : null,
      ];
    };
  },
});

export const PlanPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const period = param('period');
    const area = param('area', '*');
    const light = param('light');
    const entering = ref(false);
    const editing = ref(false);
    const path = computed(() =>
      query(`${pathOf('plans', props.id)}/board`, {
        period: period.value || null,
        area: area.value === 'all' ? null : area.value,
        light: light.value || null,
        limit: MOST,
      })
    );
    // What somebody types over is not asked for anew meanwhile.
    const found = live<'/plans/{id}/board'>(() => path.value, 60);
    const parks = live<'/parks'>(() => '/parks', 600);
    const writes = isAnyOfWhole(['officer']);

    /** Another choice shows other lines to type into: what is typed is asked about before. */
    function choose(event: Event, into: { value: string }): void {
      if (!entering.value || mayLeave()) {
        into.value = valueOf(event);
      } else {
        (event.target as HTMLSelectElement).value = into === period ? found.data.value!.period : into.value;
      }
    }

    const filters = (it: NonNullable<typeof found.data.value>) => (
      <div class='filters'>
        <select
          aria-label={t('plan.period')}
          value={it.period}
          onChange={(event: Event) => choose(event, period)}
        >
          {periodsOf(it.firstYear, it.lastYear, it.today).map((each) => (
            <option value={each} key={each}>{periodName(each)}</option>
          ))}
        </select>
        <select
          aria-label={t('plan.area')}
          value={area.value}
          onChange={(event: Event) => choose(event, area)}
        >
          <option value='*'>{t('plan.district')}</option>
          <option value='all'>{t('plan.allAreas')}</option>
          {parks.data.value?.parks.map((each) => <option value={each.id} key={each.id}>{say(each.name)}</option>)}
        </select>
        <select
          aria-label={t('plan.lights')}
          value={light.value}
          onChange={(event: Event) => choose(event, light)}
        >
          <option value=''>{t('plan.allLights')}</option>
          {LIGHTS.map((each) => <option value={each} key={each}>{t(`plan.light.${each}`)} {it.lights[each]}</option>)}
        </select>
        {writes && !it.closed
          ? [
            <button type='button' class='primary' onClick={() => (entering.value = !entering.value || !mayLeave())}>
              {t(entering.value ? 'plan.close' : 'plan.enterNow')}
            </button>,
            <button type='button' onClick={() => (editing.value = !editing.value)}>{t('plan.editTargets')}</button>,
          ]
          : null}
      </div>
    );

    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/plans', t('nav.plans')]];
      if (!it) {
        return [<PageHead title={t('nav.plans')} crumbs={crumbs} />, waiting(found)];
      }
      return [
        <PageHead title={say(it.name)} crumbs={crumbs}>
          {{ marks: () => planMarks(it), default: () => say(it.document) }}
        </PageHead>,
        stale(found),
        entering.value && it.rows.length
          ? (
            <PlanEntry
              key={`${it.period} ${area.value}`}
              plan={it.id}
              period={it.period}
              rows={it.rows}
              onKept={() => void found.refresh()}
              onClosed={() => (entering.value = false)}
            />
          )
          : null,
        editing.value
          ? (
            <PlanEdit
              plan={it.id}
              onKept={() => void found.refresh()}
              onClosed={() => (editing.value = false)}
            />
          )
          : null,
        panel(t('plan.board', { period: periodName(it.period) }), [
          filters(it),
          it.rows.length
            ? (
              <DataTable
                name='board'
                label={say(it.name)}
                columns={boardColumns(it.id, it.period)}
                rows={it.rows}
                rowKey={(row: BoardRow) => `${row.number}:${row.area.id}`}
                file={path.value}
              />
            )
            : empty(t('plan.noRows'), t('plan.noRowsAdvice')),
        ], { note: t('plan.order') }),
      ];
    };
  },
});

/** Each cell leads to what it was made of. */
function boardColumns(plan: string, period: string): Column<BoardRow>[] {
  const to = (row: BoardRow) => `${pathOf('plan-targets', `${plan}:${row.number}`)}?period=${period}`;
  return [
    {
      key: 'number',
      code: 'number',
      title: t('plan.no'),
      sort: (row) => row.number,
      cell: (row) => row.number,
    },
    {
      key: 'words',
      code: 'words',
      title: t('plan.target'),
      class: 'name plan-target',
      sort: (row) => say(row.words),
      text: (row) => row.area.id === '*' ? say(row.words) : `${say(row.words)} · ${say(row.area.name)}`,
      cell: (row) => [
        link(to(row), say(row.words)),
        <span class='sub'>
          {row.area.id === '*' ? '' : `${say(row.area.name)} · `}
          {t(`plan.type.${row.type}`)}
          {row.type === 'yearly-average' ? ` · ${t(`plan.averaging.${row.averaging}`)}` : ''}
        </span>,
        row.confirmed ? null : <span class='sub'>{t('plan.unconfirmed')}</span>,
        row.closed ? badge('quiet', t('plan.targetClosed')) : null,
      ],
    },
    {
      key: 'light',
      code: 'light',
      title: t('plan.lights'),
      class: 'plan-light',
      sort: (row) => LIGHTS.indexOf(row.light),
      group: (row) => t(`plan.light.${row.light}`),
      text: lightText,
      cell: (row) => [lightBadge(row), <span class='sub'>{say(row.why)}</span>],
    },
    { key: 'amount', code: 'amount', title: t('plan.wanted'), number: true, cell: wanted, text: wantedText },
    {
      key: 'period',
      code: 'period',
      title: t('plan.period'),
      cell: (row) => (row.newest ? periodName(row.newest.period) : '—'),
      text: (row) => (row.newest ? periodName(row.newest.period) : '—'),
    },
    {
      key: 'newest.value',
      code: 'newest.value',
      title: t('plan.value'),
      number: true,
      class: 'plan-value',
      text: figureText,
      cell: (
        row,
      ) => [
        link(to(row), figureOf(row, row.newest), { class: 'soft' }),
        <span class='sub'>{originOf(row.newest)}</span>,
      ],
    },
    {
      key: 'reached',
      code: 'reached',
      title: t('plan.reached'),
      number: true,
      cell: (row) =>
        row.reached === null ? '—' : [
          reachedText(row),
          row.expected === null ? null : <span class='sub'>{expectedText(row)}</span>,
          row.needed === null ? null : <span class='sub'>{neededText(row)}</span>,
        ],
      text: (row) => [reachedText(row), row.reached && expectedText(row), neededText(row)].filter(Boolean).join('；'),
    },
    {
      key: 'department',
      code: 'department',
      title: t('plan.department'),
      group: (row) => say(row.department),
      sort: (row) => say(row.department),
      cell: (row) => say(row.department),
    },
    {
      key: 'due',
      code: 'due',
      title: t('plan.due'),
      sort: (row) => row.due,
      cell: (row) => periodName(row.due),
      text: (row) => periodName(row.due),
    },
    {
      key: 'type',
      code: 'type',
      title: t('plan.type'),
      extra: true,
      group: (row) => t(`plan.type.${row.type}`),
      cell: (row) => t(`plan.type.${row.type}`),
      text: (row) => t(`plan.type.${row.type}`),
    },
    {
      key: 'newest.origin',
      code: 'newest.origin',
      title: t('plan.kind'),
      extra: true,
      group: (row) => row.newest?.origin ? t(`plan.origin.${row.newest.origin}`) : null,
      cell: (row) => originOf(row.newest),
      text: (row) => originOf(row.newest),
    },
    {
      key: 'source',
      code: 'source',
      title: t('plan.document'),
      extra: true,
      cell: (row) => say(row.source),
      text: (row) => say(row.source),
    },
  ];
}
