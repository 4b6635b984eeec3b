// Contacts: whether they are right, whether their addresses work, and what is to be done; those who have none stand among them.
import { computed, defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers } from '#api';
import { live, post, query } from '../api.ts';
import { dayOf } from '../format.ts';
import { useForm, valueOf } from '../form.ts';
import { nameOf } from '../names.ts';
import { PageHead, toHead } from '../page.tsx';
import { badge, choice, empty, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { isAny } from '../rights.ts';
import { param, pathOf, route, setQuery } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';

type Contact = Answers['/contacts']['rows'][number];

const STATES = ['CURRENT', 'DUE', 'OVERDUE', 'DECLINED', 'BROKEN', 'NONE'] as const;
const TONES: Record<Contact['state'], Tone> = {
  CURRENT: 'good',
  DUE: 'warn',
  OVERDUE: 'bad',
  DECLINED: 'bad',
  BROKEN: 'bad',
  NONE: 'bad',
};
const MOST = 10_000;

export const ContactsPage = defineComponent({
  setup() {
    const state = param('state');
    const words = param('q');
    const chosen = param('contact');
    const path = computed(() =>
      query('/contacts', {
        state: state.value.toLowerCase(),
        q: words.value.trim(),
        park: route.value.query.park,
        enterprise: route.value.query.enterprise,
        limit: MOST,
      })
    );
    const contacts = live<'/contacts'>(() => path.value, 60);
    const mayAct = isAny(['officer', 'grid-officer', 'enterprise-contact']);

    const filters = (counts: Answers['/contacts']['counts'] | undefined) => (
      <div class='filters'>
        {choice(
          t('column.state'),
          [
            ['', t('contacts.all')],
            ...STATES.map((each): [string, string] => [
              each,
              counts ? `${t(`contacts.${each}`)} ${counts[each]}` : t(`contacts.${each}`),
            ]),
          ],
          state.value,
          (wanted) => (state.value = wanted),
        )}
        <input
          type='search'
          placeholder={t('contacts.search')}
          aria-label={t('contacts.search')}
          value={words.value}
          onChange={(event: Event) => (words.value = valueOf(event))}
        />
        {(['park', 'enterprise'] as const).map((name) => {
          const id = route.value.query[name];
          return id
            ? (
              <button type='button' key={name} class='chip' onClick={() => setQuery({ [name]: null })}>
                {`${t(`cases.of.${name}`)}: ${nameOf(name === 'park' ? 'PARK' : 'ENTERPRISE', id)}`}{' '}
                <span aria-hidden='true'>✕</span>
                <span class='sr-only'>{t('cases.without')}</span>
              </button>
            )
            : null;
        })}
      </div>
    );

    function open(row: Contact): void {
      setQuery({ contact: row.id }, true);
      toHead();
    }

    return () => {
      const it = contacts.data.value;
      const row = it?.rows.find((each) => each.id === chosen.value);
      return [
        <PageHead title={t('nav.contacts')}>{{ default: () => t('contacts.note') }}</PageHead>,
        stale(contacts),
        row
          ? (
            <OneContact
              key={row.id}
              it={row}
              onDone={contacts.refresh}
              onClosed={() => (chosen.value = '')}
            />
          )
          : null,
        panel(
          t('nav.contacts'),
          [
            filters(it?.counts),
            !it ? waiting(contacts) : it.rows.length
              ? (
                <DataTable
                  name='contacts'
                  label={t('nav.contacts')}
                  columns={columns(mayAct ? open : null)}
                  rows={it.rows}
                  rowKey={(each: Contact) => each.id}
                  file={path.value}
                />
              )
              : empty(t('contacts.none'), t('contacts.noneAdvice')),
          ],
          { note: it ? t('contacts.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});

function ownerLink(row: Contact): VNode {
  const pages = {
    ENTERPRISE: pathOf('enterprises', row.owner),
    PARK: pathOf('parks', row.owner),
    DISTRICT: '/district',
  };
  return link(pages[row.scope], say(row.ownerName));
}

/** What the other side said of an address that does not work. */
function answerOf(row: Contact): string | null {
  return row.addresses.find((each) => each.brokenSince)?.answer ?? null;
}

function columns(open: ((row: Contact) => void) | null): Column<Contact>[] {
  const all: (Column<Contact> | null)[] = [
    {
      key: 'owner',
      code: 'owner',
      title: t('column.about'),
      sort: (row) => say(row.ownerName),
      cell: (
        row,
      ) => [ownerLink(row), row.park && row.scope === 'ENTERPRISE' ? <span class='sub'>{say(row.park)}</span> : null],
    },
    {
      key: 'name',
      code: 'name',
      title: t('contacts.contact'),
      sort: (row) => row.name,
      cell: (row) => row.name ? [row.name, <span class='sub'>{row.address}</span>] : '—',
    },
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => STATES.indexOf(row.state),
      group: (row) => t(`contacts.${row.state}`),
      text: (row) => t(`contacts.${row.state}`),
      cell: (row) => [
        badge(TONES[row.state], t(`contacts.${row.state}`)),
        answerOf(row) ? <span class='sub said'>{answerOf(row)}</span> : null,
      ],
    },
    {
      key: 'due',
      code: 'due',
      title: t('contacts.due'),
      sort: (row) => row.due,
      cell: (row) =>
        row.due
          ? [dayOf(row.due), row.asked ? <span class='sub'>{t('contacts.asked', { n: row.asked })}</span> : null]
          : '—',
    },
    {
      key: 'confirmed',
      code: 'confirmedAt',
      title: t('contacts.confirmed'),
      sort: (row) => row.confirmedAt,
      cell: (row) =>
        row.confirmedAt
          ? [
            dayOf(row.confirmedAt),
            <span class='sub'>
              {[row.confirmedBy, row.how ? t(`contacts.by.${row.how as 'LINK'}`) : ''].join(' · ')}
            </span>,
          ]
          : '—',
    },
    {
      key: 'nextStep',
      code: 'nextStep',
      title: t('contacts.nextStep'),
      class: 'wide',
      cell: (row) => say(row.nextStep),
    },
    open
      ? {
        key: 'act',
        title: '',
        text: () => '',
        cell: (row) =>
          row.name
            ? <button type='button' onClick={() => open(row)}>{t('contacts.act')}</button>
            : isAny(['officer', 'operator'])
            ? link(pathOf('registry', `${row.scope.toLowerCase()}:${row.owner}`), t('contacts.toRegistry'))
            : null,
      }
      : null,
  ];
  return all.filter((each) => each !== null);
}

/** One contact: how its addresses fare, and what can be said of it. */
const OneContact = defineComponent({
  props: { it: { type: Object as PropType<Contact>, required: true } },
  emits: { done: () => true, closed: () => true },
  setup(props, { emit }) {
    const official = isAny(['officer', 'grid-officer']);
    const way = ref<'confirm' | 'broken' | 'works'>('confirm');
    const form = useForm(async (fields) => {
      const said = String(fields.get('word') ?? '').trim() || null;
      const path = `/contacts/${encodeURIComponent(props.it.id)}`;
      if (way.value === 'confirm') {
        await post<'/contacts/{id}/confirm'>(`${path}/confirm`, { word: said });
      } else {
        await post<'/contacts/{id}/mark'>(`${path}/mark`, { broken: way.value === 'broken', word: said });
      }
      way.value = 'confirm';
      emit('done');
    }, () => t('contacts.done'));
    const broken = () => props.it.addresses.some((each) => each.brokenSince);
    const ways = () =>
      (official ? ['confirm', broken() ? 'works' : 'broken'] as const : ['confirm'] as const).map((
        each,
      ): ['confirm' | 'broken' | 'works', string] => [each, t(`contacts.way.${each}`)]);

    return () =>
      panel(`${say(props.it.ownerName)} · ${props.it.name}`, [
        <dl class='facts'>
          <dt>{t('column.state')}</dt>
          <dd>{badge(TONES[props.it.state], t(`contacts.${props.it.state}`))}</dd>
          <dt>{t('contacts.nextStep')}</dt>
          <dd>{say(props.it.nextStep)}</dd>
          {props.it.addresses.map((each) => [
            <dt>{word('channel', each.channel)}</dt>,
            <dd>
              {each.brokenSince
                ? [t('contacts.brokenSince'), ' ', time(each.brokenSince)]
                : each.deliveredAt
                ? [t('contacts.delivered'), ' ', time(each.deliveredAt)]
                : t('contacts.untried')}
              {each.answer ? <p class='soft said'>{each.answer}</p> : null}
            </dd>,
          ])}
        </dl>,
        <form class='people-form' onSubmit={form.submit}>
          {ways().length > 1 ? choice(t('contacts.act'), ways(), way.value, (wanted) => (way.value = wanted)) : null}
          <label>
            {t('contacts.word')}
            <input name='word' maxlength={2000} required={official} placeholder={t('contacts.wordHint')} />
          </label>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>{t(`contacts.way.${way.value}`)}</button>
            <button type='button' onClick={() => emit('closed')}>{t('people.close')}</button>
          </div>
        </form>,
      ]);
  },
});
