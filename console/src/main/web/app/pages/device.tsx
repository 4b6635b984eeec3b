// The page of a device: its state, its points with what they last said, its gateway, its cases and what was refused of it.
import { defineComponent } from 'vue';
import { live } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { HandOut } from '../credential/handout.tsx';
import { pointTable } from '../devicepoints.tsx';
import { acceptedSince, deviceState, lastRefusal, newestData, notAccepted } from '../devicewords.tsx';
import { duration } from '../format.ts';
import { muteButton, MuteNotice } from '../mutes/notice.tsx';
import { openReview } from '../openreview.tsx';
import { PageHead } from '../page.tsx';
import { link, panel, stale, time, waiting, way } from '../parts.ts';
import { registryLink } from '../registrylink.tsx';
import { mayOpen } from '../rights.ts';
import { pathOf } from '../route.ts';
import { tile } from '../subject.tsx';
import { say, t, word } from '../text.ts';

export const DevicePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const device = live<'/devices/{id}'>(() => pathOf('devices', props.id), 10);
    return () => {
      const it = device.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(device)];
      }
      return [
        <PageHead
          title={say(it.name)}
          crumbs={[['/devices', t('nav.devices')], [pathOf('enterprises', it.enterprise.id), say(it.enterprise.name)]]}
        >
          {{
            marks: () => [...deviceState(it), notAccepted(it.acceptance.pending), acceptedSince(it.acceptance)],
            default: () => [
              <code>{it.id}</code>,
              it.sentAs
                ? (
                  <span class='sub'>
                    {t('field.sentAs')} <code>{it.sentAs}</code>
                  </span>
                )
                : null,
            ],
            actions: () => [
              it.acceptance.pending || it.acceptance.sheet
                ? link(pathOf('acceptance', it.id), t('acceptance.sheet'), { class: 'button' })
                : null,
              muteButton('device', it.id),
              registryLink('device', it.id),
            ],
          }}
        </PageHead>,
        stale(device),
        <MuteNotice scope='device' id={it.id} />,
        openReview(it.review),
        <div class='tiles'>
          {tile(
            t('column.lastMessage'),
            it.lastMessage ? duration(it.silentForSeconds) : t('device.nothing'),
            it.lastMessage ? [time(it.lastMessage.arrival), ' · ', word('door', it.lastMessage.door ?? '')] : '',
          )}
          {tile(t('column.silenceAfter'), duration(it.silenceAfterSeconds), t('device.silenceWhy'))}
          {tile(t('column.newestData'), it.data ? duration(it.data.ageSeconds) : '—', newestData(it))}
          {tile(
            t('column.gateway'),
            it.gateway ? link(pathOf('gateways', it.gateway), say(it.gatewayName) || it.gateway) : t('point.direct'),
            '',
          )}
          {tile(
            t('column.lastRefusal'),
            lastRefusal(it),
            way(`/dead-letters?device=${encodeURIComponent(it.id)}`, t('point.allRefused')),
          )}
        </div>,
        panel(t('device.points'), pointTable(it.points)),
        mayOpen('/cases') ? panel(t('enterprise.cases'), <CaseList filter={{ device: it.id }} />) : null,
        <HandOut devices={[it.id]} key={it.id} />,
      ];
    };
  },
});
