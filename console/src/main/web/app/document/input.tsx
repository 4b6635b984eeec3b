// One field of a document, as it is entered.
import { defineComponent, ref, useId } from 'vue';
import type { PropType } from 'vue';
import { valueOf } from '../form.ts';
import { unitText } from '../format.ts';
import { nameOf } from '../names.ts';
import { say, t } from '../text.ts';
import { choices, idCalled } from './choose.ts';
import type { Choice } from './choose.ts';
import type { Entered } from './content.ts';
import type { Field } from './fields.ts';
import { instantOf, localTime } from './times.ts';
import { codeWord, fieldWord, foundAs, MASK, vocabulary } from './words.tsx';

const TYPES: Partial<Record<Field['type'], string>> = { date: 'date', month: 'month', time: 'datetime-local' };
const PATTERNS: Partial<Record<Field['type'], string>> = {
  decimal: '-?[0-9]+([.][0-9]+)?|\\*\\*\\*',
  whole: '-?[0-9]+',
  duration: '[0-9]+(ms|s|m|h|d)',
};

export const FieldInput = defineComponent({
  props: {
    field: { type: Object as PropType<Field>, required: true },
    value: { type: [String, Number, Boolean] as PropType<Entered>, default: null },
    /** What a subject is, where the field names one. */
    subject: { type: String, default: 'enterprise' },
    /** What is wrong with it. */
    problem: { type: String as PropType<string | null>, default: null },
    disabled: { type: Boolean, default: false },
  },
  emits: { entered: (_value: string | boolean) => true },
  setup(props, { emit }) {
    const list = useId();
    const note = useId();
    const hits = ref<Choice[]>([]);
    // What is being typed and not entered yet: suggestions that arrive draw the field anew, and would take it away.
    const typed = ref<string | null>(null);

    async function suggest(text: string): Promise<void> {
      hits.value = await choices(kind(), text);
    }

    /** A name that only one has stands for its id. */
    async function chosen(text: string): Promise<void> {
      typed.value = null;
      emit('entered', text);
      const id = await idCalled(kind(), text);
      if (id !== null && props.value === text.trim()) {
        emit('entered', id);
      }
    }

    /** A word of the usual ones stands for its code. */
    function codeOf(given: string): string {
      const plain = given.trim();
      return vocabulary(props.field).find(([, said]) => said === plain)?.[0] ?? given;
    }

    const kind = () => (props.field.of === 'subject' ? props.subject : props.field.of ?? '');
    const text = () => {
      const plain = props.value === null ? '' : String(props.value);
      return props.field.type === 'time' && plain ? localTime(plain) : plain;
    };
    const told = () => ({
      'aria-invalid': props.problem ? true : undefined,
      'aria-describedby': props.problem ? note : undefined,
      disabled: props.disabled,
      required: props.field.required,
    });

    function control() {
      const { field } = props;
      switch (field.type) {
        case 'flag':
          return (
            <input
              type='checkbox'
              checked={props.value === true}
              disabled={props.disabled}
              onChange={(event: Event) => emit('entered', (event.target as HTMLInputElement).checked)}
            />
          );
        case 'code':
          return (
            <select {...told()} value={text()} onChange={(event: Event) => emit('entered', valueOf(event))}>
              {field.required && text() ? null : <option value=''>—</option>}
              {field.codes!.map((code) => <option value={code} key={code}>{codeWord(field, code)}</option>)}
            </select>
          );
        case 'id':
          return [
            <input
              {...told()}
              value={typed.value ?? text()}
              list={list}
              autocomplete='off'
              onFocus={() => void suggest(text()).catch(() => {})}
              onInput={(event: Event) => {
                typed.value = valueOf(event);
                void suggest(typed.value).catch(() => {});
              }}
              onChange={(event: Event) => void chosen(valueOf(event)).catch(() => {})}
            />,
            <datalist id={list}>
              {hits.value.map((hit) => <option value={hit.id} key={hit.id}>{say(hit.name)}</option>)}
            </datalist>,
            text() && foundAs(kind()) ? <span class='hint'>{nameOf(foundAs(kind())!, text())}</span> : null,
          ];
        default:
          return [
            <input
              {...told()}
              list={vocabulary(field).length ? list : undefined}
              type={TYPES[field.type] ?? 'text'}
              value={text()}
              pattern={PATTERNS[field.type]}
              inputmode={field.type === 'decimal' ? 'decimal' : field.type === 'whole' ? 'numeric' : undefined}
              autocomplete='off'
              onChange={(event: Event) => {
                const given = valueOf(event);
                emit('entered', field.type === 'time' && given ? instantOf(given) : codeOf(given));
              }}
            />,
            vocabulary(field).length
              ? (
                <datalist id={list}>
                  {vocabulary(field).map(([code, said]) => <option value={code} key={code}>{said}</option>)}
                </datalist>
              )
              : null,
          ];
      }
    }

    return () => (
      <label class={['field', props.field.type === 'flag' ? 'flag' : null]}>
        <span>
          {fieldWord(props.field.path || 'value')}
          {props.field.unit ? <small class='unit'>{` ${unitText(props.field.unit)}`}</small> : null}
          {props.field.required ? <span class='needed' title={t('document.needed')}>*</span> : null}
        </span>
        {control()}
        {text() === MASK ? <span class='hint'>{t('document.withheld')}</span> : null}
        {props.field.path === 'sentAs' ? <span class='hint'>{t('document.sentAsHint')}</span> : null}
        {props.field.type === 'duration' ? <span class='hint'>{t('document.durationHint')}</span> : null}
        {props.problem ? <span class='problem' id={note}>{props.problem}</span> : null}
      </label>
    );
  },
});
