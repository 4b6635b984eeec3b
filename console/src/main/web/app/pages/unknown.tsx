// Devices that nobody has registered and that gateways, brokers or devices with credentials send: what waits, claiming it, and what is not ours.
import { computed, defineComponent, reactive, ref } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Answers, ClaimResult } from '#api';
import { live, post, query } from '../api.ts';
import { sentNotice } from '../document/form.tsx';
import { useForm } from '../form.ts';
import { claimMark, claimNotice, claimRequest } from '../openreview.tsx';
import { dateTime, grouped } from '../format.ts';
import { PageHead } from '../page.tsx';
import { badge, choice, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { go, param, pathOf, route } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { ClaimForm } from '../unknown/claimform.tsx';
import { keySummary, shapeBadge } from '../unknown/keys.tsx';
import { ClaimSeveralForm } from '../unknown/severalform.tsx';

type Unknown = Answers['/quarantine']['rows'][number];
type Refused = Answers['/quarantine/{id}']['refusals'][number];

const MOST = 10_000;
const KEYS_SHOWN = 4;
const REFRESH_SECONDS = 20;

/** What is listed: devices that are not registered, unknown keys of those that are, and what is not ours. */
const WHICH: Record<string, Record<string, string>> = {
  '': { registered: 'false' },
  keys: { registered: 'true' },
  discarded: { discarded: 'true' },
};

/** Who sent it: a gateway leads to its page. */
function sender(row: Unknown): VNodeChild {
  const { kind, id, name, kindText } = row.sender;
  const shown = kind === 'gateway' ? link(pathOf('gateways', id), say(name)) : <code>{id}</code>;
  return [shown, <span class='sub'>{say(kindText)}</span>];
}

export const UnknownDevicesPage = defineComponent({
  setup() {
    const which = param('which');
    const filters = () => ({ sender: route.value.query.sender ?? '', device: route.value.query.device ?? '' });
    // One device is shown whether it is registered or not.
    const shown = () => (which.value === '' && filters().device ? {} : WHICH[which.value] ?? WHICH['']);
    const path = () => query('/quarantine', { ...filters(), ...shown(), limit: MOST });
    const found = live<'/quarantine'>(path, REFRESH_SECONDS);
    // Several of one sender are claimed at once.
    const chosen = reactive(new Set<string>());
    const claiming = ref<string[] | null>(null);
    const result = ref<ClaimResult | null>(null);
    const mayChange = isAny(['officer', 'operator']);
    // What somebody else has claimed or discarded meanwhile is chosen no longer.
    const chosenRows = computed(() =>
      (found.data.value?.rows ?? []).filter((row) => chosen.has(row.id) && isOpen(row))
    );
    const together = (row: Unknown) =>
      chosenRows.value.length === 0 ||
      (row.sender.id === chosenRows.value[0].sender.id && row.sender.kind === chosenRows.value[0].sender.kind);
    const ofSender = () => (found.data.value?.rows ?? []).filter((row) => isOpen(row) && together(row));

    function sent(told: ClaimResult): void {
      result.value = told;
      claiming.value = null;
      chosen.clear();
      void found.refresh();
    }

    const several = (): VNodeChild =>
      claiming.value
        ? panel(
          t('unknown.claimSeveral', { n: claiming.value.length }),
          (
            <ClaimSeveralForm unknown={claiming.value} onSent={sent} onClosed={() => (claiming.value = null)} />
          ),
        )
        : chosenRows.value.length
        ? (
          <p class='buttons chosen-bar'>
            <button
              type='button'
              class='primary'
              onClick={() => (claiming.value = chosenRows.value.map((row) => row.id))}
            >
              {t('unknown.claimSeveral', { n: chosenRows.value.length })}
            </button>
            {ofSender().length > chosenRows.value.length
              ? (
                <button
                  type='button'
                  onClick={() => ofSender().forEach((row) => chosen.add(row.id))}
                >
                  {t('unknown.chooseAll', { n: ofSender().length })}
                </button>
              )
              : null}
            <button type='button' onClick={() => chosen.clear()}>{t('unknown.chooseNone')}</button>
          </p>
        )
        : null;

    return () => {
      const it = found.data.value;
      const { sender: of, device } = filters();
      return [
        <PageHead title={t('nav.unknown')} />,
        stale(found),
        result.value
          ? [sentNotice(result.value), result.value.applied ? <p class='hint'>{t('unknown.counts')}</p> : null]
          : null,
        claiming.value ? several() : null,
        panel(t('nav.unknown'), [
          choice<string>(
            t('unknown.which'),
            [['', t('unknown.waiting')], ['keys', t('unknown.ofRegistered')], [
              'discarded',
              t('unknown.discardedOnes'),
            ]],
            which.value in WHICH ? which.value : '',
            (value) => (which.value = value),
          ),
          claiming.value ? null : several(),
          !it ? waiting(found) : it.rows.length
            ? (
              <DataTable
                name='unknown-devices'
                label={t('nav.unknown')}
                columns={[
                  ...(mayChange && !claiming.value && it.rows.some(isOpen) ? [chooser(chosen, together)] : []),
                  ...columns(),
                ]}
                rows={it.rows}
                rowKey={(row: Unknown) => row.id}
                file={path()}
              />
            )
            : empty(t('unknown.none'), t('unknown.noneAdvice')),
          it?.overflows.map((each) => (
            <p class='hint' key={each.sender.id}>
              {t('unknown.overflow', { sender: say(each.sender.name), n: each.dropped, time: dateTime(each.last) })}
            </p>
          )),
        ], {
          note: t('unknown.note'),
          actions: of || device
            ? [link('/unknown-devices', t('unknown.all', { of: of || device }), { class: 'button' })]
            : [],
        }),
      ];
    };
  },
});

/** Whether it can be claimed together with others: nothing of it is registered, and it is not said to be somebody else's. */
function isOpen(row: Unknown): boolean {
  return row.claimable && row.registered === null && row.discarded === null && row.review === null &&
    row.keys.length > 0;
}

/** Marks devices of one sender. */
function chooser(chosen: Set<string>, together: (row: Unknown) => boolean): Column<Unknown> {
  return {
    key: 'choose',
    title: t('owner.choose'),
    class: 'choose',
    text: () => '',
    cell: (row) =>
      isOpen(row)
        ? (
          <input
            type='checkbox'
            aria-label={t('unknown.chooseOne', { name: row.device })}
            checked={chosen.has(row.id)}
            disabled={!together(row)}
            onChange={() => chosen.has(row.id) ? chosen.delete(row.id) : chosen.add(row.id)}
          />
        )
        : null,
  };
}

function columns(): Column<Unknown>[] {
  return [
    {
      key: 'device',
      code: 'device',
      title: t('column.device'),
      class: 'name',
      sort: (row) => row.device,
      text: (row) => row.device,
      cell: (row) => [
        link(pathOf('unknown-devices', row.id), <code>{row.device}</code>),
        row.enterprise ? <span class='sub'>{t('unknown.known', { name: say(row.enterprise.name) })}</span> : null,
        row.review ? <span class='sub'>{claimMark(row.review)}</span> : null,
        row.claimable ? null : <span class='sub'>{badge('warn', t('unknown.noId'))}</span>,
      ],
    },
    {
      key: 'sender',
      code: 'sender',
      title: t('column.sender'),
      class: 'fold',
      sort: (row) => row.sender.id,
      text: (row) => row.sender.id,
      cell: sender,
    },
    {
      key: 'keys',
      code: 'keys',
      title: t('unknown.lastValues'),
      class: 'wide',
      cell: (row) =>
        row.discarded
          ? [
            row.discarded.reason,
            <span class='sub'>{[row.discarded.by, ' · ', time(row.discarded.at)]}</span>,
          ]
          : [
            ...row.keys.slice(0, KEYS_SHOWN).map((key) => (
              <span class='sub' key={key.key}>
                <code>{key.key}</code> {grouped(key.value)} {shapeBadge(key)}
              </span>
            )),
            row.keys.length > KEYS_SHOWN
              ? <span class='sub'>{t('unknown.moreKeys', { n: row.keys.length - KEYS_SHOWN })}</span>
              : null,
          ],
    },
    {
      key: 'readings',
      code: 'readings',
      number: true,
      title: t('unknown.kept'),
      sort: (row) => row.readings,
      cell: (row) => [
        grouped(row.readings),
        row.dropped ? <span class='sub'>{t('unknown.dropped', { n: row.dropped })}</span> : null,
      ],
    },
    {
      key: 'first',
      code: 'first',
      title: t('column.since'),
      class: 'fold',
      sort: (row) => row.first,
      cell: (row) => time(row.first),
    },
    {
      key: 'last',
      code: 'last',
      title: t('unknown.last'),
      class: 'fold',
      sort: (row) => row.last,
      cell: (row) => time(row.last),
    },
  ];
}

type Work = 'claim' | 'discard' | 'restore' | null;

export const UnknownDevicePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    // What is claimed does not wait any more: the page keeps what was there.
    const result = ref<ClaimResult | null>(null);
    const found = live<'/quarantine/{id}'>(
      () => (result.value?.applied ? null : pathOf('quarantine', props.id)),
      REFRESH_SECONDS,
    );
    const work = ref<Work>(null);
    const mayChange = isAny(['officer', 'operator']);

    function sent(told: ClaimResult): void {
      result.value = told;
      work.value = null;
    }

    const discard = useForm(async (fields) => {
      await post<'/quarantine/{id}/discard'>(`${pathOf('quarantine', props.id)}/discard`, {
        reason: String(fields.get('reason')).trim(),
      });
      work.value = null;
      await found.refresh();
    });
    const restore = useForm(async (fields) => {
      await post<'/quarantine/{id}/restore'>(`${pathOf('quarantine', props.id)}/restore`, {
        reason: String(fields.get('reason')).trim(),
      });
      go('/unknown-devices');
    });

    const reasonForm = (form: typeof discard, advice: string, act: string): VNode => (
      <form class='people-form' onSubmit={form.submit}>
        <p class='hint'>{advice}</p>
        <label>
          {t('document.reason')}
          <textarea name='reason' rows={2} maxlength={2000} required placeholder={t('unknown.reasonHint')}></textarea>
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{act}</button>
          <button type='button' onClick={() => (work.value = null)}>{t('people.cancel')}</button>
        </div>
      </form>
    );

    const actions = (): VNodeChild => {
      const it = found.data.value;
      if (!it || !mayChange || work.value !== null || result.value?.applied) {
        return null;
      }
      return it.discarded
        ? <button type='button' onClick={() => (work.value = 'restore')}>{t('unknown.restore')}</button>
        : [
          // A device is registered once: what waits already is looked at, and not asked for a second time.
          it.review && !it.enterprise ? claimRequest(it.review) : (
            <button
              type='button'
              class='primary'
              disabled={!it.claimable || !it.keys.length}
              onClick={() => (work.value = 'claim')}
            >
              {t('unknown.claim')}
            </button>
          ),
          <button type='button' onClick={() => (work.value = 'discard')}>{t('unknown.discard')}</button>,
        ];
    };

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={it ? it.device : props.id} crumbs={[['/unknown-devices', t('nav.unknown')]]}>
          {{ actions, default: () => (it ? [sender(it)] : null) }}
        </PageHead>,
        stale(found),
        result.value
          ? [
            sentNotice(result.value),
            result.value.applied && it
              ? (
                <p class='hint'>
                  {t('unknown.counts')}{' '}
                  {link(pathOf('devices', result.value.claimed[0]?.device ?? it.device), t('document.toPage'))}
                </p>
              )
              : null,
          ]
          : null,
        !it ? waiting(found) : [
          result.value ? null : claimNotice(it.review),
          it.claimable ? null : <p class='stale'>{t('unknown.noIdAdvice', { device: it.device })}</p>,
          work.value === 'claim'
            ? panel(t('unknown.claim'), <ClaimForm device={it} onSent={sent} onClosed={() => (work.value = null)} />)
            : null,
          work.value === 'discard'
            ? panel(t('unknown.discard'), reasonForm(discard, t('unknown.discardNote'), t('unknown.discard')))
            : null,
          work.value === 'restore'
            ? panel(t('unknown.restore'), reasonForm(restore, t('unknown.restoreNote'), t('unknown.restore')))
            : null,
          it.discarded
            ? (
              <p class='stale'>
                {t('unknown.discardedBy', {
                  by: it.discarded.by,
                  time: dateTime(it.discarded.at),
                  reason: it.discarded.reason,
                })}
              </p>
            )
            : null,
          panel(t('unknown.sent'), [
            <dl class='facts'>
              <dt>{t('column.since')}</dt>
              <dd>{time(it.first)}</dd>
              <dt>{t('unknown.last')}</dt>
              <dd>{time(it.last)}</dd>
              <dt>{t('unknown.kept')}</dt>
              <dd>
                {grouped(it.readings)}{' '}
                {it.dropped ? <span class='sub'>{t('unknown.dropped', { n: it.dropped })}</span> : null}
              </dd>
            </dl>,
            ...(work.value === 'claim' ? [] : it.keys.map((key) => (
              <p key={key.key} class='claim-line'>
                <code>{key.key}</code> {keySummary(key)}
              </p>
            ))),
          ]),
          panel(
            t('unknown.refusals'),
            it.refusals.length ? refusals(it.refusals) : <p class='hint'>{t('refusals.none')}</p>,
            {
              note: link(`/dead-letters?device=${encodeURIComponent(it.device)}`, t('point.allRefused')),
            },
          ),
        ],
      ];
    };
  },
});

function refusals(rows: Refused[]): VNode {
  const columns: Column<Refused>[] = [
    { key: 'last', title: t('column.lastTime'), sort: (row) => row.last, cell: (row) => time(row.last) },
    {
      key: 'reason',
      title: t('column.reason'),
      class: 'fold',
      sort: (row) => say(row.reasonText),
      cell: (row) => badge('warn', say(row.reasonText), row.reason),
    },
    {
      key: 'detail',
      title: t('column.why'),
      class: 'wide',
      cell: (row) => [
        say(row.detailText),
        row.excerpt
          ? (
            <details class='excerpt'>
              <summary>{t('refusals.sent')}</summary>
              <pre>{row.excerpt}</pre>
            </details>
          )
          : null,
      ],
    },
  ];
  return <DataTable label={t('unknown.refusals')} columns={columns} rows={rows} rowKey={(row: Refused) => row.id} />;
}
