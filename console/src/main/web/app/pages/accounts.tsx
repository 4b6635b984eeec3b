// All accounts, found by name, role or part of the district; and a new one.
import { computed, defineComponent, ref } from 'vue';
import type { Account } from '#api';
import { live, query } from '../api.ts';
import { valueOf } from '../form.ts';
import { PageHead, toHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { grantList, grantText } from '../people/grants.tsx';
import { NewAccount } from '../people/newaccount.tsx';
import { accountState } from '../people/words.tsx';
import { isAny } from '../rights.ts';
import { param, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { t } from '../text.ts';

const MOST = 10_000;
const REFRESH_SECONDS = 60;

export const AccountsPage = defineComponent({
  setup() {
    const words = param('q');
    const state = param('state');
    const path = computed(() => query('/accounts', { q: words.value.trim(), state: state.value, limit: MOST }));
    const accounts = live<'/accounts'>(() => path.value, REFRESH_SECONDS);
    const adding = ref(false);
    const mayChange = isAny(['account-administrator']);

    function closed(): void {
      adding.value = false;
      toHead();
    }

    const filters = () => (
      <div class='filters'>
        <input
          type='search'
          placeholder={t('accounts.search')}
          aria-label={t('accounts.search')}
          value={words.value}
          onChange={(event: Event) => (words.value = valueOf(event))}
        />
        <select
          aria-label={t('column.state')}
          value={state.value}
          onChange={(event: Event) => (state.value = valueOf(event))}
        >
          <option value=''>{t('accounts.all')}</option>
          <option value='open'>{t('account.OPEN')}</option>
          <option value='closed'>{t('account.CLOSED')}</option>
        </select>
      </div>
    );

    return () => {
      const it = accounts.data.value;
      return [
        <PageHead title={t('nav.accounts')}>
          {{
            default: () => t('accounts.note'),
            actions: () =>
              mayChange && !adding.value
                ? (
                  <button type='button' class='primary' onClick={() => (adding.value = true)}>
                    {t('accounts.add')}
                  </button>
                )
                : null,
          }}
        </PageHead>,
        adding.value ? <NewAccount onMade={accounts.refresh} onClosed={closed} /> : null,
        stale(accounts),
        panel(
          t('nav.accounts'),
          [
            filters(),
            !it ? waiting(accounts) : it.rows.length
              ? (
                <DataTable
                  name='accounts'
                  label={t('nav.accounts')}
                  columns={columns()}
                  rows={it.rows}
                  rowKey={(row: Account) => row.userName}
                  tone={(row: Account) => (row.state === 'OPEN' ? null : 'past')}
                  file={path.value}
                />
              )
              : empty(t('accounts.none'), t('accounts.noneAdvice')),
          ],
          { note: it ? t('accounts.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});

function columns(): Column<Account>[] {
  return [
    {
      key: 'fullName',
      code: 'fullName',
      title: t('column.person'),
      class: 'name',
      sort: (row) => row.fullName,
      cell: (row) => [
        link(pathOf('accounts', row.userName), row.fullName),
        <code class='sub'>{row.userName}</code>,
      ],
    },
    {
      key: 'userName',
      code: 'userName',
      title: t('signIn.userName'),
      extra: true,
      sort: (row) => row.userName,
      cell: (row) => <code>{row.userName}</code>,
    },
    {
      key: 'grants',
      code: 'grants',
      title: t('column.grants'),
      class: 'wide',
      sort: (row) => grantText(row.grants),
      group: (row) => row.grants.map((each) => t(`role.${each.role}`)).join('、') || null,
      cell: (row) => grantList(row.grants),
    },
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      class: 'fold',
      sort: (row) => `${row.state} ${row.mustChangePassword}`,
      text: (row) =>
        [t(`account.${row.state}`), row.mustChangePassword ? t('account.mustChange') : ''].join(' ').trim(),
      cell: (row) => <span class='marks'>{accountState(row)}</span>,
    },
    {
      key: 'lastSignIn',
      code: 'lastSignIn',
      title: t('column.lastSignIn'),
      sort: (row) => row.lastSignIn,
      cell: (row) => (row.lastSignIn ? time(row.lastSignIn) : '—'),
    },
    {
      key: 'email',
      code: 'email',
      title: t('column.email'),
      class: 'fold',
      sort: (row) => row.email,
      cell: (row) => row.email ?? '—',
    },
    {
      key: 'phone',
      title: t('column.phone'),
      extra: true,
      cell: (row) => row.phone ?? '—',
      text: (row) => row.phone ?? '',
    },
    {
      key: 'created',
      code: 'createdAt',
      title: t('column.created'),
      extra: true,
      sort: (row) => row.createdAt,
      cell: (row) => [time(row.createdAt), <span class='sub'>{row.createdBy}</span>],
    },
  ];
}
