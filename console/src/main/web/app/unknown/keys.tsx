// What a key of a device that waits has sent, in a line.
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { dateTime, grouped } from '../format.ts';
import { badge } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { t, word } from '../text.ts';

type Key = Answers['/quarantine']['rows'][number]['keys'][number];

const TONES: Record<Key['shape'], Tone> = { rising: 'good', varying: 'info', unclear: 'quiet' };

/** Whether values look like a register. */
export function shapeBadge(key: Key): VNodeChild {
  return badge(
    TONES[key.shape],
    word('unknown.shape', key.shape),
    t('unknown.steps', { up: key.rises, down: key.falls }),
  );
}

/** The newest value, when it is of, and how many there are. */
export function keySummary(key: Key): VNodeChild {
  return [
    <strong>{grouped(key.value)}</strong>,
    ` · ${dateTime(key.time)} · ${t('unknown.readings', { n: key.readings, time: dateTime(key.earliest) })} `,
    shapeBadge(key),
    key.timeForm === 'instant' ? null : <span class='sub'>{word('unknown.time', key.timeForm)}</span>,
    key.point
      ? (
        <span class='sub'>
          {t(key.point.ended ? 'unknown.outside' : 'unknown.before', {
            point: key.point.id,
            from: dateTime(key.point.validFrom),
            to: key.point.ended ? dateTime(key.point.ended) : '',
          })}
        </span>
      )
      : null,
    key.dropped
      ? <span class='sub'>{t(key.shape === 'rising' ? 'unknown.thinned' : 'unknown.lost', { n: key.dropped })}</span>
      : null,
  ];
}
