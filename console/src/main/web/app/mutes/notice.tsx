// That nobody is told of the cases of what a page shows, for now; and the way to see to it that nobody is.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Mute } from '#api';
import { live, query } from '../api.ts';
import { dateTime } from '../format.ts';
import { link } from '../parts.ts';
import { isAny, mayOpen } from '../rights.ts';
import { address } from '../route.ts';
import { t } from '../text.ts';
import { rulesText, untilOf } from './words.ts';

const REFRESH_SECONDS = 60;

export const MuteNotice = defineComponent({
  props: {
    scope: { type: String as PropType<'enterprise' | 'outlet' | 'device'>, required: true },
    id: { type: String, required: true },
  },
  setup(props) {
    const found = live<'/mutes'>(
      () => (mayOpen('/mutes') ? query('/mutes', { [props.scope]: props.id }) : null),
      REFRESH_SECONDS,
    );
    const line = (it: Mute): VNode => (
      <p class='stale' role='status' key={it.id}>
        {t(`mute.covers.${it.kind}`, { until: dateTime(untilOf(it)), rules: rulesText(it.rules) })}{' '}
        {link('/mutes', t('mute.see'))}
      </p>
    );
    return () => found.data.value?.rows.filter((each) => each.holds).map(line) ?? null;
  },
});

/** A button of officers to the form, filled in for one thing; null for others. */
export function muteButton(scope: 'enterprise' | 'outlet' | 'device', id: string): VNode | null {
  return isAny(['officer'])
    ? link(address('/mutes', { scope, target: id }), t('mute.enter'), { class: 'button' })
    : null;
}
