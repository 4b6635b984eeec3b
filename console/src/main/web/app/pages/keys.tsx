// Keys of programs: one's own, and for who administers or audits them all; and a new one.
import { computed, defineComponent } from 'vue';
import type { ApiKey } from '#api';
import { live, query } from '../api.ts';
import type { Live } from '../api.ts';
import { PageHead, toHead } from '../page.tsx';
import { empty, panel, stale, waiting } from '../parts.ts';
import { KeyTable } from '../people/keytable.tsx';
import { NewKey } from '../people/newkey.tsx';
import { isAny } from '../rights.ts';
import { route, setQuery } from '../route.ts';
import { openTab, Tabs } from '../tabs.tsx';
import type { Tab } from '../tabs.tsx';
import { t } from '../text.ts';

const LIMIT = { limit: 10_000 };
const REFRESH_SECONDS = 60;

export const KeysPage = defineComponent({
  setup() {
    const seesAll = isAny(['account-administrator', 'auditor']);
    const mayMake = isAny(['account-administrator']);
    const tabs = computed((): Tab[] => [
      ...(seesAll ? [['all', t('keys.all')] as Tab] : []),
      ['own', t('keys.own')],
    ]);
    const own = computed(() => openTab(tabs.value) === 'own');
    const all = live<'/keys'>(() => (own.value ? null : query('/keys', LIMIT)), REFRESH_SECONDS);
    const mine = live<'/session/keys'>(() => (own.value ? query('/session/keys', LIMIT) : null), REFRESH_SECONDS);
    // Who answers for the key that is being made; a page of an account leads here with it.
    const adding = computed(() => (mayMake ? route.value.query.add : undefined));

    function closed(): void {
      setQuery({ add: null });
      toHead();
    }

    return () => {
      const shown: Live<{ count: number; rows: ApiKey[] }> = own.value ? mine : all;
      const it = shown.data.value;
      return [
        <PageHead title={t('nav.keys')}>
          {{
            default: () => t('keys.note'),
            actions: () =>
              mayMake && adding.value === undefined
                ? (
                  <button type='button' class='primary' onClick={() => setQuery({ add: '-' }, true)}>
                    {t('keys.add')}
                  </button>
                )
                : null,
          }}
        </PageHead>,
        adding.value === undefined ? null : (
          <NewKey
            userName={adding.value === '-' ? '' : adding.value}
            onMade={shown.refresh}
            onClosed={closed}
          />
        ),
        tabs.value.length > 1 ? <Tabs tabs={tabs.value} /> : null,
        stale(shown),
        panel(
          t(own.value ? 'keys.own' : 'keys.all'),
          !it ? waiting(shown) : it.rows.length
            ? (
              <KeyTable
                key={String(own.value)}
                name='keys'
                keys={it.rows}
                own={own.value}
                file={query(own.value ? '/session/keys' : '/keys', LIMIT)}
                onChanged={shown.refresh}
              />
            )
            : empty(t('keys.none'), t(own.value ? 'keys.noneOwn' : 'keys.noneAdvice')),
          { note: it ? t('keys.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});
