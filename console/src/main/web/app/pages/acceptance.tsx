// Acceptance of meters and sensors: which wait for it, and the sheet of one, to be filled in at the meter or to be signed second.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { AcceptanceLine, AcceptanceSheet } from '#api';
import { DecideSheet } from '../acceptance/decide.tsx';
import { SheetForm } from '../acceptance/form.tsx';
import { paperSheet } from '../acceptance/paper.tsx';
import { shownSheet, stateBadge } from '../acceptance/shown.tsx';
import { live, query } from '../api.ts';
import { AttachmentPanel, hasAttachments } from '../attachment/panel.tsx';
import { valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { printPage } from '../print.ts';
import { param, pathOf, route } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const MOST = 10_000;
const STATES = ['NOT_BEGUN', 'DRAFT', 'SIGNED', 'RETURNED', 'ACCEPTED'] as const;
/** So often what was waited for is looked for: readings come by the minute. */
const LOOK_SECONDS = 15;

export const AcceptancesPage = defineComponent({
  setup() {
    const state = param('state');
    const path = computed(() => {
      const { enterprise, park } = route.value.query;
      return query('/acceptance', {
        enterprise,
        park,
        state: state.value ? state.value.toLowerCase().replace('_', '-') : null,
        limit: MOST,
      });
    });
    const found = live<'/acceptance'>(() => path.value, 30);

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.acceptance')}>{{ default: () => t('acceptance.note') }}</PageHead>,
        stale(found),
        panel(t('nav.acceptance'), [
          <div class='filters'>
            <select
              aria-label={t('column.state')}
              value={state.value}
              onChange={(event: Event) => (state.value = valueOf(event))}
            >
              <option value=''>{t('acceptance.allWaiting')}</option>
              {STATES.map((each) => (
                <option value={each} key={each}>{t(`acceptance.state.${each}`)} {it ? it.states[each] : ''}</option>
              ))}
            </select>
          </div>,
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='acceptance'
                label={t('nav.acceptance')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: AcceptanceLine) => row.device.id}
                file={path.value}
              />
            )
            : empty(t('acceptance.none'), t('acceptance.noneAdvice')),
        ], { note: it ? t('acceptance.count', { n: it.count }) : null }),
      ];
    };
  },
});

function columns(): Column<AcceptanceLine>[] {
  return [
    {
      key: 'device',
      code: 'name',
      title: t('column.device'),
      class: 'name',
      sort: (row) => say(row.device.name),
      cell: (row) => [
        link(pathOf('acceptance', row.device.id), say(row.device.name)),
        <code class='sub'>{row.device.id}</code>,
      ],
    },
    {
      key: 'enterprise',
      code: 'enterprise',
      title: t('column.enterprise'),
      class: 'fold',
      sort: (row) => say(row.enterprise.name),
      group: (row) => say(row.enterprise.name),
      cell: (row) => link(pathOf('enterprises', row.enterprise.id), say(row.enterprise.name), { class: 'soft' }),
    },
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => STATES.indexOf(row.state),
      group: (row) => t(`acceptance.state.${row.state}`),
      cell: (row) => stateBadge(row.state),
    },
    {
      key: 'waitingSince',
      code: 'waitingSince',
      title: t('acceptance.since'),
      sort: (row) => row.waitingSince,
      cell: (row) => (row.waitingSince ? time(row.waitingSince) : '—'),
    },
    {
      key: 'installer',
      code: 'installer',
      title: t('acceptance.installer'),
      sort: (row) => row.installer,
      cell: (row) => (row.installer ? [row.installer, <span class='sub'>{time(row.signedAt)}</span>] : '—'),
    },
    {
      key: 'second',
      code: 'second',
      title: t('acceptance.accepter'),
      sort: (row) => row.second,
      cell: (row) => (row.second ? [row.second, <span class='sub'>{time(row.acceptedAt)}</span>] : '—'),
    },
    {
      key: 'words',
      code: 'words',
      title: t('return.words'),
      sort: (row) => row.words,
      cell: (row) => row.words ?? '—',
    },
  ];
}

export const AcceptancePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const address = pathOf('acceptance', props.id) as `/acceptance/${string}`;
    const found = live<'/acceptance/{id}'>(() => query(address, { sheet: route.value.query.sheet }), LOOK_SECONDS);
    const told = ref<AcceptanceSheet | null>(null);
    const shown = computed(() => {
      const asked = found.data.value;
      const newer = told.value && asked && asked.version < told.value.version &&
        (asked.sheet === null || asked.sheet === told.value.sheet);
      return newer ? told.value : asked;
    });

    function decided(now: AcceptanceSheet): void {
      told.value = now;
      void found.refresh();
    }

    function content(it: AcceptanceSheet): (VNode | null)[] {
      if (it.may.fill) {
        return [
          <SheetForm
            it={it}
            onKept={(now: AcceptanceSheet) => (told.value = now)}
            onSigned={decided}
            onLook={found.refresh}
          />,
        ];
      }
      return [
        it.sheetState === 'ACCEPTED' && it.words
          ? <p class='stale' role='status'>{t('acceptance.acceptedAllTheSame', { words: it.words })}</p>
          : null,
        ...(it.version ? shownSheet(it) : [empty(t('acceptance.notBegun'), t('acceptance.notBegunAdvice'))]),
        hasAttachments('device') ? <AttachmentPanel kind='device' id={it.device.id} /> : null,
        it.may.decide ? <DecideSheet key={it.version} it={it} onDecided={decided} /> : null,
      ];
    }

    return () => {
      const it = shown.value;
      const crumbs: [string, string][] = [['/acceptance', t('nav.acceptance')]];
      return it
        ? [
          <PageHead
            title={t('acceptance.title', { device: say(it.device.name) })}
            crumbs={[...crumbs, [pathOf('devices', it.device.id), say(it.device.name)]]}
          >
            {{
              marks: () => stateBadge(it.waits ? it.state : 'ACCEPTED'),
              default: () => [
                <code>{it.device.id}</code>,
                it.sheet ? ` · ${t('acceptance.number', { n: it.sheet })}` : null,
              ],
              actions: () => <button type='button' onClick={() => printPage()}>{t('acceptance.print')}</button>,
            }}
          </PageHead>,
          stale(found),
          <div class='on-screen'>{content(it)}</div>,
          paperSheet(it),
        ]
        : [<PageHead title={t('nav.acceptance')} crumbs={crumbs} />, waiting(found)];
    };
  },
});
