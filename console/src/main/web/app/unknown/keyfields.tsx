// What a key of a device that waits is claimed as: filled in with what is suggested, entered beside what it sent.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers } from '#api';
import { entered, entryAt, withValue } from '../document/content.ts';
import type { Content } from '../document/content.ts';
import { kindOf } from '../document/fields.ts';
import type { Field } from '../document/fields.ts';
import { FieldInput } from '../document/input.tsx';
import { valueOf } from '../form.ts';
import { choice, link } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';

export type Waiting = Answers['/quarantine/{id}'];
export type Key = Waiting['keys'][number];

/** A key as it is claimed; of one that is left, what was entered stays. */
export interface Entry {
  take: boolean;
  /** Of its point; empty where several devices are claimed, each with one of its own. */
  id: string;
  point: Content;
}

const POINT: readonly Field[] = [
  ...kindOf('point').fields.filter((field) => !['device', 'key', 'endedAt'].includes(field.path)),
  { path: 'validFrom', type: 'time', required: true },
];
/** Of several devices the name, the outlet and the beginning are of each. */
const SHARED: readonly Field[] = kindOf('point').fields.filter((field) => field.path === 'quantity');
/** Fields that most points have; the others are behind a summary. */
const USUAL = ['kind', 'unit', 'ratio', 'ratioApplied', 'carrier', 'factor', 'expectedInterval', 'period', 'stamp'];
const FACTS: readonly Field[] = kindOf('point').groups[0].fields.map((field) => ({
  ...field,
  path: `facts.${field.path}`,
}));
const isUsual = (field: Field) => USUAL.includes(field.path.slice('facts.'.length));

/** What a form is filled in with: nothing of it is in force before it is sent. */
export function suggested(it: Waiting, key: Key): Entry {
  const { like, id, quantity, validFrom, ...facts } = it.suggested.keys[key.key];
  let point: Content = { name: { zh: key.key, en: key.key }, validFrom };
  point = withValue(point, ['quantity'], quantity);
  for (const [name, value] of Object.entries(facts)) {
    point = withValue(point, ['facts', name], value);
  }
  return { take: like !== null, id: id ?? '', point };
}

/** One field of what is claimed, drawn as in the forms of documents. */
export function claimedField(field: Field, content: Content, changed: (content: Content) => void): VNode {
  return (
    <FieldInput
      key={field.path}
      field={{ ...field, path: field.path.replace('facts.', '') }}
      value={entryAt(content, field.path)}
      onEntered={(given: string | boolean) => changed(withValue(content, field.path.split('.'), entered(field, given)))}
    />
  );
}

export const KeyFields = defineComponent({
  props: {
    name: { type: String, required: true },
    entry: { type: Object as PropType<Entry>, required: true },
    /** The point that it is filled in from; null where there is none. */
    like: { type: String as PropType<string | null>, default: null },
    /** Whether it is for several devices: then it has no fields that differ between them. */
    several: { type: Boolean, default: false },
  },
  emits: { changed: (_changes: Partial<Entry>) => true },
  setup(props, { emit, slots }) {
    const fields = (which: readonly Field[]) =>
      which.map((field) => claimedField(field, props.entry.point, (point) => emit('changed', { point })));
    return () => (
      <section class='claim-key' aria-label={props.name}>
        <h3>
          <code>{props.name}</code>
        </h3>
        <p class='hint'>{slots.default?.()}</p>
        {choice<string>(
          t('unknown.whatOfKey', { key: props.name }),
          [['take', t('unknown.take')], ['leave', t('unknown.leave')]],
          props.entry.take ? 'take' : 'leave',
          (value) => emit('changed', { take: value === 'take' }),
        )}
        {props.entry.take
          ? [
            props.like
              ? (
                <p class='hint'>
                  {[t('unknown.like'), ' ', link(pathOf('points', props.like), <code>{props.like}</code>)]}
                </p>
              )
              : null,
            <div class='fields-row'>
              {props.several ? null : (
                <label class='field'>
                  <span>{t('unknown.pointId')}</span>
                  <input
                    value={props.entry.id}
                    pattern='[a-z0-9][a-z0-9\-]*'
                    maxlength={64}
                    autocomplete='off'
                    onInput={(event: Event) => emit('changed', { id: valueOf(event).trim() })}
                  />
                  <span class='hint'>{t('document.idHint')}</span>
                </label>
              )}
              {fields(props.several ? SHARED : POINT)}
              {fields(FACTS.filter(isUsual))}
            </div>,
            props.several ? null : <p class='hint'>{t('unknown.validFromHint')}</p>,
            <details>
              <summary>{t('unknown.more')}</summary>
              <div class='fields-row'>{fields(FACTS.filter((field) => !isUsual(field)))}</div>
            </details>,
          ]
          : null}
      </section>
    );
  },
});
