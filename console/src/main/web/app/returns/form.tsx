// A return as the enterprise fills it in, on a phone or at a desk: kept as it is typed, asked about where it is, signed at the end.
import { computed, defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { MonthlyReturn, ReturnQuestion } from '#api';
import { post, put } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { useKeeping } from '../keeping.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t, word } from '../text.ts';
import { bodyOf, draftOf, faults } from './draft.ts';
import type { Draft, Line, Typed } from './draft.ts';
import { AmountField, askedOf } from './field.tsx';
import { ProductLines } from './products.tsx';

const MONEY = ['cny-10000', 'cny'] as const;

/** The address of a return below the API. */
export function addressOf(it: MonthlyReturn): string {
  return `${pathOf('returns', it.enterprise.id)}/${it.period}`;
}

export const ReturnForm = defineComponent({
  props: { it: { type: Object as PropType<MonthlyReturn>, required: true } },
  emits: { kept: (_it: MonthlyReturn) => true, submitted: (_it: MonthlyReturn) => true },
  setup(props, { emit }) {
    const { kept, draft, state, problem, wrong, change, beforeSigning } = useKeeping<Draft, MonthlyReturn>({
      begin: props.it,
      draftOf,
      faults,
      put: (typed, version) => put<'/returns/{id}/{period}'>(addressOf(props.it), bodyOf(typed, version)),
      done: (it) => emit('kept', it),
    });

    /** A figure that is typed over is nobody's but who typed it. */
    function without(figure: string): Record<string, boolean> {
      return Object.fromEntries(Object.entries(draft.value.prefilled).filter(([key]) => key !== figure));
    }

    const answer = (question: ReturnQuestion, said: string) =>
      change({ words: { ...draft.value.words, [question.id]: said } });
    const asked = (figure: string): VNode[] =>
      kept.value.questions
        .filter((each) => each.figure === figure)
        .map((each) => askedOf(each, draft.value.words[each.id] ?? '', (said) => answer(each, said)));

    const money = (figure: 'output' | 'value-added', key: 'output' | 'valueAdded', note: string | null) => (
      <AmountField
        it={kept.value}
        figure={figure}
        label={t(`return.figure.${figure}`)}
        note={note}
        negative={figure === 'value-added'}
        amount={draft.value[key]}
        units={MONEY}
        onTyped={(amount: Typed) => change({ [key]: amount })}
      >
        {{ questions: () => asked(figure) }}
      </AmountField>
    );

    const bill = (one: Draft['bills'][number], at: number) => {
      const figure = `bill:${one.kind}`;
      const name = say(kept.value.bills[at].name);
      const replace = (part: Partial<Draft['bills'][number]>, prefilled = draft.value.prefilled) =>
        change({ bills: draft.value.bills.map((each, i) => (i === at ? { ...each, ...part } : each)), prefilled });
      return (
        <fieldset class='bill' key={one.kind}>
          <legend>{name}</legend>
          <AmountField
            it={kept.value}
            figure={figure}
            label={t('return.billAmount', { bill: name })}
            amount={one.amount}
            units={one.units}
            confirmed={draft.value.prefilled[figure] ?? null}
            onTyped={(amount: Typed) => replace({ amount }, without(figure))}
            onConfirmed={(so: boolean) => change({ prefilled: { ...draft.value.prefilled, [figure]: so } })}
          >
            {{ questions: () => asked(figure) }}
          </AmountField>
          <AmountField
            it={kept.value}
            figure={`cost:${one.kind}`}
            label={t('return.billCost', { bill: name })}
            amount={one.cost}
            units={['cny', 'cny-10000']}
            onTyped={(cost: Typed) => replace({ cost })}
          >
            {{ questions: () => asked(`cost:${one.kind}`) }}
          </AmountField>
        </fieldset>
      );
    };

    const open = computed(() => ({
      questions: kept.value.questions.filter((each) => !draft.value.words[each.id]?.trim()).length,
      prefilled: Object.values(draft.value.prefilled).filter((confirmed) => !confirmed).length,
    }));

    const signing = useForm(async (fields) => {
      await beforeSigning();
      const signer = String(fields.get('signer')).trim();
      const told = await post<'/returns/{id}/{period}/submit'>(`${addressOf(kept.value)}/submit`, {
        version: kept.value.version,
        signer,
        confirmed: true,
      });
      announce(t('return.submitted'));
      emit('submitted', told);
    });

    return () => (
      <form class='return-form' onSubmit={signing.submit}>
        {kept.value.state === 'RETURNED' && kept.value.words
          ? <p class='stale' role='status'>{t('return.returnedBecause', { words: kept.value.words })}</p>
          : null}
        {panel(t('return.value'), [
          money('output', 'output', null),
          money('value-added', 'valueAdded', t('return.valueAddedNote')),
        ])}
        {panel(
          t('return.products'),
          <ProductLines
            it={kept.value}
            lines={draft.value.products}
            asked={asked}
            onChanged={(products: Line[]) => change({ products })}
          />,
        )}
        {panel(t('return.bills'), draft.value.bills.map(bill))}
        {panel(t('return.sign'), [
          kept.value.uses.length > 1
            ? (
              <label class='use'>
                {t('return.use')}
                <select
                  value={draft.value.allowedUse}
                  onChange={(event: Event) => change({ allowedUse: valueOf(event) })}
                >
                  {kept.value.uses.map((use) => <option value={use} key={use}>{word('return.use', use)}</option>)}
                </select>
              </label>
            )
            : <p class='hint'>{word('return.use', draft.value.allowedUse)}</p>,
          open.value.questions ? <p class='problem'>{t('return.openQuestions', { n: open.value.questions })}</p> : null,
          open.value.prefilled ? <p class='problem'>{t('return.openPrefilled', { n: open.value.prefilled })}</p> : null,
          kept.value.over ? null : <p class='hint'>{t('return.notOver')}</p>,
          <label class='signer'>
            {t('return.signer')}
            <input name='signer' required maxlength={100} autocomplete='name' />
          </label>,
          <label class='check'>
            <input type='checkbox' required /> {t('return.confirm')}
          </label>,
          signing.message(),
          <div class='buttons'>
            <button
              type='submit'
              class='primary'
              disabled={signing.busy.value || !kept.value.over || wrong.value.size > 0}
            >
              {t('return.submit')}
            </button>
          </div>,
        ])}
        <p class={['kept', state.value]} role='status'>{problem.value ?? t(`return.saved.${state.value}`)}</p>
      </form>
    );
  },
});
