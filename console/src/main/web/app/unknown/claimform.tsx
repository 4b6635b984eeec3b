// Claims a device that waits: what it is and what its keys are, entered beside what they sent, tried out, and sent with a reason.
import { defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers, RegistryEditResult } from '#api';
import { entered, entryAt, fresh, withValue } from '../document/content.ts';
import type { Content } from '../document/content.ts';
import { kindOf } from '../document/fields.ts';
import type { Field } from '../document/fields.ts';
import { EditSender } from '../document/form.tsx';
import type { Trial } from '../document/form.tsx';
import { FieldInput } from '../document/input.tsx';
import { claim } from '../document/save.ts';
import { valueOf } from '../form.ts';
import { choice, link } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';
import { keySummary } from './keys.tsx';

export type Waiting = Answers['/quarantine/{id}'];
type Key = Waiting['keys'][number];

/** A key as it is claimed; of one that is left, what was entered stays. */
interface Entry {
  take: boolean;
  id: string;
  point: Content;
}

const DEVICE = kindOf('device').fields.filter((field) => field.path !== 'gateway');
const POINT: readonly Field[] = [
  ...kindOf('point').fields.filter((field) => !['device', 'key', 'endedAt'].includes(field.path)),
  { path: 'validFrom', type: 'date', required: true },
];
/** Fields that most points have; the others are behind a summary. */
const USUAL = ['kind', 'unit', 'ratio', 'ratioApplied', 'carrier', 'factor', 'expectedInterval', 'period', 'stamp'];
const FACTS: readonly Field[] = kindOf('point').groups[0].fields.map((field) => ({
  ...field,
  path: `facts.${field.path}`,
}));
const isUsual = (field: Field) => USUAL.includes(field.path.slice('facts.'.length));

/** What a form is filled in with: nothing of it is in force before it is sent. */
function suggested(it: Waiting, key: Key): Entry {
  const { like, id, quantity, validFrom, ...facts } = it.suggested.keys[key.key];
  let point: Content = { name: { zh: key.key, en: key.key }, validFrom };
  point = withValue(point, ['quantity'], quantity);
  for (const [name, value] of Object.entries(facts)) {
    point = withValue(point, ['facts', name], value);
  }
  return { take: like !== null, id: id ?? '', point };
}

export const ClaimForm = defineComponent({
  props: { device: { type: Object as PropType<Waiting>, required: true } },
  emits: { sent: (_result: RegistryEditResult) => true, closed: () => true },
  setup(props, { emit }) {
    const it = props.device;
    const isKnown = it.enterprise !== null;
    const device = ref<Content>(
      withValue(
        withValue(fresh(kindOf('device')), ['name'], { zh: it.device, en: it.device }),
        ['enterprise'],
        it.suggested.enterprise?.id ?? null,
      ),
    );
    const entries = ref<Record<string, Entry>>(
      Object.fromEntries(it.keys.map((key) => [key.key, suggested(it, key)])),
    );

    const taken = () => it.keys.map((key) => ({ key: key.key, ...entries.value[key.key] })).filter((each) => each.take);

    /** What is sent but for the reason; null where nothing would be claimed. */
    function body(): object | null {
      const points = taken().map(({ key, id, point }) => ({ key, ...(id ? { id } : {}), facts: {}, ...point }));
      return points.length ? { ...(isKnown ? {} : { device: device.value }), points } : null;
    }

    function set(key: string, changes: Partial<Entry>): void {
      entries.value = { ...entries.value, [key]: { ...entries.value[key], ...changes } };
    }

    const input = (field: Field, content: Content, changed: (content: Content) => void): VNode => (
      <FieldInput
        key={field.path}
        field={{ ...field, path: field.path.replace('facts.', '') }}
        value={entryAt(content, field.path)}
        onEntered={(given: string | boolean) =>
          changed(withValue(content, field.path.split('.'), entered(field, given)))}
      />
    );

    function point(key: Key): VNode {
      const entry = entries.value[key.key];
      const changed = (point: Content) => set(key.key, { point });
      const { like } = it.suggested.keys[key.key];
      return (
        <section class='claim-key' key={key.key} aria-label={key.key}>
          <h3>
            <code>{key.key}</code>
          </h3>
          <p class='hint'>{keySummary(key)}</p>
          {choice<string>(
            t('unknown.whatOfKey', { key: key.key }),
            [['take', t('unknown.take')], ['leave', t('unknown.leave')]],
            entry.take ? 'take' : 'leave',
            (value) => set(key.key, { take: value === 'take' }),
          )}
          {entry.take
            ? [
              like
                ? <p class='hint'>{[t('unknown.like'), ' ', link(pathOf('points', like), <code>{like}</code>)]}</p>
                : null,
              <div class='fields-row'>
                <label class='field'>
                  <span>{t('unknown.pointId')}</span>
                  <input
                    value={entry.id}
                    pattern='[a-z0-9][a-z0-9\-]*'
                    maxlength={64}
                    autocomplete='off'
                    onInput={(event: Event) => set(key.key, { id: valueOf(event).trim() })}
                  />
                  <span class='hint'>{t('document.idHint')}</span>
                </label>
                {POINT.map((field) => input(field, entry.point, changed))}
                {FACTS.filter(isUsual).map((field) => input(field, entry.point, changed))}
              </div>,
              <details>
                <summary>{t('unknown.more')}</summary>
                <div class='fields-row'>
                  {FACTS.filter((field) => !isUsual(field)).map((field) => input(field, entry.point, changed))}
                </div>
              </details>,
            ]
            : null}
        </section>
      );
    }

    return () => (
      <div class='document-form'>
        <p class='hint'>{t('unknown.claimNote')}</p>
        {isKnown ? null : (
          <div class='fields-row'>
            {DEVICE.map((field) => input(field, device.value, (content) => (device.value = content)))}
          </div>
        )}
        {it.keys.map(point)}
        <EditSender
          edits={body}
          send={(claimed: object, trial: Trial) => claim(it.id, claimed, trial)}
          onSent={(result: RegistryEditResult) => emit('sent', result)}
          onClosed={() => emit('closed')}
        />
      </div>
    );
  },
});
