// The fields of an action, each as its kind wants it, with targets that a thumb finds.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import { FilePicker } from '../attachment/picker.tsx';
import type { Sendings } from '../attachment/sending.ts';
import { say, t } from '../text.ts';
import type { Handling } from './words.tsx';

export type Action = NonNullable<Handling['actions']>[number];
export type Need = Action['needs'][number];

const LONGEST_TEXT = 2_000;
const LONGEST_LINE = 100;
const TAKEN = 'image/*,.heic,.heif,application/pdf,.xlsx,.docx,.csv,.txt';

export const ActField = defineComponent({
  props: {
    need: { type: Object as PropType<Need>, required: true },
    value: { type: String, required: true },
    sendings: { type: Object as PropType<Sendings>, required: true },
    /** What may be meant, to be chosen by a press. */
    known: { type: Array as PropType<string[]>, default: () => [] },
  },
  emits: { chosen: (_value: string) => true },
  setup(props, { emit }) {
    const take = (event: Event) => emit('chosen', (event.target as HTMLInputElement | HTMLTextAreaElement).value);
    const name = () => [
      say(props.need.name),
      props.need.required ? null : <span class='soft'>{t('handling.optional')}</span>,
    ];

    const one = (code: string, text: string): VNode => (
      <label class='act-choice' key={code}>
        <input
          type='radio'
          name={props.need.field}
          value={code}
          checked={props.value === code}
          required={props.need.required}
          onChange={take}
        />
        <span>{text}</span>
      </label>
    );

    const radios = (choices: [string, string][]): VNode => (
      <fieldset class='act-field'>
        <legend>{name()}</legend>
        <div class='act-choices'>{choices.map(([code, text]) => one(code, text))}</div>
      </fieldset>
    );

    const input = (type: string, more: Record<string, unknown> = {}): VNode => (
      <label class='act-field'>
        <span>{name()}</span>
        <input
          type={type}
          name={props.need.field}
          value={props.value}
          required={props.need.required}
          onInput={take}
          {...more}
        />
      </label>
    );

    const known = (): VNode | null =>
      props.known.length
        ? (
          <div class='chips' role='group' aria-label={say(props.need.name)}>
            {props.known.map((each) => (
              <button
                type='button'
                key={each}
                aria-pressed={props.value === each}
                onClick={() => emit('chosen', each)}
              >
                {each}
              </button>
            ))}
          </div>
        )
        : null;

    return () => {
      const { need } = props;
      switch (need.kind) {
        case 'choice':
          return radios(need.choices.map((each) => [each.code, say(each.name)]));
        case 'truth':
          return need.required
            ? radios([['true', t('handling.yes')], ['false', t('handling.no')]])
            : (
              <label class='act-field check'>
                <input
                  type='checkbox'
                  name={need.field}
                  checked={props.value === 'true'}
                  onChange={(event: Event) => emit('chosen', String((event.target as HTMLInputElement).checked))}
                />
                {say(need.name)}
              </label>
            );
        case 'time':
          return input('datetime-local');
        case 'day':
          return input('date');
        case 'files':
          return <FilePicker sendings={props.sendings} label={say(need.name)} accept={TAKEN} note={say(need.name)} />;
        case 'line':
          return [input('text', { maxlength: LONGEST_LINE }), known()];
        default:
          return (
            <label class='act-field'>
              <span>{name()}</span>
              <textarea
                name={need.field}
                rows={3}
                maxlength={LONGEST_TEXT}
                required={need.required}
                value={props.value}
                onInput={take}
              >
              </textarea>
            </label>
          );
      }
    };
  },
});
