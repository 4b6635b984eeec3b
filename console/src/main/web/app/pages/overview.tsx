// The first page: who is behind and by how many tonnes, what has to be done now, then the parks and all enterprises.
import { defineComponent, watch } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live } from '../api.ts';
import type { Live } from '../api.ts';
import { mayOwn } from '../caseowner.tsx';
import { aboutLink, caseBadge, figureAndLimit } from '../casewords.tsx';
import { deviceState } from '../devicewords.tsx';
import { duration, rounded, signed } from '../format.ts';
import { PageHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { address, pathOf, route } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { basisNotice, BasisPicker, MonthPicker, standingsPath } from '../pickers.tsx';
import { EnterpriseTable, parkColumns } from '../standingtable.tsx';
import { gapBar, levelBadge, pageOf, periodText } from '../standing.tsx';
import type { StandingRow } from '../standing.tsx';
import { countTile } from '../subject.tsx';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';
import { dated } from '../health.ts';
import { tellWaiting } from '../waiting.ts';
import { waitingList } from '../waitinglist.tsx';

const NAMED = 8;
/** Of so many subjects the first answer has all. */
const FEW = 120;

type Standings = Answers['/standings'];

export const Overview = dated(defineComponent({
  setup() {
    const standings = live<'/standings'>(
      () => standingsPath('district,park,enterprise', { limit: String(FEW) }),
      30,
    );
    const cases = live<'/alerts'>(() => `/alerts?state=open&limit=${NAMED}`);
    const of = (scope: StandingRow['scope']) => standings.data.value?.rows.filter((row) => row.scope === scope) ?? [];

    const late = live<'/devices'>(
      () => (of('DISTRICT')[0]?.lateDevices ? `/devices?late=true&limit=${NAMED}` : null),
      30,
    );

    // The marks in the menu are of the same answer: nothing else is asked for them here.
    watch(standings.data, (now) => now && tellWaiting(now.waiting));

    return () => {
      const it = standings.data.value;
      const district = of('DISTRICT')[0];
      return [
        <PageHead title={district ? t('overview.title', { name: say(district.name) }) : t('nav.overview')}>
          {{
            actions: () => [<MonthPicker month={it?.month ?? null} />, <BasisPicker />],
            default:
              () => (it ? `${periodText(it.month)} · ${t('figure.basis', { basis: word('basis', it.basis) })}` : null),
          }}
        </PageHead>,
        stale(standings),
        it ? basisNotice(it) : null,
        tiles(it, cases.data.value, district),
        <div class='two answers'>
          {panel(t('overview.behind'), it ? behindList(it.summary) : waiting(standings), {
            note: it?.summary.worst.length ? link(enterprisesOf('off-path'), t('overview.allBehind')) : null,
          })}
          {panel(t('overview.now'), [
            it ? waitingList(it.waiting) : null,
            caseList(cases),
            district?.lateDevices ? lateList(late) : null,
            it?.unknownDevices
              ? <h3>{link('/unknown-devices', t('overview.unknownDevices', { n: it.unknownDevices }))}</h3>
              : null,
          ])}
        </div>,
        it && !it.next && !of('ENTERPRISE').length && isAny(['officer', 'operator'])
          ? (
            <div class='state'>
              <strong>{t('overview.empty')}</strong>
              <p>{t('overview.emptyAdvice')}</p>
              {link('/setup', t('nav.setup'), { class: 'button primary' })}
            </div>
          )
          : null,
        panel(
          t('overview.parks'),
          it
            ? (
              <DataTable
                name='parks'
                label={t('overview.parks')}
                columns={parkColumns(it.basis)}
                rows={[...of('DISTRICT'), ...of('PARK')]}
                rowKey={(row: StandingRow) => `${row.scope} ${row.id}`}
                file={standingsPath('district,park')}
              />
            )
            : waiting(standings),
          { note: it ? periodText(it.month) : null },
        ),
        <p class='hint'>{t('overview.wholeAndParts')}</p>,
        it && it.next ? <WhenSeen>{() => <AllEnterprises month={it.month} />}</WhenSeen> : panel(
          t('overview.enterprises'),
          it ? <EnterpriseTable standings={it} rows={of('ENTERPRISE')} /> : waiting(standings),
          { note: it ? periodText(it.month) : null },
        ),
      ];
    };
  },
}));

/** All of many enterprises, of the month that the rest of the page shows: they lie below what is looked at first. */
const AllEnterprises = defineComponent({
  props: { month: { type: String, required: true } },
  setup(props) {
    const standings = live<'/standings'>(() => standingsPath('enterprise', { month: props.month }), 60);
    return () => {
      const it = standings.data.value;
      return panel(
        t('overview.enterprises'),
        it ? [stale(standings), <EnterpriseTable standings={it} rows={it.rows} />] : waiting(standings),
        { note: periodText(props.month) },
      );
    };
  },
});

/** Tonnes to be saved by the end of the year; null where the rest of the year cannot be told. */
function tonnes(row: StandingRow): number | null {
  const end = row.progress?.yearEnd?.excessTce;
  return end === null || end === undefined ? null : Number(end);
}

/** The list of enterprises of a level, of the month and by the basis that are shown. */
function enterprisesOf(level: string): string {
  const { month, basis } = route.value.query;
  return address('/enterprises', { level, month, basis });
}

function tiles(
  standings: Standings | null,
  cases: Answers['/alerts'] | null,
  district: StandingRow | undefined,
): VNode {
  const all = standings?.summary ?? null;
  const levels = all?.levels;
  const judged = levels ? levels['not-falling'] + levels.behind + levels['on-path'] : 0;
  // Where nobody could be judged, nobody is known to be on track either.
  const behind = levels && judged ? levels['not-falling'] + levels.behind : null;
  const total = all && judged ? Number(all.yearEndExcessTce) : null;
  return (
    <div class='tiles'>
      {countTile(
        t('tile.behind'),
        behind,
        t('tile.levels', {
          red: levels?.['not-falling'] ?? '—',
          amber: levels?.behind ?? '—',
          green: levels?.['on-path'] ?? '—',
        }),
        levels?.['not-falling'] ? 'bad' : behind ? 'warn' : behind === 0 ? 'good' : 'plain',
        enterprisesOf('off-path'),
      )}
      {countTile(t('tile.tonnes'), total, t('tile.tonnesWhy'), total ? 'warn' : 'plain')}
      {countTile(
        t('tile.notJudged'),
        all?.notJudged ?? null,
        all?.otherTarget
          ? t('tile.otherTarget', { n: all.otherTarget })
          : t('tile.untargeted', { n: all?.withoutTarget ?? '—' }),
        'plain',
        enterprisesOf('no-level'),
      )}
      {countTile(
        t('tile.cases'),
        cases?.counts.open ?? null,
        t('tile.unacknowledged', { n: cases?.counts.unacknowledged ?? '—' }),
        cases?.counts.unacknowledged ? 'bad' : cases?.counts.open ? 'warn' : 'plain',
        '/cases',
      )}
      {mayOwn()
        ? countTile(
          t('tile.mine'),
          cases?.counts.mine ?? null,
          t('tile.unowned', { n: cases?.counts.unowned ?? '—' }),
          cases?.counts.mine || cases?.counts.unowned ? 'warn' : 'plain',
          cases?.counts.mine ? '/cases?owner=mine' : '/cases?owner=none',
        )
        : null}
      {countTile(
        t('tile.devices'),
        district ? district.silentDevices + district.lateDevices : null,
        t('tile.devicesWhy', { silent: district?.silentDevices ?? '—', late: district?.lateDevices ?? '—' }),
        district && district.silentDevices + district.lateDevices ? 'warn' : 'plain',
        '/devices?state=attention',
      )}
    </div>
  );
}

/** Who is behind, the largest first; the bar is the gap. */
function behindList({ worst: rows, levels }: Standings['summary']): VNodeChild {
  if (!rows.length) {
    return levels['on-path'] + levels.behind + levels['not-falling']
      ? empty(t('overview.noneBehind'), t('overview.noneBehindAdvice'))
      : empty(t('overview.noneJudged'), t('overview.noneJudgedAdvice'));
  }
  return (
    <ol class='named'>
      {rows.slice(0, NAMED).map((row) => (
        <li key={row.id}>
          <span class='named-what'>
            {link(pageOf(row), say(row.name))} <span class='sub'>{say(row.park?.name)}</span>
          </span>
          <span class='named-mark'>{levelBadge(row.standing, row.progress)}</span>
          <span class='named-figure'>
            {gapBar(row.standing)} <strong>{rounded(tonnes(row), 1) ?? '—'}</strong> {t('unit.tce')}
            <span class='sub'>{t('overview.gap', { gap: signed(row.standing?.gapPoints, 2) })}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function caseList(cases: Live<Answers['/alerts']>): VNodeChild {
  const it = cases.data.value;
  if (!it) {
    return waiting(cases);
  }
  return [
    <h3>{link('/cases', t('overview.openCases', { n: it.count }))}</h3>,
    it.alerts.length
      ? (
        <ol class='named'>
          {it.alerts.map((each) => (
            <li key={each.id}>
              <span class='named-what'>
                {link(pathOf('cases', each.id), say(each.title))}{' '}
                <span class='sub'>{aboutLink(each, { class: 'soft' })}</span>
              </span>
              <span class='named-mark'>{caseBadge(each)}</span>
              <span class='named-figure'>
                {figureAndLimit(each)}
                <span class='sub'>
                  {[t('column.since'), ' ', time(each.since), ' · ', t('column.raised'), ' ', time(each.raisedAt)]}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )
      : <p class='hint'>{t('cases.none')}</p>,
  ];
}

/** Devices that send, but whose data stand still or are old: no case tells of what stood still before anyone watched. */
function lateList(devices: Live<Answers['/devices']>): VNodeChild {
  const it = devices.data.value;
  return it?.count
    ? [
      <h3>{link('/devices?state=late', t('overview.lateDevices', { n: it.count }))}</h3>,
      <ol class='named'>
        {it.devices.map((each) => (
          <li key={each.id}>
            <span class='named-what'>
              {link(pathOf('devices', each.id), say(each.name))}{' '}
              <span class='sub'>
                {link(pathOf('enterprises', each.enterprise.id), say(each.enterprise.name), { class: 'soft' })}
              </span>
            </span>
            <span class='named-mark'>{deviceState(each)}</span>
            <span class='named-figure'>
              {t('device.dataAge', { time: duration(each.data?.ageSeconds) ?? '—' })}
              <span class='sub'>{[t('column.newestData'), ' ', time(each.data?.newest)]}</span>
            </span>
          </li>
        ))}
      </ol>,
    ]
    : null;
}
