// The clean-production audits of one enterprise: as they stand, and for officers what is entered of them.
import { defineComponent } from 'vue';
import type { VNode } from 'vue';
import { live, post } from '../api.ts';
import { AttachmentPanel, hasAttachments } from '../attachment/panel.tsx';
import { OrderForm, StepForm, StepOwnerForm } from '../clean/forms.tsx';
import { deadlines, EntryList, orders, rounds } from '../clean/shown.tsx';
import { stateBadge } from '../clean/words.tsx';
import { PageHead } from '../page.tsx';
import { badge, panel, stale, waiting, way } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

export const CleanAuditPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const own = pathOf('clean-production', props.id);
    const found = live<'/clean-production/{id}'>(() => own, 30);
    const officer = isAny(['officer']);
    const undoOrder = async (number: number, reason: string) => {
      await post<'/clean-production/{id}/orders'>(`${own}/orders`, {
        version: found.data.value?.ordersVersion ?? 0,
        undoes: number,
        word: reason,
      });
      await found.refresh();
    };

    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/clean-production', t('nav.cleanProduction')]];
      if (!it) {
        return [<PageHead title={t('nav.cleanProduction')} crumbs={crumbs} />, waiting(found)];
      }
      return [
        <PageHead title={t('clean.title', { enterprise: say(it.enterprise.name) })} crumbs={crumbs}>
          {{
            marks: () => [
              stateBadge(it.state),
              it.onList ? badge('quiet', t('clean.memberSince', { day: it.memberSince ?? '' })) : null,
            ],
            actions: () => [way(pathOf('enterprises', it.enterprise.id), t('clean.toEnterprise'), { class: 'button' })],
            default: () => t('clean.inCharge', { office: say(it.office) }),
          }}
        </PageHead>,
        stale(found),
        deadlines(it),
        rounds(it),
        officer ? panel(t('clean.enterStep'), <StepForm it={it} onDone={found.refresh} />) : null,
        orders(it, officer ? undoOrder : null),
        officer
          ? [
            panel(t('clean.enterOrder'), folded(t('clean.enterOrder'), <OrderForm it={it} onDone={found.refresh} />)),
            panel(t('clean.ownerTitle'), folded(t('clean.ownerGo'), <StepOwnerForm it={it} onDone={found.refresh} />), {
              note: say(it.owner.words),
            }),
          ]
          : null,
        it.entries.length ? panel(t('clean.entries'), <EntryList it={it} onDone={found.refresh} />) : null,
        hasAttachments('enterprise') ? <AttachmentPanel kind='enterprise' id={it.enterprise.id} /> : null,
      ];
    };
  },
});

/** What is seldom needed, out of the way until somebody opens it. */
function folded(title: string, form: VNode): VNode {
  return (
    <details class='clean-folded'>
      <summary>{title}</summary>
      {form}
    </details>
  );
}
