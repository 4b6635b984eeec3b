// How the platform is, in the head of every page: in a word, and opened in full.
import { defineComponent } from 'vue';
import { clockTime } from './format.ts';
import { health } from './health.ts';
import { link } from './parts.ts';
import { isAny } from './rights.ts';
import { t, word } from './text.ts';

export const HealthMark = defineComponent({
  setup() {
    return () => {
      const { status, failed, time } = health.value;
      const tone = failed ? 'bad' : status === 'ok' ? 'good' : status === 'unknown' ? 'quiet' : 'warn';
      return (
        <details class={['health', tone]}>
          <summary>
            <span class='dot' aria-hidden='true'></span>
            <span class='health-word'>{failed ? t('health.failed') : t(`health.${status}`)}</span>
            <span class='clock'>{clockTime(time)}</span>
          </summary>
          <div class='health-list'>
            <ul>{lines().map((line) => <li key={line}>{line}</li>)}</ul>
            {isAny(['operator', 'auditor']) ? link('/operations', t('nav.operations')) : null}
          </div>
        </details>
      );
    };
  },
});

function lines(): string[] {
  const { readers = [], doors = [], certificates = [] } = health.value;
  return [
    ...doors.map((door) =>
      t(door.open ? 'health.doorOpen' : 'health.doorShut', {
        name: word('door', door.name),
        address: door.address,
        problem: door.problem,
      })
    ),
    ...readers.map((reader) =>
      t(reader.failure ? 'health.readerFails' : 'health.reader', { ...reader, name: word('reader', reader.name) })
    ),
    ...certificates.map((each) =>
      t(`health.certificate.${each.state}`, {
        name: word('door', each.usedBy),
        date: each.expires?.slice(0, 10),
        days: each.daysLeft,
        trouble: each.trouble,
      })
    ),
  ];
}
