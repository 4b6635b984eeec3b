// How the platform is, in the head of every page: in a word, and opened in full. It closes by itself when one goes on.
import { defineComponent, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { clockTime } from './format.ts';
import { health } from './health.ts';
import { way } from './parts.ts';
import { isAny } from './rights.ts';
import { route } from './route.ts';
import { t, word } from './text.ts';

export const HealthMark = defineComponent({
  setup() {
    const box = ref<HTMLDetailsElement | null>(null);
    const close = () => {
      if (box.value) {
        box.value.open = false;
      }
    };
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.value?.contains(event.target)) {
        close();
      }
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && box.value?.open) {
        close();
        box.value.querySelector('summary')?.focus();
      }
    };
    onMounted(() => {
      addEventListener('pointerdown', outside);
      addEventListener('keydown', escape);
    });
    onBeforeUnmount(() => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', escape);
    });
    watch(() => route.value.path, close);
    return () => {
      const { status, failed, time } = health.value;
      const tone = failed ? 'bad' : status === 'ok' ? 'good' : status === 'unknown' ? 'quiet' : 'warn';
      return (
        <details ref={box} class={['health', tone]}>
          <summary>
            <span class='dot' aria-hidden='true'></span>
            <span class='health-word'>{failed ? t('health.failed') : t(`health.${status}`)}</span>
            <span class='clock'>{clockTime(time)}</span>
          </summary>
          <div class='health-list'>
            <ul>{lines().map((line) => <li key={line}>{line}</li>)}</ul>
            {way('/operations', t('nav.operations'))}
          </div>
        </details>
      );
    };
  },
});

function lines(): string[] {
  const { readers = [], doors = [], certificates = [] } = health.value;
  const address = isAny(['operator', 'auditor']);
  return [
    ...doors.map((door) =>
      t(
        door.open
          ? (address ? 'health.doorOpen' : 'health.doorWorks')
          : address
          ? 'health.doorShut'
          : 'health.doorBroken',
        {
          name: word('door', door.name),
          address: door.address,
          problem: door.problem,
        },
      )
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
