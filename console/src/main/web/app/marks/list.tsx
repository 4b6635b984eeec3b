// The marks that meet what a page shows: at a figure, a case, an outlet. Nothing is said where there are none and nobody there could make one.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { DataMarkRow } from '#api';
import { live, query } from '../api.ts';
import { link, panel } from '../parts.ts';
import { isAny, mayOpen } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { effectText, markState, markTimes } from './words.tsx';

const REFRESH_SECONDS = 60;
const SHOWN = 8;

export const MarkList = defineComponent({
  props: {
    /** Parameters of the API's list. */
    filter: { type: Object as PropType<Record<string, string | null>>, required: true },
    /** What a new mark begins with. */
    make: { type: Object as PropType<Record<string, string | null>>, default: null },
  },
  setup(props) {
    const found = live<'/marks'>(() => (mayOpen('/marks') ? query('/marks', props.filter) : null), REFRESH_SECONDS);
    return () => {
      const rows = found.data.value?.rows ?? [];
      const makes = props.make && isAny(['enterprise-contact']);
      if (!rows.length && !makes) {
        return null;
      }
      return panel(t('mark.title'), [
        rows.length
          ? <ul class='bare marks-list'>{rows.slice(0, SHOWN).map(line)}</ul>
          : <p class='hint'>{t('mark.noneHere')}</p>,
        rows.length > SHOWN ? <p class='hint'>{link(address('/marks', props.filter), t('mark.all'))}</p> : null,
        makes
          ? <p>{link(address('/marks', { make: 'yes', ...props.make }), t('mark.make'), { class: 'button' })}</p>
          : null,
        <p class='hint'>{t('mark.notOfficial')}</p>,
      ]);
    };
  },
});

function line(it: DataMarkRow): VNode {
  return (
    <li key={it.id}>
      {link(pathOf('marks', it.id), say(it.kindName))} {markState(it)}
      <span class='sub'>{markTimes(it)}</span>
      <span class='sub'>{effectText(it)}</span>
    </li>
  );
}
