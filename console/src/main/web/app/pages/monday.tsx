// Monday's page: how a week went, as leaders are mailed it; any week can be looked at.
import { computed, defineComponent } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { MondayPage as Monday } from '#api';
import { live, query } from '../api.ts';
import { addDays } from '../format.ts';
import { dated } from '../health.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, figure, link, panel, stale, time, waiting, withUnit } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { mayOpen } from '../rights.ts';
import { address, param, pathOf } from '../route.ts';
import { say, t, word } from '../text.ts';

type Row = Monday['rows'][number];
type Week = Monday['cases'];

const REFRESH_SECONDS = 300;
const DAYS = 7;
const COUNTS = ['opened', 'closed', 'overdue', 'open'] as const;
const TONES: Record<string, Tone> = { ON_PATH: 'good', BEHIND: 'warn', NOT_FALLING: 'bad' };

export const MondayPage = dated(defineComponent({
  setup() {
    const week = param('week');
    const path = computed(() => query('/monday', { week: week.value || null }));
    const found = live<'/monday'>(() => path.value, REFRESH_SECONDS);

    const weeks = (it: Monday): VNode => {
      const before = addDays(it.week, -DAYS);
      const after = addDays(it.week, DAYS);
      return (
        <nav class='monday-weeks' aria-label={t('monday.weeks')}>
          {link(address('/monday', { week: before }), `‹ ${before}`)}
          <strong>{it.week}</strong>
          {after <= it.newest ? link(address('/monday', { week: after }), `${after} ›`) : <span></span>}
        </nav>
      );
    };

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('monday.title')}>
          {{
            default: () => it ? t('monday.of', { from: addDays(it.week, -DAYS), to: addDays(it.week, -1) }) : null,
          }}
        </PageHead>,
        stale(found),
        !it ? waiting(found) : [
          weeks(it),
          <p class='hint'>{it.told ? [t('monday.told'), ' ', time(it.told)] : t('monday.made')}</p>,
          panel(t('monday.energy'), it.rows.length ? it.rows.map(energy) : nothing(), {
            note: t('monday.upTo', { month: it.month }),
          }),
          panel(t('monday.drivers'), drivers(it)),
          panel(t('monday.cases'), [tiles(it.cases), it.rows.length > 1 ? byArea(it.rows) : null]),
          it.objections ? panel(t('monday.objections'), objections(it.objections)) : null,
          panel(t('monday.clean'), clean(it.rows)),
        ],
      ];
    };
  },
}));

function nothing(): VNode {
  return empty(t('monday.nothing'), t('monday.nothingAdvice'));
}

function named(it: Row): VNodeChild {
  const path = it.scope === 'district' ? '/district' : pathOf(it.scope === 'park' ? 'parks' : 'enterprises', it.id);
  return mayOpen(path) ? link(path, say(it.name)) : say(it.name);
}

/** A line for each: what it came to, what it was to be, and how far that is apart. */
function energy(it: Row): VNode {
  const i = it.intensity;
  return (
    <div class='monday-line' key={it.scope + it.id}>
      <span class='monday-name'>{named(it)}</span>
      {i === null ? <span class='soft'>{t('monday.noTarget')}</span> : [
        <span class='monday-figure'>{withUnit(figure(i.changePercent, { digits: 2, sign: true }), '%')}</span>,
        <span class='soft'>
          {[t('monday.target'), ' ', withUnit(figure(i.targetChangePercent, { digits: 2, sign: true }), '%')]}
        </span>,
        i.level ? badge(TONES[i.level] ?? 'info', word('level', i.level)) : null,
      ]}
    </div>
  );
}

function drivers(it: Monday): VNode {
  return it.drivers.length
    ? (
      <ol class='monday-drivers'>
        {it.drivers.map((each) => (
          <li key={each.id}>
            <span class='monday-name'>{link(pathOf('enterprises', each.id), say(each.name))}</span>{' '}
            {withUnit(figure(each.excessTce, { digits: 1, sign: true }), 'tce')}
          </li>
        ))}
      </ol>
    )
    : <p>{t('monday.noDrivers')}</p>;
}

function tiles(it: Week): VNode {
  return (
    <dl class='monday-tiles'>
      {COUNTS.map((each) => (
        <div key={each}>
          <dt>{t(`monday.${each}`)}</dt>
          <dd>{it[each]}</dd>
        </div>
      ))}
    </dl>
  );
}

function objections(it: NonNullable<Monday['objections']>): VNode {
  const list = address('/objections', {});
  return (
    <dl class='monday-tiles'>
      {(['open', 'overdue', 'decided'] as const).map((each) => (
        <div key={each}>
          <dt>{t(`monday.objections.${each}`)}</dt>
          <dd>{mayOpen('/objections') ? link(list, String(it[each])) : it[each]}</dd>
        </div>
      ))}
    </dl>
  );
}

function byArea(rows: Row[]): VNode {
  return (
    <table class='plain-table monday-table'>
      <thead>
        <tr>
          <th scope='col'>{t('monday.area')}</th>
          {COUNTS.map((each) => <th scope='col' class='number' key={each}>{t(`monday.${each}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.scope + row.id}>
            <th scope='row'>{named(row)}</th>
            {COUNTS.map((each) => <td class='number' key={each}>{row.cases[each]}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function clean(rows: Row[]): VNode {
  const listed = rows.filter((row) => row.cleanProduction.listed > 0);
  return listed.length
    ? (
      <div>
        {listed.map((row) => (
          <div class='monday-line' key={row.scope + row.id}>
            <span class='monday-name'>{named(row)}</span>
            <span class='monday-figure'>{row.cleanProduction.percent} %</span>
            <span class='soft'>
              {t('monday.covered', { n: row.cleanProduction.covered, of: row.cleanProduction.listed })}
            </span>
          </div>
        ))}
      </div>
    )
    : <p>{t('monday.noList')}</p>;
}
