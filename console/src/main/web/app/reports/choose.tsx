// What a report is of: the district, a park or an enterprise, and a month or a quarter; both stand in the address.
import { defineComponent, watch } from 'vue';
import type { VNode } from 'vue';
import type { Answers, Name } from '#api';
import { live, query } from '../api.ts';
import { valueOf } from '../form.ts';
import { today } from '../health.ts';
import { BasisPicker } from '../pickers.tsx';
import { mayOpen } from '../rights.ts';
import { route, setQuery } from '../route.ts';
import { say, t } from '../text.ts';
import { months, quarters } from './period.ts';

const REFRESH_SECONDS = 300;
const MANY = 10_000;

/** The month before the one that runs, unless another period is asked for. */
export function periodAsked(): string {
  return route.value.query.period ?? months(today())[1];
}

interface Thing {
  id: string;
  name: Name;
}

export const ReportChoice = defineComponent({
  props: {
    /** Whom the report is of. */
    of: { type: String, required: true },
  },
  /** What there is that it can be of, the first of it. */
  emits: { first: (_of: string) => true },
  setup(props, { emit }) {
    const parks = live<'/parks'>(() => mayOpen('/parks') ? '/parks' : null, REFRESH_SECONDS);
    const enterprises = live<'/enterprises'>(
      () => query('/enterprises', { intensity: false, limit: MANY }),
      REFRESH_SECONDS,
    );
    watch([parks.data, enterprises.data], () => {
      const park = parks.data.value?.parks[0];
      const enterprise = enterprises.data.value?.enterprises[0];
      if (park || enterprise) {
        emit('first', park ? `park:${park.id}` : `enterprise:${enterprise?.id}`);
      }
    });
    const group = (label: string, kind: string, things: readonly Thing[]): VNode | null =>
      things.length
        ? (
          <optgroup label={label}>
            {things.map((each) => <option value={`${kind}:${each.id}`} key={each.id}>{say(each.name)}</option>)}
          </optgroup>
        )
        : null;

    return () => {
      const all: Answers['/enterprises']['enterprises'] = enterprises.data.value?.enterprises ?? [];
      const period = periodAsked();
      const asked = [...months(today()), ...quarters(today())].includes(period) ? [] : [period];
      return (
        <div class='filters'>
          <select
            aria-label={t('report.of')}
            value={props.of}
            onChange={(event: Event) => setQuery({ of: valueOf(event) })}
          >
            {mayOpen('/district') ? <option value='district'>{t('report.district')}</option> : null}
            {group(t('nav.parks'), 'park', parks.data.value?.parks ?? [])}
            {group(t('nav.enterprises'), 'enterprise', all)}
          </select>
          <select
            aria-label={t('report.period')}
            value={period}
            onChange={(event: Event) => setQuery({ period: valueOf(event) })}
          >
            {asked.map((each) => <option value={each} key={each}>{each}</option>)}
            <optgroup label={t('report.months')}>
              {months(today()).map((each) => <option value={each} key={each}>{each}</option>)}
            </optgroup>
            <optgroup label={t('report.quarters')}>
              {quarters(today()).map((each) => <option value={each} key={each}>{each}</option>)}
            </optgroup>
          </select>
          <BasisPicker />
        </div>
      );
    };
  },
});
