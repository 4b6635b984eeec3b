// Clean production on the page of an enterprise.
import { defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { CleanProductionRound } from '#api';
import { live } from '../api.ts';
import { badge, link, panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { dueMark, paperText, stateBadge, stepText } from './words.tsx';

/** What comes next, in a line. */
export function nextLine(it: CleanProductionRound): VNodeChild {
  return it.nextStep
    ? (
      <p class='clean-next'>
        <strong>{stepText(it.nextStep)}</strong> {it.ofEnterprise ? t('clean.byEnterprise') : t('clean.byAuthority')} ·
        {' '}
        {t('clean.due')} {dueMark(it)} · {t('clean.owner')} {say(it.owner.words)}
      </p>
    )
    : <p class='clean-next'>{t('clean.nothingNext')}</p>;
}

/** The part of an enterprise's own page: what comes next, and orders in force. Nothing where it has nothing to do with clean production. */
export const CleanPart = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/clean-production/{id}'>(() => pathOf('clean-production', props.id), 60);
    return () => {
      const it = found.data.value;
      if (!it || !it.onList && !it.rounds.length && !it.orders.length) {
        return null;
      }
      const inForce = it.orders.filter((each) => each.state === 'in-force' && each.kind !== 'lift');
      return panel(t('nav.cleanProduction'), [
        nextLine(it),
        inForce.map((each) => (
          <p key={each.number}>
            {badge('bad', t(`clean.order.${each.kind}`))} {each.day} {paperText(each.document)}
          </p>
        )),
      ], {
        note: stateBadge(it.state),
        actions: [link(pathOf('clean-production', props.id), t('clean.open'), { class: 'button' })],
      });
    };
  },
});
