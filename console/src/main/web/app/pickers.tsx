// What figures of standings are asked for: the month, and how electricity is counted; both stand in the address.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers } from '#api';
import { today } from './health.ts';
import { valueOf } from './form.ts';
import { address, route, setQuery } from './route.ts';
import { addMonths } from './span.ts';
import { t, word } from './text.ts';

/** Which month: the newest that can be stated unless another is chosen; January is told of with February. */
export const MonthPicker = defineComponent({
  props: { month: { type: String as PropType<string | null>, default: null } },
  setup(props) {
    const MONTHS = 36;
    const choose = (month: string | null) => setQuery({ month });
    return () => {
      const last = addMonths(`${today().slice(0, 7)}-01`, -1);
      const over = Array.from({ length: MONTHS }, (_, i) => addMonths(last, -i).slice(0, 7)).filter((each) =>
        !each.endsWith('-01')
      );
      // Links lead to others too, such as the one that runs.
      const asked = route.value.query.month;
      const months = asked && !over.includes(asked) ? [...over, asked].sort().reverse() : over;
      const at = props.month ? months.indexOf(props.month) : -1;
      return (
        <div class='range' role='group' aria-label={t('month.label')}>
          <button
            type='button'
            aria-label={t('month.before')}
            disabled={at < 0 || at + 1 >= months.length}
            onClick={() => choose(months[at + 1])}
          >
            ‹
          </button>
          <select
            aria-label={t('month.label')}
            value={route.value.query.month ?? ''}
            onChange={(event: Event) => choose(valueOf(event) || null)}
          >
            <option value=''>{props.month ? t('month.newest', { month: props.month }) : t('month.newestOne')}</option>
            {months.map((each) => <option value={each} key={each}>{each}</option>)}
          </select>
          <button type='button' aria-label={t('month.after')} disabled={at <= 0} onClick={() => choose(months[at - 1])}>
            ›
          </button>
        </div>
      );
    };
  },
});

/** How electricity is counted. */
export const BasisPicker = defineComponent({
  setup() {
    return () => (
      <select
        aria-label={t('basis.label')}
        value={route.value.query.basis ?? 'equivalent'}
        onChange={(event: Event) => setQuery({ basis: valueOf(event) === 'equivalent' ? null : valueOf(event) })}
      >
        <option value='equivalent'>{t('basis.EQUIVALENT')}</option>
        <option value='equal-value'>{t('basis.EQUAL_VALUE')}</option>
      </select>
    );
  },
});

/** What the parameters of the address ask the list of standings for. */
export function standingsPath(scope: string, more: Record<string, string> = {}): string {
  return address('/standings', {
    scope,
    month: route.value.query.month,
    basis: route.value.query.basis,
    limit: '10000',
    ...more,
  });
}

/** The basis that the address names, as requests write it; null is the usual one. */
export function askedBasis(): string | null {
  return route.value.query.basis ?? null;
}

/** Says why there are no figures of a basis: no coefficients are in force, or targets are assigned by another one. */
export function basisNotice(it: Pick<Answers['/standings'], 'basis' | 'coefficientSet' | 'summary'>): VNode | null {
  const basis = word('basis', it.basis);
  const other = word('basis', it.basis === 'EQUIVALENT' ? 'EQUAL_VALUE' : 'EQUIVALENT');
  const lines = [
    it.coefficientSet === null ? t('basis.noCoefficients', { basis }) : null,
    it.summary.otherTarget ? t('basis.otherTargets', { other, n: it.summary.otherTarget }) : null,
  ].filter(Boolean);
  return lines.length ? <p class='stale' role='status'>{lines.join(' ')}</p> : null;
}
