// The cases of something, on its page: those that are open, or the last ones where none is.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import { live, query } from './api.ts';
import { isExceedance } from './casewords.tsx';
import { empty, link, stale, waiting } from './parts.ts';
import { CaseTable } from './casetable.tsx';
import { address } from './route.ts';
import { t } from './text.ts';

const SHOWN = 10;

export const CaseList = defineComponent({
  props: {
    /** Parameters of the API's list of cases. */
    filter: { type: Object as PropType<Record<string, string>>, required: true },
    /** Whether the rows say what they are about. */
    about: { type: Boolean, default: false },
  },
  setup(props) {
    const open = live<'/alerts'>(() => query('/alerts', { ...props.filter, state: 'open', limit: SHOWN }));
    const none = () => open.data.value?.count === 0;
    const last = live<'/alerts'>(() => (none() ? query('/alerts', { ...props.filter, limit: SHOWN }) : null));
    return () => {
      const cases = none() ? last : open;
      const it = cases.data.value;
      if (!it) {
        return waiting(cases);
      }
      return it.alerts.length
        ? [
          stale(cases),
          <CaseTable cases={it.alerts} withAbout={props.about} />,
          it.count > it.alerts.length
            ? (
              <p class='hint'>
                {link(address('/cases', { ...props.filter, state: 'all' }), t('cases.allOf', { n: it.count }))}
              </p>
            )
            : null,
          it.alerts.some(isExceedance) ? <p class='hint'>{t('disclaimer.exceedance')}</p> : null,
        ]
        : empty(t('enterprise.noCases'), t('enterprise.noCasesAdvice'));
    };
  },
});
