// All outlets: what they discharge now against their limits, and how much of their data arrives and is valid.
import { computed, defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { enterpriseColumn } from '../columns.tsx';
import { slotOf, slotText, stepOf } from '../chart/slots.ts';
import { judgedText, plain, share, unitText } from '../format.ts';
import { hint } from '../hints.ts';
import { PageHead } from '../page.tsx';
import { objectionMark } from '../objections/mark.tsx';
import { badge, empty, link, panel, stale, waiting, way } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { param, pathOf, route } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';
import { valueOf } from '../form.ts';

type Outlet = Answers['/outlets']['rows'][number];
type PointState = Outlet['points'][number];

const TONES: Record<PointState['state'], Tone> = {
  EXCEEDED: 'bad',
  SUSPECTED: 'warn',
  NO_DATA: 'quiet',
  NOT_JUDGED: 'quiet',
  UNCONFIRMED: 'quiet',
  KEPT: 'good',
};

/** From the worst. */
const ORDER: PointState['state'][] = ['EXCEEDED', 'SUSPECTED', 'NO_DATA', 'NOT_JUDGED', 'UNCONFIRMED', 'KEPT'];

export const OutletsPage = defineComponent({
  setup() {
    const words = param('q');
    const medium = param('medium');
    const path = computed(() => {
      const { park, enterprise } = route.value.query;
      return query('/outlets', { park, enterprise, medium: medium.value, q: words.value.trim(), limit: 10_000 });
    });
    const outlets = live<'/outlets'>(() => path.value, 30);
    return () => {
      const it = outlets.data.value;
      return [
        <PageHead title={t('nav.outlets')}>
          {{ actions: () => way('/exceedances', t('exceedances.title'), { class: 'button' }) }}
        </PageHead>,
        stale(outlets),
        panel(t('nav.outlets'), [
          <div class='filters'>
            <input
              type='search'
              placeholder={t('outlets.search')}
              aria-label={t('outlets.search')}
              value={words.value}
              onChange={(event: Event) => (words.value = valueOf(event))}
            />
            <select
              aria-label={t('column.medium')}
              value={medium.value}
              onChange={(event: Event) => (medium.value = valueOf(event))}
            >
              <option value=''>{t('outlets.allMedia')}</option>
              <option value='stack'>{t('outlets.STACK')}</option>
              <option value='water'>{t('outlets.WATER')}</option>
            </select>
          </div>,
          !it ? waiting(outlets) : it.rows.length
            ? (
              <DataTable
                name='outlets'
                label={t('nav.outlets')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: Outlet) => row.id}
                initial={{ key: 'state', down: false }}
                file={path.value}
              />
            )
            : empty(t('outlets.none'), t('outlets.noneAdvice')),
          <p class='hint'>{t('disclaimer.exceedance')}</p>,
        ], { note: it ? t('outlets.count', { n: it.count }) : null }),
      ];
    };
  },
});

function worst(row: Outlet): number {
  return Math.min(...row.points.map((each) => ORDER.indexOf(each.state)), ORDER.length);
}

function columns(): Column<Outlet>[] {
  return [
    {
      key: 'name',
      code: 'name',
      title: t('column.outlet'),
      class: 'name fold',
      sort: (row) => say(row.name),
      cell: (row) => link(pathOf('outlets', row.id), say(row.name)),
    },
    enterpriseColumn(),
    {
      key: 'medium',
      code: 'medium',
      title: t('column.medium'),
      sort: (row) => t(`outlets.${row.medium}`),
      group: (row) => t(`outlets.${row.medium}`),
      cell: (row) => t(`outlets.${row.medium}`),
    },
    {
      key: 'state',
      title: t('column.state'),
      sort: worst,
      text: (row) => row.points.map((each) => `${say(each.name)} ${stateText(each)}`).join('; '),
      // One below the other, also where a row is a card.
      cell: (row) => (
        <div>{[...row.points].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).map(pointLine)}</div>
      ),
    },
    {
      key: 'validity',
      code: 'validity',
      number: true,
      title: t('outlets.validity'),
      sort: (row) => row.validity ?? row.completeness,
      text: (row) => validityText(row),
      // An analyser that sends one value a day has no hourly means: what is assessed is how much of its data came.
      cell: (row) =>
        row.validity == null
          ? row.completeness == null
            ? <span class='missing' {...hint(say(row.validityReason) || t('figure.unknown'), true)}>—</span>
            : [
              share(row.completeness),
              <span class='sub' {...hint(say(row.validityReason))}>{t('column.completeness')}</span>,
            ]
          : share(row.validity),
    },
    {
      key: 'standing',
      code: 'standing',
      title: t('column.evidence'),
      sort: (row) => word('standing', row.standing),
      cell: (row) => word('standing', row.standing),
    },
  ];
}

function validityText(row: Outlet): string {
  return row.validity == null
    ? row.completeness == null ? '' : t('figure.completeness', { share: share(row.completeness) })
    : share(row.validity);
}

/** A point without a limit is not judged, and says why. */
function stateText(point: PointState): string {
  return point.state === 'NOT_JUDGED' && point.limits.length === 0
    ? t('outlet.noLimit')
    : t(`pointState.${point.state}`);
}

function pointLine(point: PointState): VNodeChild {
  const bounds = point.limits
    .filter((limit) => limit.averaging === point.averaging && limit.unit === point.unit)
    .flatMap(({ lower, upper }) => [lower, upper])
    .filter((bound) => bound !== null && bound !== undefined);
  return (
    <span class='point-line' key={point.id}>
      {badge(TONES[point.state], stateText(point), say(point.reasonText) || undefined)}{' '}
      {link(pathOf('points', point.id), say(point.name), { class: 'soft' })} {objectionMark(point.objection)}{' '}
      {point.mean === null
        ? null
        : `${judgedText(point.mean, bounds)}${
          bounds.length ? ` / ${bounds.map((bound) => plain(bound!)).join('–')}` : ''
        } ${unitText(point.unit)}`}{' '}
      {point.from === null ? null : <span class='sub'>{slotText(slotOf(point.from, stepOf(point.averaging)))}</span>}
    </span>
  );
}
