// The page of a meter or a measuring point: what it says now, its figures and its readings over time, the facts it is read by, its
// replacements, what was refused of it and what was noticed about it.
import { computed, defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { RangePicker } from '../chart/rangepicker.tsx';
import { CorrectionTable } from '../corrections.tsx';
import { dateTime, duration, grouped, plain, unitText } from '../format.ts';
import { FindingsPanel } from '../findings.ts';
import { dated, today } from '../health.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, figure, link, panel, sortable, stale, time, waiting } from '../parts.ts';
import { concentrationText, sourceText } from '../outlet.tsx';
import { address, pathOf } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { SeriesCharts } from '../series.tsx';
import { days, fineEnough, spanOf, useSpan } from '../span.ts';
import type { ChosenSpan } from '../span.ts';
import { tile } from '../subject.tsx';
import { openTab, Tabs } from '../tabs.tsx';
import type { Tab } from '../tabs.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';

type Point = Answers['/points/{id}'];
type Reading = Answers['/points/{id}/series']['rows'][number];

/** Readings are listed for so many days at most. */
const READING_DAYS = 7;

export const PointPage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const point = live<'/points/{id}'>(() => pathOf('points', props.id), 20);
    // What is judged is shown first: by the hour or by the day, as the limits say.
    const judged = () => point.data.value?.limits?.[0]?.averaging;
    const chosen = useSpan(
      () => (judged() === 'HOUR' ? '7d' : '30d'),
      ['hour', 'day', 'month'],
      (span) => judged() === 'DAY' ? 'day' : judged() === 'HOUR' && days(span) <= 100 ? 'hour' : fineEnough(span),
    );
    return () => {
      const it = point.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(point)];
      }
      const tabs: Tab[] = [
        ['figures', t('tab.figures')],
        ['readings', t('tab.readings')],
        ['facts', t('tab.facts')],
        ['quality', t('tab.quality')],
      ];
      return [
        <PageHead title={say(it.name)} crumbs={crumbs(it)}>
          {{
            marks: () => [
              badge('quiet', word('kind', it.kind)),
              it.ended ? badge('quiet', t('point.ended', { time: it.ended.slice(0, 10) })) : null,
            ],
            default: () => <code>{it.id}</code>,
          }}
        </PageHead>,
        stale(point),
        tiles(it),
        <Tabs tabs={tabs} />,
        ...contents(openTab(tabs), it, chosen),
      ];
    };
  },
}));

function crumbs(it: Point): [string, string][] {
  return [
    [pathOf('enterprises', it.enterprise.id), say(it.enterprise.name)],
    it.outlet
      ? [pathOf('outlets', it.outlet.id), say(it.outlet.name)]
      : [`${pathOf('enterprises', it.enterprise.id)}?tab=meters`, t('enterprise.meters')],
  ];
}

function tiles(it: Point): VNodeChild {
  const { newest } = it;
  return (
    <div class='tiles'>
      {tile(
        t('point.newest'),
        newest
          ? [figure(newest.value, { unit: it.unit }), <small>{` ${unitText(it.unit)}`}</small>]
          : t('device.nothing'),
        newest
          ? [
            time(newest.time),
            newest.flag && newest.flag !== 'N' ? ` · ${word('flag', newest.flag)}` : null,
            ratioNote(it) ? <span class='sub'>{ratioNote(it)}</span> : null,
          ]
          : t('point.noReading'),
      )}
      {tile(
        t('point.age'),
        newest ? duration(newest.ageSeconds) : '—',
        it.expectedIntervalSeconds ? t('point.interval', { time: duration(it.expectedIntervalSeconds) }) : '',
      )}
      {tile(
        t('column.device'),
        link(pathOf('devices', it.device), it.deviceName ? say(it.deviceName) : it.device),
        it.gateway ? link(pathOf('gateways', it.gateway), it.gateway, { class: 'soft' }) : t('point.direct'),
      )}
      {tile(
        t('point.noticed'),
        link(`${pathOf('points', it.id)}?tab=quality`, String(it.counts.findings)),
        link(address('/cases', { point: it.id }), t('tile.caseCount', { n: it.counts.openCases }), { class: 'soft' }),
        it.counts.openCases ? 'bad' : 'plain',
      )}
    </div>
  );
}

function contents(tab: string, it: Point, chosen: ChosenSpan): VNodeChild[] {
  switch (tab) {
    case 'readings':
      return [<Readings point={it} chosen={chosen} />];
    case 'facts':
      return [
        panel(t('point.facts'), factTable(it)),
        panel(t('point.replacements'), replacementTable(it)),
        ...limits(it),
      ];
    case 'quality':
      return [
        panel(t('point.refused'), refusal(it)),
        <FindingsPanel filter={{ point: it.id }} title={t('nav.findings')} always />,
        panel(
          t('corrections.title'),
          <CorrectionTable filter={{ point: it.id }} span={spanOf('365d', today())!} about={false} />,
          { note: t('range.365d') },
        ),
        panel(t('enterprise.cases'), <CaseList filter={{ point: it.id }} />),
      ];
    default:
      return [
        panel(
          t('point.figures'),
          <SeriesCharts points={[it.id]} chosen={chosen} before={!it.outlet} linked={false} />,
          {
            actions: [<RangePicker chosen={chosen} />],
          },
        ),
        it.outlet
          ? <WhenSeen height={120}>{panel(t('enterprise.cases'), <CaseList filter={{ point: it.id }} />)}</WhenSeen>
          : null,
      ];
  }
}

const Readings = defineComponent({
  props: {
    point: { type: Object as () => Point, required: true },
    chosen: { type: Object as () => ChosenSpan, required: true },
  },
  setup(props) {
    const short = computed(() => days(props.chosen.span.value) <= READING_DAYS);
    const readings = live<'/points/{id}/series'>(
      () => (short.value ? query(`${pathOf('points', props.point.id)}/series`, { ...props.chosen.span.value }) : null),
      30,
    );
    const columns: Column<Reading>[] = [
      { key: 'time', title: t('column.time'), sort: (row) => row.time, cell: (row) => time(row.time) },
      {
        key: 'value',
        number: true,
        title: t('column.value'),
        unit: props.point.unit,
        sort: (row) => sortable(row.value),
        text: (row) => row.value ?? '',
        cell: (row) => (row.value == null ? '—' : grouped(row.value)),
      },
      {
        key: 'flag',
        title: t('column.flag'),
        sort: (row) => row.flag,
        group: (row) => word('flag', row.flag ?? ''),
        cell: (row) => word('flag', row.flag ?? ''),
      },
    ];
    return () =>
      panel(
        t('tab.readings'),
        !short.value
          ? empty(t('point.tooLong', { n: READING_DAYS }), t('point.tooLongAdvice'))
          : !readings.data.value
          ? waiting(readings)
          : readings.data.value.rows.length
          ? [
            stale(readings),
            ratioNote(props.point) ? <p class='hint'>{ratioNote(props.point)}</p> : null,
            <DataTable
              name='readings'
              label={t('tab.readings')}
              columns={columns}
              rows={readings.data.value.rows}
              rowKey={(row: Reading) => row.time ?? ''}
              initial={{ key: 'time', down: true }}
            />,
          ]
          : empty(t('point.noReadings'), t('point.noReadingsAdvice')),
        { actions: [<RangePicker chosen={props.chosen} />] },
      );
  },
});

type Facts = Point['facts'][number];

/** That what a register shows is to be multiplied; null where it is not, or where the device has done so. */
function ratioNote(it: Point): string | null {
  const now = it.facts.at(-1);
  return now?.ratio && !now.ratioApplied && Number(now.ratio) !== 1
    ? t('point.timesRatio', { ratio: grouped(now.ratio) })
    : null;
}

/** What each fact says, in words; null where nobody has stated it. */
const FACTS: Record<Exclude<keyof Facts, 'from'>, (facts: Facts) => string | null> = {
  unit: ({ unit }) => unitText(unit) || t('unit.none'),
  kind: ({ kind }) => word('kind', kind),
  carrier: ({ carrier }) => carrier && word('carrier', carrier),
  factor: ({ carrier, factor }) => (carrier ? word('factor', factor) : null),
  direction: ({ carrier, direction }) => (carrier ? word('direction', direction) : null),
  expectedIntervalSeconds: (it) => duration(it.expectedIntervalSeconds),
  periodSeconds: (it) => duration(it.periodSeconds),
  stamp: ({ periodSeconds, stamp }) => (periodSeconds === null ? null : word('stamp', stamp)),
  ratio: ({ ratio }) => ratio && grouped(ratio),
  ratioApplied: ({ ratio, ratioApplied }) => (ratio === null ? null : t(ratioApplied ? 'fact.yes' : 'fact.no')),
  registerRange: ({ registerRange }) => registerRange && grouped(registerRange),
  maxPerHour: ({ maxPerHour }) => maxPerHour && grouped(maxPerHour),
  min: ({ min }) => min && grouped(min),
  max: ({ max }) => max && grouped(max),
  stampToleranceSeconds: (it) => duration(it.stampToleranceSeconds),
};

/** The facts a point is read by, and from when on; what nobody has stated is left out. */
function factTable(it: Point): VNodeChild {
  const said = (row: Facts) =>
    Object.entries(FACTS).flatMap(([name, text]): VNodeChild[] => {
      const value = text(row);
      return value ? [<dt>{word('fact', name)}</dt>, <dd>{value}</dd>] : [];
    });
  return it.facts.map((row) => (
    <section key={row.from ?? 'always'}>
      <h3>{row.from ? t('point.since', { time: dateTime(row.from) }) : t('point.always')}</h3>
      <dl class='facts'>{said(row)}</dl>
    </section>
  ));
}

type Replacement = Point['replacements'][number];

function replacementTable(it: Point): VNodeChild {
  if (!it.replacements.length) {
    return empty(t('point.noReplacement'), t('point.noReplacementAdvice'));
  }
  const columns: Column<Replacement>[] = [
    { key: 'at', title: t('proposals.at'), cell: (row) => time(row.at) },
    { key: 'oldEnd', number: true, title: t('proposals.oldEnd'), cell: (row) => figure(row.oldEnd, { unit: it.unit }) },
    {
      key: 'newStart',
      number: true,
      title: t('proposals.newStart'),
      cell: (row) => figure(row.newStart, { unit: it.unit }),
    },
  ];
  return (
    <DataTable
      label={t('point.replacements')}
      columns={columns}
      rows={it.replacements}
      rowKey={(row: Replacement) => row.at ?? ''}
    />
  );
}

function limits(it: Point): VNodeChild[] {
  if (!it.limits?.length) {
    return [];
  }
  return [
    panel(
      t('outlet.limits'),
      <ul class='bare'>
        {it.limits.map((each) => (
          <li key={each.id}>
            {word('averaging', each.averaging)}:{' '}
            {each.upper == null ? null : `${t('outlet.upper')} ${plain(each.upper)} `}
            {each.lower == null ? null : `${t('outlet.lower')} ${plain(each.lower)} `}
            {unitText(each.unit)} · {concentrationText(each)} · {sourceText(each)} {each.confirmed
              ? badge('good', t('limit.confirmed'))
              : badge('warn', t('limit.unconfirmed'), t('outlet.suspectedWhy'))}
          </li>
        ))}
      </ul>,
    ),
  ];
}

function refusal(it: Point): VNodeChild {
  const last = it.lastRefusal;
  return last
    ? [
      badge('warn', say(last.reasonText)),
      ' ',
      time(last.at),
      (last.count ?? 1) > 1 ? ` ×${last.count}` : null,
      <p>{say(last.detailText)}</p>,
      link(`/dead-letters?device=${encodeURIComponent(it.device)}`, t('point.allRefused')),
    ]
    : empty(t('point.nothingRefused'), t('point.nothingRefusedAdvice'));
}
