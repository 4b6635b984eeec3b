// The first page: who is behind and by how many tonnes, what has to be done now, then the parks and all enterprises.
import { computed, defineComponent } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live } from '../api.ts';
import type { Live } from '../api.ts';
import { aboutLink, caseBadge } from '../casewords.tsx';
import { plain, rounded, signed } from '../format.ts';
import { PageHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { address, pathOf, route } from '../route.ts';
import { BasisPicker, EnterpriseTable, MonthPicker, parkColumns, standingsPath } from '../standingtable.tsx';
import { gapBar, levelBadge, pageOf, periodText } from '../standing.tsx';
import type { StandingRow } from '../standing.tsx';
import { countTile } from '../subject.tsx';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';
import { dated } from '../health.ts';

const NAMED = 8;

type Standings = Answers['/standings'];

export const Overview = dated(defineComponent({
  setup() {
    const standings = live<'/standings'>(() => standingsPath('district,park,enterprise'), 30);
    const cases = live<'/alerts'>(() => `/alerts?state=open&limit=${NAMED}`);
    const of = (scope: StandingRow['scope']) => standings.data.value?.rows.filter((row) => row.scope === scope) ?? [];
    const behind = computed(() =>
      of('ENTERPRISE')
        .filter((row) => row.progress?.level === 'NOT_FALLING' || row.progress?.level === 'BEHIND')
        .sort((a, b) => (tonnes(b) ?? 0) - (tonnes(a) ?? 0))
    );

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
        tiles(it, of('ENTERPRISE'), behind.value, cases.data.value, district),
        <div class='two answers'>
          {panel(t('overview.behind'), it ? behindList(behind.value) : waiting(standings), {
            note: it && behind.value.length ? link(enterprisesOf('off-path'), t('overview.allBehind')) : null,
          })}
          {panel(t('overview.now'), caseList(cases))}
        </div>,
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
        panel(
          t('overview.enterprises'),
          it ? <EnterpriseTable standings={it} rows={of('ENTERPRISE')} /> : waiting(standings),
          { note: it ? periodText(it.month) : null },
        ),
      ];
    };
  },
}));

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
  enterprises: StandingRow[],
  behind: StandingRow[],
  cases: Answers['/alerts'] | null,
  district: StandingRow | undefined,
): VNode {
  const known = standings !== null;
  const level = (name: string) => enterprises.filter((row) => row.progress?.level === name).length;
  const open = enterprises.filter((row) => row.standing && !row.progress?.level).length;
  const untargeted = enterprises.filter((row) => !row.standing).length;
  const total = behind.reduce((sum, row) => sum + Math.max(0, tonnes(row) ?? 0), 0);
  return (
    <div class='tiles'>
      {countTile(
        t('tile.behind'),
        known ? behind.length : null,
        t('tile.levels', { red: level('NOT_FALLING'), amber: level('BEHIND'), green: level('ON_PATH') }),
        level('NOT_FALLING') ? 'bad' : behind.length ? 'warn' : known ? 'good' : 'plain',
        enterprisesOf('off-path'),
      )}
      {countTile(t('tile.tonnes'), known ? total : null, t('tile.tonnesWhy'), total > 0 ? 'warn' : 'plain')}
      {countTile(
        t('tile.notJudged'),
        known ? open : null,
        t('tile.untargeted', { n: untargeted }),
        'plain',
        enterprisesOf('not-judged'),
      )}
      {countTile(
        t('tile.cases'),
        cases?.counts.open ?? null,
        t('tile.unacknowledged', { n: cases?.counts.unacknowledged ?? '—' }),
        cases?.counts.unacknowledged ? 'bad' : cases?.counts.open ? 'warn' : 'plain',
        '/cases',
      )}
      {countTile(
        t('tile.silent'),
        district?.silentDevices ?? null,
        t('tile.silentGo'),
        district?.silentDevices ? 'warn' : 'plain',
        '/devices?state=silent',
      )}
    </div>
  );
}

/** Who is behind, the largest first; the bar is the gap. */
function behindList(rows: StandingRow[]): VNodeChild {
  if (!rows.length) {
    return empty(t('overview.noneBehind'), t('overview.noneBehindAdvice'));
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
                {each.figure === null || each.limit === null
                  ? null
                  : `${rounded(each.figure!, 2)} / ${plain(each.limit!)}`}
                <span class='sub'>{time(each.raisedAt)}</span>
              </span>
            </li>
          ))}
        </ol>
      )
      : <p class='hint'>{t('cases.none')}</p>,
  ];
}
