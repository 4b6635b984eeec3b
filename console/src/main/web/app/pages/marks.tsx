// Marks of own data: enterprises make them, the authority decides; the list of all, and one of them with its files.
import { defineComponent, ref } from 'vue';
import type { PropType, VNode, VNodeChild } from 'vue';
import type { DataMark, DataMarkRow } from '#api';
import { live, post, query } from '../api.ts';
import { file } from '../handling/timeline.tsx';
import { dateTime } from '../format.ts';
import { valueOf } from '../form.ts';
import { dated } from '../health.ts';
import { MarkForm } from '../marks/form.tsx';
import { effectText, markState, markTimes, targetPath } from '../marks/words.tsx';
import { announce, PageHead, toHead } from '../page.tsx';
import { empty, link, listed, panel, stale, time, waiting } from '../parts.ts';
import { isAny, mayOpen } from '../rights.ts';
import { go, param, pathOf, route, setQuery } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { askWaiting } from '../waiting.ts';

const STATES = ['submitted', 'accepted', 'rejected', 'withdrawn', 'late', 'revoked'] as const;
const NARROWED = ['enterprise', 'outlet', 'device', 'point', 'case'] as const;
const LONGEST_WORD = 2_000;

export const MarksPage = dated(defineComponent({
  setup() {
    const state = param('state');
    const found = live<'/marks'>(() => {
      const by = NARROWED.find((each) => route.value.query[each] && route.value.query.make !== 'yes');
      return query('/marks', { state: state.value || null, ...(by ? { [by]: route.value.query[by] } : {}) });
    }, 30);
    const contact = isAny(['enterprise-contact']);
    const open = () => contact && route.value.query.make === 'yes';

    function close(): void {
      setQuery({
        make: null,
        scope: null,
        target: null,
        from: null,
        to: null,
        kind: null,
        enterprise: null,
        case: null,
      });
      toHead();
    }

    const tabs = () => (
      <div class='chips' role='group' aria-label={t('column.state')}>
        {(['', ...STATES] as const).map((each) => (
          <button type='button' key={each} aria-pressed={state.value === each} onClick={() => (state.value = each)}>
            {each ? t(`mark.state.${each}`) : t('mark.everyState')}
          </button>
        ))}
      </div>
    );

    return () => [
      <PageHead title={t('mark.title')} crumbs={[['/cases', t('nav.cases')]]}>
        {{
          default: () => [t('mark.about'), ' ', <strong>{t('mark.notOfficial')}</strong>],
          actions: () => [
            contact && !open()
              ? (
                <button type='button' class='primary' onClick={() => setQuery({ make: 'yes' })}>
                  {t('mark.make')}
                </button>
              )
              : null,
            link('/marking-rules', t('marking.title'), { class: 'button' }),
          ],
        }}
      </PageHead>,
      open()
        ? panel(
          t('mark.make'),
          <MarkForm
            onDone={(id: string) => {
              announce(t('mark.done'));
              go(pathOf('marks', id));
            }}
            onCancelled={close}
          />,
        )
        : null,
      panel(t('mark.list'), [
        tabs(),
        listed(
          found,
          (rows) => (
            <DataTable
              name='marks'
              label={t('mark.list')}
              columns={columns()}
              rows={rows}
              rowKey={(each: DataMarkRow) => each.id}
            />
          ),
          [t('mark.none'), t('mark.noneAdvice')],
        ),
        found.data.value?.more ? <p class='hint'>{t('mark.more')}</p> : null,
      ]),
    ];
  },
}));

function columns(): Column<DataMarkRow>[] {
  return [
    {
      key: 'target',
      title: t('mark.target'),
      sort: (row) => say(row.targetName),
      text: (row) => `${say(row.enterpriseName)} ${say(row.targetName)}`,
      cell: (row) => [
        link(pathOf('marks', row.id), say(row.targetName)),
        <span class='sub'>{say(row.enterpriseName)}</span>,
      ],
    },
    {
      key: 'kind',
      title: t('mark.kind'),
      sort: (row) => say(row.kindName),
      text: (row) => say(row.kindName),
      cell: (row) => say(row.kindName),
      class: 'mute-text',
    },
    {
      key: 'from',
      title: t('mark.times'),
      sort: (row) => row.from,
      text: (row) => `${dateTime(row.from)} – ${dateTime(row.to)}`,
      cell: markTimes,
      class: 'mute-text',
    },
    {
      key: 'state',
      title: t('column.state'),
      sort: (row) => STATES.indexOf(row.state),
      text: (row) => say(row.stateName),
      cell: markState,
    },
    { key: 'effect', title: t('mark.effect'), text: effectText, cell: effectText, class: 'mute-text' },
    { key: 'madeAt', title: t('mark.madeAt'), sort: (row) => row.madeAt, cell: (row) => time(row.madeAt) },
  ];
}

export const MarkPage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/marks/{id}'>(() => pathOf('marks', props.id) as `/marks/${string}`, 30);
    return () => {
      const it = found.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(found)];
      }
      return [
        <PageHead title={`${say(it.targetName)} ${say(it.kindName)}`} crumbs={[['/marks', t('mark.title')]]}>
          {{ marks: () => markState(it), default: () => <code>{it.id}</code> }}
        </PageHead>,
        stale(found),
        <p class='mark-note'>{t('mark.notOfficial')}</p>,
        <div class='case acting'>
          <div>
            {panel(t('mark.what'), facts(it))}
            {panel(
              t('mark.files'),
              it.attachments.length
                ? <ul class='step-files'>{it.attachments.map(file)}</ul>
                : empty(t('mark.noFiles'), t('mark.noFilesAdvice')),
            )}
          </div>
          <div class='case-acts'>
            <Decide it={it} onDone={found.refresh} />
          </div>
        </div>,
      ];
    };
  },
}));

function facts(it: DataMark): VNode {
  const line = (name: string, value: VNodeChild) => (value ? [<dt>{name}</dt>, <dd>{value}</dd>] : []);
  const enterprise = pathOf('enterprises', it.enterprise);
  return (
    <dl class='facts'>
      {line(
        t('column.enterprise'),
        mayOpen(enterprise) ? link(enterprise, say(it.enterpriseName)) : say(it.enterpriseName),
      )}
      {line(t('mark.target'), link(targetPath(it), say(it.targetName)))}
      {line(
        t('column.point'),
        it.points.map((each, i) => [i ? t('procedure.between') : '', link(pathOf('points', each.id), say(each.name))]),
      )}
      {line(t('mark.kind'), say(it.kindName))}
      {line(t('mark.times'), markTimes(it))}
      {line(t('mark.reason'), <span class='said'>{it.reason}</span>)}
      {line(t('mark.effect'), effectText(it))}
      {line(t('mark.madeAt'), [time(it.madeAt), ` · ${it.madeBy}`])}
      {line(t('mark.term'), time(it.term))}
      {line(t('mark.decideBy'), it.decideBy ? time(it.decideBy) : null)}
      {line(
        t('mark.decision'),
        it.decision
          ? [
            time(it.decision.at),
            it.decision.by ? ` · ${it.decision.by}` : null,
            it.decision.word ? <span class='sub'>{it.decision.word}</span> : null,
          ]
          : null,
      )}
    </dl>
  );
}

/** What whoever looks can do about it now. */
const Decide = defineComponent({
  props: { it: { type: Object as PropType<DataMark>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const reason = ref('');
    const busy = ref(false);
    const problem = ref<string | null>(null);

    async function send(act: () => Promise<unknown>): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        await act();
        reason.value = '';
        announce(t('mark.decided'));
        void askWaiting();
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
      emit('done');
    }

    const path = () => pathOf('marks', props.it.id) as `/marks/${string}`;
    const word = () => (
      <label class='act-field'>
        <span>{t('mark.word')}</span>
        <textarea
          rows={3}
          maxlength={LONGEST_WORD}
          required
          placeholder={t('mark.wordHint')}
          value={reason.value}
          onInput={(event: Event) => (reason.value = valueOf(event))}
        >
        </textarea>
      </label>
    );
    const decide = (accept: boolean) =>
      send(() => post<'/marks/{id}/decision'>(`${path()}/decision`, { accept, reason: reason.value.trim() }));
    const missing = () => reason.value.trim() === '';
    const told = () => (problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null);

    const deciding = () =>
      panel(t('mark.decide'), [
        <p>{effectText(props.it)}</p>,
        word(),
        told(),
        <div class='buttons'>
          <button type='button' class='primary' disabled={busy.value || missing()} onClick={() => decide(true)}>
            {t('mark.accept')}
          </button>
          <button type='button' disabled={busy.value || missing()} onClick={() => decide(false)}>
            {t('mark.reject')}
          </button>
        </div>,
      ]);

    const revoking = () =>
      panel(
        t('mark.revoke'),
        <details class='more'>
          <summary>{t('mark.revokeWhy')}</summary>
          {word()}
          {told()}
          <button
            type='button'
            disabled={busy.value || missing()}
            onClick={() => send(() => post<'/marks/{id}/revoke'>(`${path()}/revoke`, { reason: reason.value.trim() }))}
          >
            {t('mark.revoke')}
          </button>
        </details>,
      );

    return () => {
      const { it } = props;
      if (it.state === 'submitted' && it.own) {
        return panel(t('mark.withdraw'), [
          <p class='hint'>{t('mark.withdrawWhy')}</p>,
          told(),
          <button
            type='button'
            disabled={busy.value}
            onClick={() => send(() => post<'/marks/{id}/withdraw'>(`${path()}/withdraw`, {}))}
          >
            {t('mark.withdraw')}
          </button>,
        ]);
      }
      const officer = isAny(['officer']) && !it.own;
      return officer && it.state === 'submitted' ? deciding() : officer && it.state === 'accepted' ? revoking() : null;
    };
  },
});
