// Clean production: coverage of the approved list, everyone's next step, and who could be put on the mandatory register.
import { computed, defineComponent } from 'vue';
import type { CleanProductionLine } from '#api';
import { live, query } from '../api.ts';
import { CandidatesPanel } from '../clean/candidates.tsx';
import { CoveragePanel } from '../clean/coverage.tsx';
import { dueMark, listingText, pageOf, stateBadge, STATES, stepText } from '../clean/words.tsx';
import { valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, panel, stale, waiting, way } from '../parts.ts';
import { isAny } from '../rights.ts';
import { param } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const MOST = 10_000;

export const CleanProductionPage = defineComponent({
  setup() {
    const state = param('state');
    const overdue = param('overdue');
    const park = param('park');
    const watches = isAny(['officer', 'leader', 'auditor']);
    const path = computed(() =>
      query('/clean-production', {
        park: park.value,
        state: state.value.toLowerCase().replace('_', '-'),
        overdue: overdue.value === 'true' ? 'true' : null,
        limit: MOST,
      })
    );
    const found = live<'/clean-production'>(() => path.value, 30);

    const filters = () => {
      const it = found.data.value;
      return (
        <div class='filters'>
          <select
            aria-label={t('column.state')}
            value={state.value}
            onChange={(event: Event) => (state.value = valueOf(event))}
          >
            <option value=''>{t('clean.allStates')}</option>
            {STATES.map((each) => (
              <option value={each} key={each}>
                {t(`clean.state.${each}`)} {it ? it.states[each] : ''}
              </option>
            ))}
          </select>
          <label class='check'>
            <input
              type='checkbox'
              checked={overdue.value === 'true'}
              onChange={(event: Event) => (overdue.value = (event.target as HTMLInputElement).checked ? 'true' : '')}
            />
            {t('clean.overdueOnly', { n: it?.overdue ?? 0 })}
          </label>
          {park.value
            ? (
              <button type='button' onClick={() => (park.value = '')}>
                {t('clean.allParks')}
              </button>
            )
            : null}
        </div>
      );
    };

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.cleanProduction')}>
          {{
            actions: () => [way('/clean-production-lists', t('clean.toLists'), { class: 'button' })],
            default: () => t('clean.note'),
          }}
        </PageHead>,
        stale(found),
        watches ? <CoveragePanel /> : null,
        panel(t('clean.steps'), [
          filters(),
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='clean'
                label={t('clean.steps')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: CleanProductionLine) => row.enterprise.id}
                tone={(row: CleanProductionLine) => (row.overdue ? 'bad' : null)}
                file={path.value}
              />
            )
            : empty(t('clean.none'), t('clean.noneAdvice')),
        ], { note: it ? t('clean.count', { n: it.count }) : null }),
        watches ? <CandidatesPanel /> : null,
      ];
    };
  },
});

function columns(): Column<CleanProductionLine>[] {
  return [
    {
      key: 'enterprise',
      code: 'enterprise',
      title: t('column.enterprise'),
      class: 'name',
      sort: (row) => say(row.enterprise.name),
      cell: (row) => pageOf(row.enterprise.id, say(row.enterprise.name)),
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
      group: (row) => t(`clean.state.${row.state}`),
      cell: (row) => [stateBadge(row.state), row.onList ? null : [' ', badge('quiet', t('clean.notOnList'))]],
    },
    {
      key: 'nextStep',
      code: 'nextStep',
      title: t('clean.next'),
      sort: (row) => row.nextStep,
      group: (row) => (row.nextStep ? stepText(row.nextStep) : null),
      cell: (row) =>
        row.nextStep
          ? [
            stepText(row.nextStep),
            <span class='sub'>{row.ofEnterprise ? t('clean.byEnterprise') : t('clean.byAuthority')}</span>,
          ]
          : '—',
    },
    {
      key: 'dueOn',
      code: 'dueOn',
      title: t('clean.due'),
      sort: (row) => row.dueOn,
      text: (row) => row.dueOn ?? '',
      cell: dueMark,
    },
    {
      key: 'owner',
      code: 'owner',
      title: t('clean.owner'),
      sort: (row) => say(row.owner.words),
      group: (row) => say(row.owner.words),
      cell: (row) => (row.nextStep ? say(row.owner.words) : '—'),
    },
    {
      key: 'register',
      code: 'register',
      title: t('clean.register'),
      sort: listingText,
      cell: listingText,
    },
    {
      key: 'lastStep',
      extra: true,
      code: 'lastStep',
      title: t('clean.last'),
      sort: (row) => row.lastOn,
      cell: (row) => (row.lastStep ? [stepText(row.lastStep), <span class='sub'>{row.lastOn}</span>] : '—'),
    },
  ];
}
