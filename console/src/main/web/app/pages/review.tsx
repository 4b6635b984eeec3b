// Who may see and do what, on one page: to be gone through now and then, on screen or paper, line by line.
import { computed, defineComponent, h } from 'vue';
import type { AccessRight } from '#api';
import { live, query } from '../api.ts';
import { valueOf } from '../form.ts';
import { dated, today } from '../health.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { param, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const MOST = 10_000;
const REFRESH_SECONDS = 120;

export const ReviewPage = defineComponent({
  setup() {
    const words = param('q');
    const ended = param('ended');
    const path = computed(() =>
      query('/access-review', { q: words.value.trim(), ended: ended.value === 'true' ? 'true' : null, limit: MOST })
    );
    const review = live<'/access-review'>(() => path.value, REFRESH_SECONDS);

    const filters = () => (
      <div class='filters'>
        <input
          type='search'
          aria-label={t('review.search')}
          placeholder={t('review.search')}
          value={words.value}
          onChange={(event: Event) => (words.value = valueOf(event))}
        />
        <label class='check'>
          <input
            type='checkbox'
            checked={ended.value === 'true'}
            onChange={(event: Event) => (ended.value = (event.target as HTMLInputElement).checked ? 'true' : '')}
          />
          {t('review.ended')}
        </label>
      </div>
    );

    return () => {
      const it = review.data.value;
      return [
        <PageHead title={t('nav.review')}>{{ default: () => t('review.note') }}</PageHead>,
        stale(review),
        panel(
          t('nav.review'),
          [
            filters(),
            !it ? waiting(review) : it.rows.length
              ? (
                <DataTable
                  name='review'
                  label={t('nav.review')}
                  columns={columns()}
                  rows={it.rows}
                  rowKey={(row: AccessRight) => row.id}
                  tone={(row: AccessRight) => (row.state === 'OPEN' ? null : 'past')}
                  file={path.value}
                />
              )
              : empty(t('accounts.none'), t('accounts.noneAdvice')),
            h(Signature),
          ],
          { note: it ? t('review.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});

/** On paper, who reviewed signs what came of it. */
const Signature = dated(defineComponent({
  setup() {
    return () => <p class='on-paper'>{t('review.signature', { date: today() })}</p>;
  },
}));

function columns(): Column<AccessRight>[] {
  return [
    {
      key: 'fullName',
      code: 'fullName',
      title: t('column.person'),
      class: 'name',
      sort: (row) => `${row.fullName ?? ''} ${row.userName}`,
      group: (row) => `${row.fullName ?? ''} (${row.userName})`,
      cell: (row) => [
        link(pathOf('accounts', row.userName), row.fullName ?? row.userName),
        <code class='sub'>{row.userName}</code>,
      ],
    },
    {
      key: 'key',
      code: 'key',
      title: t('column.key'),
      class: 'fold',
      sort: (row) => row.keyName,
      text: (row) => row.keyName ?? '',
      cell: (row) => (row.key ? [row.keyName, <code class='sub'>{row.key}</code>] : '—'),
    },
    {
      key: 'role',
      code: 'role',
      title: t('grants.role'),
      class: 'fold',
      sort: (row) => (row.role ? t(`role.${row.role}`) : null),
      group: (row) => (row.role ? t(`role.${row.role}`) : null),
      cell: (row) => (row.role ? t(`role.${row.role}`) : badge('warn', t('grants.none'))),
    },
    {
      key: 'where',
      code: 'where',
      title: t('grants.for'),
      class: 'wide',
      sort: (row) => say(row.where),
      cell: (row) => say(row.where) || '—',
    },
    {
      key: 'rights',
      code: 'rights',
      title: t('review.rights'),
      class: 'wide',
      sort: (row) => say(row.rights),
      cell: (row) => say(row.rights) || '—',
    },
    {
      key: 'state',
      code: 'state',
      title: t('column.state'),
      sort: (row) => row.state,
      text: (row) => t(`review.${row.state}`),
      cell: (row) => badge(row.state === 'OPEN' ? 'good' : 'quiet', t(`review.${row.state}`)),
    },
    {
      key: 'lastSignIn',
      code: 'lastSignIn',
      title: t('review.lastSeen'),
      sort: (row) => row.lastSignIn ?? row.lastUsed,
      cell: (row) => (row.lastSignIn ? time(row.lastSignIn) : row.lastUsed ?? t('review.never')),
      text: (row) => row.lastSignIn ?? row.lastUsed ?? '',
    },
    {
      key: 'created',
      code: 'createdAt',
      title: t('column.created'),
      sort: (row) => row.createdAt,
      cell: (row) => [time(row.createdAt), <span class='sub'>{row.createdBy}</span>],
    },
  ];
}
