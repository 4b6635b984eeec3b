// A return as the enterprise fills it in, on a phone or at a desk: kept as it is typed, asked about where it is, signed at the end.
import { computed, defineComponent, onBeforeUnmount, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { MonthlyReturn, ReturnQuestion } from '#api';
import { post, put, Refusal } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t, word } from '../text.ts';
import { bodyOf, draftOf, faults } from './draft.ts';
import type { Draft, Line, Typed } from './draft.ts';
import { AmountField, askedOf } from './field.tsx';
import { ProductLines } from './products.tsx';

const MONEY = ['cny-10000', 'cny'] as const;
/** After so long without a key what is typed is kept. */
const PAUSE_MS = 900;

/** The address of a return below the API. */
export function addressOf(it: MonthlyReturn): string {
  return `${pathOf('returns', it.enterprise.id)}/${it.period}`;
}

export const ReturnForm = defineComponent({
  props: { it: { type: Object as PropType<MonthlyReturn>, required: true } },
  emits: { kept: (_it: MonthlyReturn) => true, submitted: (_it: MonthlyReturn) => true },
  setup(props, { emit }) {
    const kept = ref<MonthlyReturn>(props.it);
    const draft = ref<Draft>(draftOf(props.it));
    const state = ref<'kept' | 'typed' | 'saving' | 'failed'>('kept');
    const problem = ref<string | null>(null);
    const wrong = computed(() => faults(draft.value));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let saving: Promise<void> = Promise.resolve();

    /** Puts what is typed into the books, one after the other, as each needs the version that the one before made. */
    function save(): Promise<void> {
      clearTimeout(timer);
      saving = saving.then(async () => {
        if (state.value !== 'typed' || wrong.value.size) {
          return;
        }
        state.value = 'saving';
        try {
          kept.value = await put<'/returns/{id}/{period}'>(
            addressOf(kept.value),
            bodyOf(draft.value, kept.value.version),
          );
          problem.value = null;
          emit('kept', kept.value);
          // What was typed meanwhile is kept next.
          if (state.value === 'saving') {
            state.value = 'kept';
          }
        } catch (cause) {
          state.value = 'failed';
          problem.value = (cause as Error).message + (stale(cause) ? ` ${t('return.reload')}` : '');
        }
      });
      return saving;
    }

    function change(changed: Partial<Draft>): void {
      draft.value = { ...draft.value, ...changed };
      state.value = 'typed';
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE_MS);
    }
    onBeforeUnmount(() => void save());

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
      await save();
      if (state.value !== 'kept') {
        throw new Error(problem.value ?? t('return.notKept'));
      }
      const signer = String(fields.get('signer')).trim();
      const told = await post<'/returns/{id}/{period}/submit'>(`${addressOf(kept.value)}/submit`, {
        version: kept.value.version,
        signer,
        confirmed: true,
      });
      announce(t('return.submitted'));
      emit('submitted', told);
    });

    async function submit(event: Event): Promise<void> {
      event.preventDefault();
      // What was never typed has no version yet.
      if (kept.value.version === 0 && state.value === 'kept') {
        state.value = 'typed';
      }
      await signing.submit(event);
    }

    return () => (
      <form class='return-form' onSubmit={submit}>
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

function stale(cause: unknown): boolean {
  return cause instanceof Refusal && cause.status === 409;
}
