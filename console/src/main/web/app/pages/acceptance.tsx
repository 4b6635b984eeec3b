// Acceptance of meters and sensors: which wait for it, and the sheet of one, to be filled in at the meter or to be signed second.
import { computed, defineComponent, ref, watch } from 'vue';
import type { VNode } from 'vue';
import type { AcceptanceLine, AcceptanceSheet } from '#api';
import { DecideSheet } from '../acceptance/decide.tsx';
import { SheetForm } from '../acceptance/form.tsx';
import { paperSheet } from '../acceptance/paper.tsx';
import { shownSheet, stateBadge } from '../acceptance/shown.tsx';
import { TakeBack } from '../acceptance/takeback.tsx';
import { get, live, query } from '../api.ts';
import { AttachmentPanel, hasAttachments } from '../attachment/panel.tsx';
import { valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { printPage } from '../print.ts';
import { param, pathOf, route } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { askWaiting } from '../waiting.ts';

/** A page of devices; further ones are asked for. */
const SHOWN = 200;
const STATES = ['NOT_BEGUN', 'DRAFT', 'SIGNED', 'RETURNED', 'ACCEPTED'] as const;
/** So often what was waited for is looked for: readings come by the minute. */
const LOOK_SECONDS = 15;

export const AcceptancesPage = defineComponent({
  setup() {
    const state = param('state');
    const words = param('q');
    const asked = computed(() => {
      const { enterprise, park } = route.value.query;
      return {
        enterprise,
        park,
        state: state.value ? state.value.toLowerCase().replace('_', '-') : null,
        q: words.value.trim() || null,
      };
    });
    const path = computed(() => query('/acceptance', { ...asked.value, limit: SHOWN }));
    const found = live<'/acceptance'>(() => path.value, 30);
    const further = ref<AcceptanceLine[]>([]);
    /** After which row it goes on; undefined as long as only the first page is shown. */
    const next = ref<string | null | undefined>(undefined);
    const problem = ref<string | null>(null);

    // Further ones are of the question they were asked by.
    watch(path, () => {
      further.value = [];
      next.value = undefined;
      problem.value = null;
    });

    async function more(after: string): Promise<void> {
      problem.value = null;
      const by = path.value;
      try {
        const page = await get<'/acceptance'>(query('/acceptance', { ...asked.value, limit: SHOWN, after }));
        if (by === path.value) {
          further.value = [...further.value, ...page.rows];
          next.value = page.next;
        }
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    function rows(first: AcceptanceLine[]): AcceptanceLine[] {
      const newer = new Set(first.map((row) => row.device.id));
      return [...first, ...further.value.filter((row) => !newer.has(row.device.id))];
    }

    return () => {
      const it = found.data.value;
      const after = next.value === undefined ? it?.next : next.value;
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
            <input
              type='search'
              aria-label={t('acceptance.find')}
              placeholder={t('acceptance.find')}
              value={words.value}
              onChange={(event: Event) => (words.value = valueOf(event))}
            />
          </div>,
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='acceptance'
                label={t('nav.acceptance')}
                columns={columns()}
                rows={rows(it.rows)}
                rowKey={(row: AcceptanceLine) => row.device.id}
                file={query('/acceptance', asked.value)}
              />
            )
            : empty(t('acceptance.none'), t('acceptance.noneAdvice')),
          problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
          after
            ? (
              <div class='more-rows'>
                <button type='button' onClick={() => more(after)}>{t('acceptance.more')}</button>
              </div>
            )
            : null,
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
      title: t('acceptance.words'),
      sort: (row) => row.words,
      cell: (row) => row.words ?? '—',
    },
  ];
}

export const AcceptancePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const address = pathOf('acceptance', props.id) as `/acceptance/${string}`;
    const from = ref<string | null>(null);
    const found = live<'/acceptance/{id}'>(
      () => query(address, { sheet: route.value.query.sheet, countsFrom: from.value }),
      LOOK_SECONDS,
    );
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
      void askWaiting();
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
        it.may.decide
          ? (
            <DecideSheet
              key={it.version}
              it={it}
              onDecided={decided}
              onFrom={(at: string | null) => (from.value = at)}
              onLook={found.refresh}
            />
          )
          : null,
        it.may.takeBack ? <TakeBack key={it.version} it={it} onTakenBack={decided} /> : null,
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
