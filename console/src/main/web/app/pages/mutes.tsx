// Maintenance windows and mutes: of what nobody is told for a while, whose they are and why; officers enter and end them.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Mute } from '#api';
import { live, post } from '../api.ts';
import { dateTime } from '../format.ts';
import { dated } from '../health.ts';
import { MuteForm } from '../mutes/form.tsx';
import { aboutPath, muteState, rulesText, SCOPES, untilOf } from '../mutes/words.ts';
import { announce, PageHead, toHead } from '../page.tsx';
import { link, listed, panel } from '../parts.ts';
import { isAny, isAnyOfWhole } from '../rights.ts';
import { route, setQuery } from '../route.ts';
import { DataTable } from '../table/table.tsx';
import type { Column } from '../table/column.ts';
import { say, t } from '../text.ts';

export const MutesPage = dated(defineComponent({
  setup() {
    const found = live<'/mutes'>(() => '/mutes', 30);
    const official = isAny(['officer']);
    const asked = computed(() => SCOPES.some((each) => each === route.value.query.scope));
    const opened = ref(false);
    const open = computed(() => official && (opened.value || asked.value));
    /** The one that is asked about whether it shall end. */
    const ending = ref<number | null>(null);
    const busy = ref(false);
    const problem = ref<string | null>(null);

    function close(): void {
      opened.value = false;
      setQuery({ scope: null, target: null });
      toHead();
    }

    async function end(it: Mute): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        await post<'/mutes/{id}/end'>(`/mutes/${it.id}/end`, {});
        ending.value = null;
        announce(t('mute.endDone'));
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
      await found.refresh();
    }

    const act = (it: Mute): VNode | null => {
      if (!official || it.over || it.scope === 'district' && !isAnyOfWhole(['officer'])) {
        return null;
      }
      return ending.value === it.id
        ? (
          <div class='mute-end' role='group' aria-label={t('mute.end')}>
            <p>{t('mute.endQuestion')}</p>
            {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
            <div class='buttons'>
              <button type='button' class='primary' disabled={busy.value} onClick={() => end(it)}>
                {t('mute.endNow')}
              </button>
              <button type='button' onClick={() => (ending.value = null)}>{t('handling.cancel')}</button>
            </div>
          </div>
        )
        : (
          <button
            type='button'
            onClick={() => {
              problem.value = null;
              ending.value = it.id;
            }}
          >
            {t('mute.end')}
          </button>
        );
    };

    return () => [
      <PageHead title={t('mute.title')} crumbs={[['/cases', t('nav.cases')]]}>
        {{
          default: () => t('mute.about'),
          actions: () =>
            official && !open.value
              ? <button type='button' class='primary' onClick={() => (opened.value = true)}>{t('mute.enter')}</button>
              : null,
        }}
      </PageHead>,
      open.value
        ? panel(
          t('mute.enter'),
          <MuteForm
            key={`${route.value.query.scope} ${route.value.query.target}`}
            scope={route.value.query.scope}
            target={route.value.query.target}
            onDone={() => {
              announce(t('mute.done'));
              close();
              void found.refresh();
            }}
            onCancelled={close}
          />,
        )
        : null,
      panel(
        t('mute.list'),
        listed(
          found,
          (rows) => (
            <DataTable
              name='mutes'
              label={t('mute.list')}
              columns={columns(official ? act : null)}
              rows={rows}
              rowKey={(each: Mute) => each.id}
            />
          ),
          [t('mute.none'), t('mute.noneAdvice')],
        ),
        { note: t('mute.listNote') },
      ),
    ];
  },
}));

function columns(act: ((it: Mute) => VNode | null) | null): Column<Mute>[] {
  const all: (Column<Mute> | null)[] = [
    {
      key: 'about',
      title: t('column.about'),
      sort: (row) => say(row.name),
      text: (row) => say(row.name),
      cell: (row) => [
        link(aboutPath(row), say(row.name)),
        <span class='sub'>{`${t(`mute.scope.${row.scope}`)} · ${t(`mute.kind.${row.kind}`)}`}</span>,
      ],
    },
    {
      key: 'state',
      title: t('column.state'),
      sort: (row) => (row.holds ? 0 : row.over ? 2 : 1),
      group: (row) => t(row.holds ? 'mute.holds' : row.over ? 'mute.over' : 'mute.toCome'),
      text: (row) => t(row.holds ? 'mute.holds' : row.over ? 'mute.over' : 'mute.toCome'),
      cell: (row) => muteState(row),
    },
    {
      key: 'rules',
      title: t('mute.rules'),
      class: 'mute-text',
      cell: (row) => rulesText(row.rules),
    },
    {
      key: 'to',
      title: t('mute.period'),
      sort: (row) => untilOf(row),
      text: (row) => `${dateTime(row.from)} – ${dateTime(untilOf(row))}`,
      cell: (row) => [dateTime(row.from), ' – ', <span class='unbroken'>{dateTime(untilOf(row))}</span>],
      class: 'mute-text',
    },
    {
      key: 'owner',
      title: t('mute.owner'),
      sort: (row) => row.owner,
      cell: (row) =>
        row.endedBy ? [row.owner, <span class='sub'>{t('mute.endedBy', { name: row.endedBy })}</span>] : row.owner,
    },
    { key: 'reason', title: t('mute.reason'), class: 'mute-text', cell: (row) => row.reason },
    act ? { key: 'act', title: '', text: () => '', cell: act } : null,
  ];
  return all.filter((each) => each !== null);
}
