// A meter that was replaced: the old one's end, the new one's start, and the ratio from then on.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { RegistryEditResult } from '#api';
import { attach } from '../attachment/panel.tsx';
import { FilePicker } from '../attachment/picker.tsx';
import { useSendings } from '../attachment/sending.ts';
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
    const photos = useSendings();
    /** What became of the change whose photos could not be attached, and why. */
    const left = ref<{ result: RegistryEditResult; problem: string } | null>(null);

    /** Photos belong to the point from when the change is sent on, with the time at which the meter was replaced. */
    async function sent(result: RegistryEditResult): Promise<void> {
      try {
        for (const photo of photos.chosen.filter((each) => each.made?.owner === null)) {
          photo.made = await attach(photo.made!, 'point', props.id, given.value.at);
        }
        emit('sent', result);
      } catch (cause) {
        left.value = { result, problem: (cause as Error).message };
      }
    }

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
        <FilePicker
          sendings={photos}
          label={t('replacement.photo')}
          accept='image/*,.heic,.heif,application/pdf'
          note={t('replacement.photoNote')}
        />
        {left.value
          ? (
            <div class='sender'>
              <p class='problem' role='alert'>{t('replacement.photoLeft', { reason: left.value.problem })}</p>
              <div class='buttons'>
                <button type='button' class='primary' onClick={() => sent(left.value!.result)}>
                  {t('state.again')}
                </button>
                <button type='button' onClick={() => emit('sent', left.value!.result)}>
                  {t('replacement.photoWithout')}
                </button>
              </div>
            </div>
          )
          : (
            <EditSender
              edits={() => (photos.isBusy() ? null : edits())}
              basedOn={props.basedOn}
              onSent={sent}
              onClosed={() => emit('closed')}
            />
          )}
      </div>
    );
  },
});
