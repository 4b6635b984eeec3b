// Findings: what was noticed about the readings of all points, and what to do about it.
import { computed, defineComponent, h } from 'vue';
import { say, t } from '../text.ts';
import { live, query } from '../api.ts';
import { PageHead } from '../page.tsx';
import { param, route } from '../route.ts';
import { empty, link, panel, stale, waiting } from '../parts.ts';
import { findingsTable, ProposalsPanel } from '../findings.ts';

export const FindingsPage = defineComponent({
  setup() {
    const kind = param('kind');
    const enterprise = computed(() => route.value.query.enterprise ?? '');
    const found = live<'/findings'>(
      () => query('/findings', { enterprise: enterprise.value, kind: kind.value.toLowerCase().replaceAll('_', '-') }),
      20,
    );
    return () => {
      const it = found.data.value;
      if (!it) {
        return waiting(found);
      }
      const shown = kind.value ? { ...it, kinds: it.kinds.filter((each) => each.kind === kind.value) } : it;
      return [
        h(PageHead, { title: t('nav.findings') }),
        stale(found),
        h(ProposalsPanel, { filter: enterprise.value ? { enterprise: enterprise.value } : {} }),
        h(
          'div',
          { class: 'chips', role: 'group', 'aria-label': t('findings.byKind') },
          it.kinds.map((each) =>
            h('button', {
              type: 'button',
              key: each.kind,
              'aria-pressed': kind.value === each.kind,
              onClick: () => (kind.value = kind.value === each.kind ? '' : each.kind),
            }, [say(each.text), h('strong', ` ${each.count}`)])
          ),
        ),
        panel(
          t('nav.findings'),
          it.findings.length ? findingsTable(shown) : empty(t('findings.none'), t('findings.noneAdvice')),
          {
            note: t('findings.note'),
            actions: enterprise.value ? [link('/findings', t('findings.all'), { class: 'button' })] : [],
          },
        ),
      ];
    };
  },
});
