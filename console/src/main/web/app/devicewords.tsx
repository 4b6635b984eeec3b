// Devices in words: their state, how old their data are, what was refused.
import type { VNode, VNodeChild } from 'vue';
import type { Device } from '#api';
import { dateTime, duration } from './format.ts';
import { badge, link, time } from './parts.ts';
import type { Tone } from './parts.ts';
import { say, t } from './text.ts';

const TONES: Record<Device['state'], Tone> = {
  TALKING: 'good',
  SILENT: 'bad',
  REFUSED: 'bad',
  DOOR_SHUT: 'warn',
  NEVER: 'quiet',
  ENDED: 'quiet',
};

/** What a device is shown as: one that sends, but whose data stand still or are of the past, is not online. */
export type ShownState = Device['state'] | 'STANDS_STILL' | 'OLD_DATA';

export function shownState(row: Device): ShownState {
  if (row.state !== 'TALKING') {
    return row.state;
  }
  return row.data?.standsStill ? 'STANDS_STILL' : row.data?.old ? 'OLD_DATA' : row.state;
}

/** That data of a device are not accepted, and so judge nothing; null where they do. */
export function notAccepted(pending: boolean): VNode | null {
  return pending ? badge('warn', t('acceptance.not'), t('acceptance.notWhy')) : null;
}

/** From when on data of a device count since it was accepted; null where it waits, or nobody had to accept it. */
export function acceptedSince(of: Device['acceptance']): VNode | null {
  return of.acceptedSince
    ? badge(
      'good',
      t('acceptance.acceptedSince', { time: dateTime(of.acceptedSince) }),
      t('acceptance.acceptedSinceWhy'),
    )
    : null;
}

/** The state in words. */
export function deviceState(row: Device): VNode[] {
  const why = row.state === 'DOOR_SHUT'
    ? t('device.doorShutWhy')
    : t('device.silentAfter', { time: duration(row.silenceAfterSeconds) });
  switch (shownState(row)) {
    case 'STANDS_STILL':
      return [badge('bad', t('device.STANDS_STILL'), t('device.standsStillWhy'))];
    case 'OLD_DATA':
      return [
        badge('warn', t('device.OLD_DATA'), t('device.oldDataWhy', { time: duration(row.data?.ageSeconds ?? null) })),
      ];
    default:
      return [badge(TONES[row.state], t(`device.${row.state}`), why)];
  }
}

/** How old the newest data are; where they stand still while messages arrive, of which points. */
export function newestData(row: Device): VNodeChild {
  if (!row.data) {
    return '—';
  }
  const { newest, ageSeconds, standsStill, points } = row.data;
  const old = (each: typeof points[number]) =>
    t('device.pointOld', { point: say(each.name), age: duration(each.ageSeconds) });
  return standsStill
    ? points.slice(0, 3).map((each) => <span class='sub warn-text' key={each.id}>{old(each)}</span>)
    : [time(newest), <span class='sub'>{t('device.dataAge', { time: duration(ageSeconds) })}</span>];
}

/** What was last refused of a device, and the way to the rest. */
export function lastRefusal(row: Device): VNodeChild {
  const last = row.lastRefusal;
  return last
    ? [
      link(
        `/dead-letters?device=${encodeURIComponent(row.id)}`,
        badge('warn', say(last.reasonText), say(last.detailText)),
        { class: 'plain' },
      ),
      ' ',
      time(last.at),
      (last.count ?? 1) > 1 ? <span class='times'>{` ×${last.count}`}</span> : null,
    ]
    : '—';
}
