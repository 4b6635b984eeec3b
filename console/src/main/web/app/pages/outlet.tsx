// The page of an outlet: its points over time, its limits, what exceeded them, and its cases.
import { defineComponent } from 'vue';
import { live } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { ExceedanceTable } from '../exceedances.tsx';
import { dated } from '../health.ts';
import { OutletPanel } from '../outlet.tsx';
import { muteButton, MuteNotice } from '../mutes/notice.tsx';
import { PageHead } from '../page.tsx';
import { badge, panel, stale, waiting } from '../parts.ts';
import { registryLink } from '../registrylink.tsx';
import { pathOf } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { hourly, useSpan } from '../span.ts';
import { say, t, word } from '../text.ts';

export const OutletPage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const outlet = live<'/outlets/{id}'>(() => pathOf('outlets', props.id), 60);
    // Stacks are judged by the hour, waste water by the day.
    const chosen = useSpan(
      () => (outlet.data.value?.medium === 'WATER' ? '30d' : '7d'),
      ['hour', 'day'],
      (span) => (outlet.data.value?.medium === 'WATER' ? 'day' : hourly(span)),
    );
    return () => {
      const it = outlet.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(outlet)];
      }
      return [
        <PageHead
          title={say(it.name)}
          crumbs={[['/outlets', t('nav.outlets')], [pathOf('enterprises', it.enterprise.id), say(it.enterprise.name)]]}
        >
          {{
            actions: () => [muteButton('outlet', it.id), registryLink('outlet', it.id)],
            marks: () => [
              badge('quiet', word('medium', it.medium)),
              badge(it.standing === 'EVIDENCE' ? 'info' : 'quiet', word('standing', it.standing)),
            ],
          }}
        </PageHead>,
        stale(outlet),
        <MuteNotice scope='outlet' id={it.id} />,
        <OutletPanel outlet={it} chosen={chosen} linked={false} enterprise={it.enterprise.id} />,
        <WhenSeen>
          {panel(
            t('exceedances.title'),
            <ExceedanceTable filter={{ outlet: it.id }} span={chosen.span.value} about={false} />,
          )}
        </WhenSeen>,
        <WhenSeen>{panel(t('enterprise.cases'), <CaseList filter={{ outlet: it.id }} />)}</WhenSeen>,
      ];
    };
  },
}));
