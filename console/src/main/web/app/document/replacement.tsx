// A meter that was replaced: the old one's end, the new one's start, and the ratio from then on.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { RegistryEditResult } from '#api';
import { t } from '../text.ts';
import { entries, valueAt } from './content.ts';
import type { Content } from './content.ts';
import { EditSender } from './form.tsx';
import { kindOf } from './fields.ts';
import type { Field } from './fields.ts';
import { FieldInput } from './input.tsx';
import type { Edit } from './save.ts';

const FIELDS: readonly Field[] = [
  { path: 'at', type: 'time', required: true },
  { path: 'oldEnd', type: 'decimal', required: true },
  { path: 'newStart', type: 'decimal', required: true },
  { path: 'ratio', type: 'decimal' },
  { path: 'registerRange', type: 'decimal' },
];

export const ReplacementForm = defineComponent({
  props: {
    id: { type: String, required: true },
    content: { type: Object as PropType<Content>, required: true },
    basedOn: { type: Number as PropType<number | null>, default: null },
  },
  emits: { sent: (_result: RegistryEditResult) => true, closed: () => true },
  setup(props, { emit }) {
    const given = ref<Record<string, string>>({ newStart: '0' });

    /** The facts at a time: those of the newest entry before. */
    const factsAt = (at: string) =>
      entries(props.content, kindOf('point').groups[0]).filter(([from]) => from <= at).at(-1)?.[1];

    function edits(): Edit[] | null {
      const { at, oldEnd, newStart, ratio, registerRange } = given.value;
      if (!at || !oldEnd || !newStart) {
        return null;
      }
      const before = factsAt(at) as Content | undefined;
      const differs = (name: string, value?: string) => value && value !== String(valueAt(before, name) ?? '');
      const facts = before && (differs('ratio', ratio) || differs('registerRange', registerRange))
        ? { [at]: { ...before, ...(ratio ? { ratio } : {}), ...(registerRange ? { registerRange } : {}) } }
        : undefined;
      return [{
        kind: 'point',
        id: props.id,
        verb: 'patch',
        document: { replacements: { [at]: { oldEnd, newStart } }, ...(facts ? { facts } : {}) },
      }];
    }

    const now = () => {
      const newest = entries(props.content, kindOf('point').groups[0]).at(-1)?.[1];
      return String(valueAt(newest, 'ratio') ?? '1');
    };

    return () => (
      <div class='document-form'>
        <p class='hint'>{t('replacement.advice', { ratio: now() })}</p>
        <div class='fields-row'>
          {FIELDS.map((field) => (
            <FieldInput
              key={field.path}
              field={field}
              value={given.value[field.path] ?? null}
              onEntered={(
                value: string | boolean,
              ) => (given.value = { ...given.value, [field.path]: String(value).trim() })}
            />
          ))}
        </div>
        <EditSender
          edits={edits}
          basedOn={props.basedOn}
          onSent={(result: RegistryEditResult) => emit('sent', result)}
          onClosed={() => emit('closed')}
        />
      </div>
    );
  },
});
