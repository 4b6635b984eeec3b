// One figure of a return: a large field with its unit, read back in the other unit and in words, with what it was before and what is asked.
import { defineComponent, useId } from 'vue';
import type { PropType, VNode } from 'vue';
import type { MonthlyReturn, ReturnQuestion } from '#api';
import { valueOf } from '../form.ts';
import { grouped } from '../format.ts';
import { language, say, t, word } from '../text.ts';
import { fromBase, inBase, inOther, spelled, typed, unitOfBase } from './amounts.ts';
import type { Typed } from './draft.ts';

export function unitWord(unit: string): string {
  return word('return.unit', unit);
}

/** What a typed amount comes to, so that another unit is heard at once. */
export function readBack(text: string, unit: string, negative = false): string | null {
  const value = typed(text, negative);
  if (!value) {
    return value === undefined ? t('return.noNumber') : null;
  }
  const other = inOther(value, unit);
  const base = inBase(value, unit);
  const name = unitWord(unit.replace('-10000', ''));
  const spoken = spelled(base, language.value) + (/^\p{Script=Han}/u.test(name) ? name : ` ${name}`);
  return other ? t('return.readBack', { spoken, other: `${grouped(other.value)} ${unitWord(other.unit)}` }) : spoken;
}

/** What earlier periods and meters say of a figure, in the unit that is chosen. */
export function comparisons(it: MonthlyReturn, figure: string, unit: string): string[] {
  const told = (value: string | null | undefined, base: string) => {
    const same = unitOfBase(base) === unit.replace('-10000', '');
    return value ? `${same ? fromBase(value, unit) : grouped(value)} ${same ? unitWord(unit) : base}` : null;
  };
  const found = [it.before, it.yearBefore].flatMap((past) => {
    const one = past?.figures.find((each) => each.figure === figure);
    const amount = one ? told(one.value, one.unit) : null;
    return past && amount ? [t('return.was', { period: say(past.periodName), amount })] : [];
  });
  const metered = it.metered.find((each) => each.figure === figure);
  const counted = metered ? told(metered.value, metered.unit) : null;
  if (metered && counted) {
    const percent = Math.floor((metered.completeness ?? 0) * 100);
    found.push(t('return.counted', { amount: counted, percent }));
  }
  return found;
}

export const AmountField = defineComponent({
  props: {
    it: { type: Object as PropType<MonthlyReturn>, required: true },
    figure: { type: String, required: true },
    label: { type: String, required: true },
    amount: { type: Object as PropType<Typed>, required: true },
    units: { type: Array as PropType<readonly string[]>, required: true },
    negative: { type: Boolean, default: false },
    note: { type: String as PropType<string | null>, default: null },
    /** Whether it was filled in beforehand, and is confirmed; null where it was not. */
    confirmed: { type: Boolean as PropType<boolean | null>, default: null },
  },
  emits: { typed: (_amount: Typed) => true, confirmed: (_so: boolean) => true },
  setup(props, { emit, slots }) {
    const field = useId();
    const told = useId();
    return () => {
      const back = readBack(props.amount.text, props.amount.unit, props.negative);
      const wrong = typed(props.amount.text, props.negative) === undefined;
      return (
        <div class={['return-field', slots.questions?.().length ? 'asked' : null]}>
          <label for={field}>{props.label}</label>
          {props.note ? <p class='hint'>{props.note}</p> : null}
          <div class='amount'>
            <input
              id={field}
              inputmode='decimal'
              autocomplete='off'
              value={props.amount.text}
              aria-invalid={wrong || undefined}
              aria-describedby={told}
              onInput={(event: Event) => emit('typed', { ...props.amount, text: valueOf(event) })}
            />
            {props.units.length > 1
              ? (
                <select
                  aria-label={t('return.unitOf', { figure: props.label })}
                  value={props.amount.unit}
                  onChange={(event: Event) => emit('typed', { ...props.amount, unit: valueOf(event) })}
                >
                  {props.units.map((unit) => <option value={unit} key={unit}>{unitWord(unit)}</option>)}
                </select>
              )
              : <span class='unit'>{unitWord(props.units[0])}</span>}
          </div>
          <div id={told} class='told'>
            {back ? <p class={wrong ? 'problem' : 'read-back'}>{back}</p> : null}
            {comparisons(props.it, props.figure, props.amount.unit).map((line) => (
              <p class='hint' key={line}>{line}</p>
            ))}
          </div>
          {props.confirmed === null ? null : (
            <label class='check prefilled'>
              <input
                type='checkbox'
                checked={props.confirmed}
                onChange={(event: Event) => emit('confirmed', (event.target as HTMLInputElement).checked)}
              />
              {t('return.prefilled')}
            </label>
          )}
          {slots.questions?.()}
        </div>
      );
    };
  },
});

/** A question with the word that answers it. */
export function askedOf(question: ReturnQuestion, said: string, answer: (word: string) => void): VNode {
  return (
    <label class='question' key={question.id}>
      <span>{say(question.text)}</span>
      <textarea
        rows={2}
        maxlength={2000}
        value={said}
        placeholder={t('return.answerHint')}
        onInput={(event: Event) => answer(valueOf(event))}
      >
      </textarea>
    </label>
  );
}
