// The page of a meter or a measuring point: what it says now, its figures and its readings over time, the facts it is read by, its
// replacements, what was refused of it and what was noticed about it.
import { defineComponent, watchEffect } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers, Device } from '#api';
import { live } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { RangePicker } from '../chart/rangepicker.tsx';
import { CorrectionTable } from '../corrections.tsx';
import { acceptedSince, deviceState, notAccepted } from '../devicewords.tsx';
import { addDays, dateTime, duration, grouped, plain, unitText } from '../format.ts';
import { FindingsPanel } from '../findings.ts';
import { dated, today } from '../health.ts';
import { MarkList } from '../marks/list.tsx';
import { openReview } from '../openreview.tsx';
import { PageHead } from '../page.tsx';
import { badge, empty, figure, link, panel, stale, time, waiting, way } from '../parts.ts';
import { concentrationText, sourceText } from '../outlet.tsx';
import { ratioNote, Readings } from '../readings.tsx';
import { address, pathOf } from '../route.ts';
import { lieUnder } from '../section.ts';
import { WhenSeen } from '../seen.tsx';
import { SeriesCharts } from '../series.tsx';
import { days, fineEnough, spanOf, useSpan } from '../span.ts';
import type { ChosenSpan } from '../span.ts';
import { tile } from '../subject.tsx';
import { openTab, Tabs } from '../tabs.tsx';
import type { Tab } from '../tabs.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { registryLink } from '../registrylink.tsx';
import { say, t, word } from '../text.ts';

type Point = Answers['/points/{id}'];

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
    watchEffect(() => point.data.value && lieUnder(point.data.value.outlet ? 'outlets' : 'energy'));
    const device = live<'/devices/{id}'>(
      () => point.data.value ? pathOf('devices', point.data.value.device) : null,
      20,
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
            actions: () => registryLink('point', it.id),
            marks: () => [
              badge('quiet', word('kind', it.kind)),
              it.ended ? badge('quiet', t('point.ended', { time: it.ended.slice(0, 10) })) : null,
              device.data.value && !it.ended ? deviceState(device.data.value) : null,
              notAccepted(!it.accepted),
              it.accepted && device.data.value ? acceptedSince(device.data.value.acceptance) : null,
            ],
            default: () => <code>{it.id}</code>,
          }}
        </PageHead>,
        stale(point),
        openReview(it.review),
        tiles(it, device.data.value),
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

function tiles(it: Point, device: Device | null): VNodeChild {
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
        it.gateway
          ? link(pathOf('gateways', it.gateway), say(device?.gatewayName) || it.gateway, { class: 'soft' })
          : t('point.direct'),
      )}
      {tile(
        t('point.noticed'),
        link(`${pathOf('points', it.id)}?tab=quality`, String(it.counts.findings)),
        '',
        it.counts.findings ? 'warn' : 'plain',
      )}
      {tile(
        t('nav.cases'),
        link(address('/cases', { point: it.id }), String(it.counts.openCases)),
        t('enterprise.openCases', { n: it.counts.openCases }),
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
          <SeriesCharts
            points={[it.id]}
            chosen={chosen}
            before={!it.outlet}
            linked={false}
            registers
            ofOutlet={Boolean(it.outlet)}
          />,
          {
            actions: [<RangePicker chosen={chosen} />],
          },
        ),
        <MarkList
          filter={{ point: it.id, from: chosen.span.value.from, to: addDays(chosen.span.value.to, 1) }}
          make={{
            enterprise: it.enterprise.id,
            ...(it.outlet ? { scope: 'outlet', target: it.outlet.id } : { scope: 'device', target: it.device }),
          }}
        />,
        it.outlet
          ? <WhenSeen height={120}>{panel(t('enterprise.cases'), <CaseList filter={{ point: it.id }} />)}</WhenSeen>
          : null,
      ];
  }
}

type Facts = Point['facts'][number];

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
            {limitText(each)} {each.confirmed
              ? badge('good', t('limit.confirmed'))
              : badge('warn', t('limit.unconfirmed'), t('outlet.suspectedWhy'))}
          </li>
        ))}
      </ul>,
    ),
  ];
}

/** A limit in a line: what is not stated of it is left out. */
function limitText(each: NonNullable<Point['limits']>[number]): string {
  const bound = (name: 'outlet.upper' | 'outlet.lower', value: string | null | undefined) =>
    value == null ? null : `${t(name)} ${plain(value)} ${unitText(each.unit)}`.trim();
  const concentration = concentrationText(each);
  return `${word('averaging', each.averaging)}${t('list.colon')}` + [
    bound('outlet.upper', each.upper),
    bound('outlet.lower', each.lower),
    concentration === '—' ? null : concentration,
    sourceText(each),
  ].filter(Boolean).join(' · ');
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
      way(`/dead-letters?device=${encodeURIComponent(it.device)}`, t('point.allRefused')),
    ]
    : empty(t('point.nothingRefused'), t('point.nothingRefusedAdvice'));
}
