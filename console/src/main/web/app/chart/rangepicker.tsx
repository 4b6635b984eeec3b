// Chooses the span of a page: by name, from day to day, one step back or on, and the length of its periods.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import { DateField } from '../datefield.tsx';
import { addDays } from '../format.ts';
import { choice } from '../parts.ts';
import { calendarUnit, days, isMeant, isPreset, moved, named, PRESETS, spanOf } from '../span.ts';
import type { ChosenSpan, Step } from '../span.ts';
import { t } from '../text.ts';
import { today } from '../health.ts';
import { valueOf } from '../form.ts';

export const RangePicker = defineComponent({
  props: {
    chosen: { type: Object as PropType<ChosenSpan>, required: true },
    /** The longest span that can be asked for, in days. */
    most: { type: Number, default: Infinity },
  },
  setup(props) {
    /** A first day after the last one takes it along, and the other way round. */
    function from(day: string): void {
      const last = addDays(props.chosen.span.value.to, -1);
      take(`${day}..${day > last ? day : last}`);
    }

    function to(day: string): void {
      const first = props.chosen.span.value.from;
      take(`${day < first ? day : first}..${day}`);
    }

    function take(text: string): void {
      const { over } = props.chosen;
      const span = spanOf(text, today(), over);
      if (span && isMeant(span.from)) {
        props.chosen.choose(named(span, today(), over));
      }
    }

    return () => {
      const { span, text, step, steps, over, choose, chooseStep } = props.chosen;
      return (
        <div class='range' role='group' aria-label={t('range.label')}>
          <button
            type='button'
            aria-label={t('range.before')}
            onClick={() => choose(named(moved(span.value, -1), today(), over))}
          >
            ‹
          </button>
          <select
            aria-label={t('range.preset')}
            value={isPreset(text.value) ? text.value : ''}
            onChange={(event: Event) => valueOf(event) && choose(valueOf(event))}
          >
            <option value='' disabled>{calendarUnit(span.value) ?? t('range.own')}</option>
            {PRESETS.filter((each) => days(spanOf(each, today(), over)!) <= props.most).map((each) => (
              <option value={each} key={each}>{t(`range.${each}`)}</option>
            ))}
          </select>
          <DateField label={t('range.from')} value={span.value.from} onChosen={from} />
          <span aria-hidden='true'>–</span>
          <DateField label={t('range.to')} value={addDays(span.value.to, -1)} onChosen={to} />
          <button
            type='button'
            aria-label={t('range.after')}
            onClick={() => choose(named(moved(span.value, 1), today(), over))}
          >
            ›
          </button>
          {steps.value.length > 1
            ? choice<Step>(
              t('energy.step'),
              steps.value.map((each) => [each, t(`energy.${each}`)]),
              step.value,
              chooseStep,
            )
            : null}
        </div>
      );
    };
  },
});
