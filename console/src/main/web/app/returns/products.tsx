// The products of a return: what they are called, how they are counted, and how many were made.
import { defineComponent, nextTick, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { MonthlyReturn } from '#api';
import { valueOf } from '../form.ts';
import { grouped } from '../format.ts';
import { say, t } from '../text.ts';
import { typed } from './amounts.ts';
import type { Line } from './draft.ts';

export const ProductLines = defineComponent({
  props: {
    it: { type: Object as PropType<MonthlyReturn>, required: true },
    lines: { type: Array as PropType<Line[]>, required: true },
    asked: { type: Function as PropType<(figure: string) => VNode[]>, required: true },
  },
  emits: { changed: (_lines: Line[]) => true },
  setup(props, { emit }) {
    const box = ref<HTMLElement | null>(null);
    const replace = (at: number, part: Partial<Line>) =>
      emit('changed', props.lines.map((each, i) => (i === at ? { ...each, ...part } : each)));

    async function add(): Promise<void> {
      emit('changed', [...props.lines, { name: '', unit: 't', text: '' }]);
      await nextTick();
      box.value?.querySelector<HTMLElement>('.product:last-of-type input')?.focus();
    }

    async function remove(at: number): Promise<void> {
      emit('changed', props.lines.filter((_, i) => i !== at));
      await nextTick();
      box.value?.querySelector<HTMLElement>('.add-product')?.focus();
    }

    const before = (name: string): string | null => {
      const past = props.it.before;
      const one = past?.figures.find((each) => each.figure === `product:${name}`);
      return past && one?.value
        ? t('return.was', { period: say(past.periodName), amount: `${grouped(one.value)} ${one.unit}` })
        : null;
    };

    const line = (one: Line, at: number) => (
      <fieldset class='product' key={at}>
        <legend>{one.name || t('return.product', { n: at + 1 })}</legend>
        <label>
          {t('return.productName')}
          <input
            value={one.name}
            maxlength={100}
            autocomplete='off'
            onInput={(event: Event) => replace(at, { name: valueOf(event) })}
          />
        </label>
        <label>
          {t('return.productUnit')}
          <input
            value={one.unit}
            maxlength={100}
            autocomplete='off'
            onInput={(event: Event) => replace(at, { unit: valueOf(event) })}
          />
        </label>
        <label>
          {t('return.productAmount')}
          <input
            value={one.text}
            inputmode='decimal'
            autocomplete='off'
            aria-invalid={typed(one.text) === undefined || undefined}
            onInput={(event: Event) => replace(at, { text: valueOf(event) })}
          />
          {typed(one.text) === undefined ? <span class='problem'>{t('return.noNumber')}</span> : null}
        </label>
        <button type='button' onClick={() => remove(at)}>{t('return.removeProduct')}</button>
        {before(one.name) ? <p class='hint'>{before(one.name)}</p> : null}
        {props.asked(`product:${one.name.trim()}`)}
      </fieldset>
    );

    /** What is asked of a product that is in no line. */
    const gone = () => {
      const named = new Set(props.lines.map((each) => `product:${each.name.trim()}`));
      return props.it.questions
        .filter((each) => each.figure.startsWith('product:') && !named.has(each.figure))
        .flatMap((each) => props.asked(each.figure));
    };

    return () => (
      <div ref={box} class='products'>
        {props.lines.map(line)}
        {gone()}
        <button type='button' class='add-product' onClick={add}>{t('return.addProduct')}</button>
      </div>
    );
  },
});
