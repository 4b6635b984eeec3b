// Lists of standings, of parks or of enterprises: the filters in the address, and the table.
import { computed, defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers } from '#api';
import { hint } from './hints.ts';
import { badge, empty, link } from './parts.ts';
import { address, param } from './route.ts';
import { LEVELS, needsAttention, pageOf } from './standing.tsx';
import type { StandingRow } from './standing.tsx';
import { standingColumns } from './standingcolumns.tsx';
import type { Column } from './table/column.ts';
import { DataTable } from './table/table.tsx';
import { say, t, word } from './text.ts';
import { valueOf } from './form.ts';

type Standings = Answers['/standings'];

/** So many ids fit into an address; files of more rows are made here. */
const MOST_NAMED = 150;

/** Properties of an enterprise that matter to rules and statistics. */
export function marks(enterprise: { aboveScale?: boolean; polluting?: boolean }): (VNode | null)[] {
  return [
    enterprise.aboveScale ? badge('info', t('mark.aboveScale'), t('mark.aboveScaleWhy')) : null,
    enterprise.polluting ? badge('info', t('mark.polluting'), t('mark.pollutingWhy')) : null,
  ];
}

/** Columns of a list of enterprises. */
export function enterpriseColumns(basis: string, withPark = true): Column<StandingRow>[] {
  const park: Column<StandingRow> = {
    key: 'park',
    code: 'park',
    title: t('column.park'),
    class: 'fold',
    sort: (row) => say(row.park?.name),
    group: (row) => say(row.park?.name) || null,
    cell: (
      row,
    ) => (row.park ? link(`/parks/${encodeURIComponent(row.park.id)}`, say(row.park.name), { class: 'soft' }) : null),
  };
  return [
    {
      key: 'name',
      code: 'name',
      title: t('column.enterprise'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) => link(pageOf(row), say(row.name)),
    },
    ...(withPark ? [park] : []),
    {
      key: 'industry',
      code: 'industry',
      title: t('column.industry'),
      class: 'fold',
      sort: (row) => industryOf(row),
      group: (row) => industryOf(row) || null,
      cell: (row) => industryOf(row),
    },
    ...standingColumns(basis),
  ];
}

function industryOf(row: StandingRow): string {
  return row.industry ? word('industry', row.industry) : '';
}

/** Columns of a list of parks. */
export function parkColumns(basis: string): Column<StandingRow>[] {
  return [
    {
      key: 'name',
      code: 'name',
      title: t('column.park'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) => link(pageOf(row), say(row.name)),
    },
    ...standingColumns(basis),
  ];
}

/** Enterprises by what the address says: words, park, industry, level, and whether somebody has to do something. */
export const EnterpriseTable = defineComponent({
  props: {
    standings: { type: Object as PropType<Standings>, required: true },
    rows: { type: Array as PropType<StandingRow[]>, required: true },
    /** Of one park only. */
    park: { type: String as PropType<string | null>, default: null },
  },
  setup(props) {
    const words = param('q');
    const park = param('park');
    const industry = param('industry');
    const level = param('level');
    const attention = param('attention');
    // On a phone filters are folded: what one came for would be a page below.
    const open = ref(false);
    const matching = computed(() => {
      const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
      return props.rows.filter((row) => {
        const text = `${row.name.zh} ${row.name.en} ${row.id} ${row.park?.name.zh} ${row.park?.name.en} ${
          industryOf(row)
        }`.toLowerCase();
        return (
          wanted.every((each) => text.includes(each)) &&
          (!park.value || row.park?.id === park.value) &&
          (!industry.value || row.industry === industry.value) &&
          (!level.value || ofLevel(row, level.value))
        );
      });
    });
    const troubled = computed(() => matching.value.filter(needsAttention));
    const found = computed(() => (attention.value ? troubled.value : matching.value));
    /** The list with just what is found: by name where that is few, as the API searches more than what is shown here. */
    const file = computed(() => {
      const asked = {
        month: props.standings.month,
        basis: props.standings.basis === 'EQUAL_VALUE' ? 'equal-value' : null,
      };
      if (found.value.length === props.rows.length && !props.park) {
        return address('/standings', asked);
      }
      return found.value.length <= MOST_NAMED
        ? address('/standings', { ...asked, enterprise: found.value.map((row) => row.id).join(',') })
        : null;
    });
    const options = (all: Iterable<[string, string]>) =>
      [...new Map(all)].map(([value, text]) => <option value={value} key={value}>{text}</option>);

    return () => (
      <div>
        <div class={['filters', open.value ? null : 'folded']}>
          <input
            type='search'
            placeholder={t('overview.search')}
            aria-label={t('overview.search')}
            value={words.value}
            onInput={(event: Event) => (words.value = valueOf(event))}
          />
          <button
            type='button'
            class='fold-filters'
            aria-expanded={open.value}
            onClick={() => (open.value = !open.value)}
          >
            {t('table.filters')}
          </button>
          {props.park ? null : (
            <select
              aria-label={t('column.park')}
              value={park.value}
              onChange={(event: Event) => (park.value = valueOf(event))}
            >
              <option value=''>{t('overview.allParks')}</option>
              {options(
                props.rows.flatMap((
                  row,
                ): [string, string][] => (row.park ? [[row.park.id, say(row.park.name)]] : [])),
              )}
            </select>
          )}
          <select
            aria-label={t('column.industry')}
            value={industry.value}
            onChange={(event: Event) => (industry.value = valueOf(event))}
          >
            <option value=''>{t('overview.allIndustries')}</option>
            {options(
              props.rows.flatMap((row): [string, string][] => (row.industry ? [[row.industry, industryOf(row)]] : [])),
            )}
          </select>
          <select
            aria-label={t('column.level')}
            value={level.value}
            onChange={(event: Event) => (level.value = valueOf(event))}
          >
            <option value=''>{t('overview.allLevels')}</option>
            {LEVELS.map((each) => <option value={code(each)} key={each}>{t(`level.${each}`)}</option>)}
            <option value='off-path'>{t('level.offPath')}</option>
            <option value='not-judged'>{t('verdict.NOT_JUDGED')}</option>
            <option value='no-target'>{t('verdict.noTarget')}</option>
            <option value='no-level'>{t('level.none')}</option>
          </select>
          <label class='check' {...hint(t('overview.attentionWhy'))}>
            <input
              type='checkbox'
              checked={attention.value !== ''}
              onChange={(event: Event) => (attention.value = (event.target as HTMLInputElement).checked ? 'yes' : '')}
            />
            {t('overview.onlyTrouble', { n: troubled.value.length })}
          </label>
          <span class='note'>{t('overview.shown', { n: found.value.length, all: props.rows.length })}</span>
        </div>
        {found.value.length
          ? (
            <DataTable
              name='enterprises'
              label={t('overview.enterprises')}
              columns={enterpriseColumns(props.standings.basis, !props.park)}
              rows={found.value}
              rowKey={(row: StandingRow) => row.id}
              initial={{ key: 'excess', down: true }}
              file={file.value}
              sums
            />
          )
          : empty(t('overview.none'), t('overview.noneAdvice'))}
      </div>
    );
  },
});

function code(level: string): string {
  return level.toLowerCase().replaceAll('_', '-');
}

/** Whether a row is of a level, behind in any, not judged, or without a target. */
function ofLevel({ progress, standing }: StandingRow, asked: string): boolean {
  const level = progress?.level;
  switch (asked) {
    case 'off-path':
      return level === 'NOT_FALLING' || level === 'BEHIND';
    case 'not-judged':
      return Boolean(standing) && !level;
    case 'no-target':
      return !standing;
    case 'no-level':
      return !level;
    default:
      return Boolean(level) && code(level!) === asked;
  }
}
