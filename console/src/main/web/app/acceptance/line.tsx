// One point of a meter as it is read on a phone: plates, display, two readings, each beside the platform.
import { defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { AcceptanceSheet } from '#api';
import { get, query } from '../api.ts';
import { localSeconds } from '../document/times.ts';
import { unitText } from '../format.ts';
import { valueOf } from '../form.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { unitsOf } from './draft.ts';
import type { LineDraft } from './draft.ts';
import { multiplied } from './multiplied.ts';
import { amountOf, checkList, platformOf, ratios } from './shown.tsx';

export const LineForm = defineComponent({
  props: {
    device: { type: String, required: true },
    line: { type: Object as PropType<LineDraft>, required: true },
    point: { type: Object as PropType<AcceptanceSheet['points'][number]>, required: true },
    /** What the server says of what was kept of it; null where nothing was. */
    told: { type: Object as PropType<AcceptanceSheet['lines'][number] | null>, default: null },
    wrong: { type: Object as PropType<Set<string>>, required: true },
  },
  emits: { changed: (_part: Partial<LineDraft>) => true, removed: () => true },
  setup(props, { emit }) {
    const problem = ref<string | null>(null);
    const isWrong = (field: string) => props.wrong.has(`${props.line.point}.${field}`) || undefined;

    /** The time of the server's clock: a phone's may be minutes off, and what lies ahead is refused. */
    async function now(which: 'first' | 'second'): Promise<void> {
      problem.value = null;
      try {
        const answer = await get<'/acceptance/{id}/reading'>(
          query(`${pathOf('acceptance', props.device)}/reading`, {
            point: props.line.point,
          }) as `/acceptance/${string}/reading`,
        );
        emit('changed', { [which]: { ...props.line[which], at: localSeconds(answer.at!) } });
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    const text = (field: 'ct' | 'pt' | 'factor', hint: string): VNode => (
      <label>
        {t(`acceptance.${field}`)}
        <input
          value={props.line[field]}
          name={field}
          inputmode='decimal'
          placeholder={hint}
          disabled={props.line.direct}
          aria-invalid={isWrong(field)}
          onInput={(event: Event) => emit('changed', { [field]: valueOf(event) })}
        />
      </label>
    );

    const reading = (which: 'first' | 'second'): VNode => {
      const typed = props.line[which];
      const told = props.told?.[which];
      const put = (part: Partial<typeof typed>) => emit('changed', { [which]: { ...typed, ...part } });
      return (
        <div class='reading' role='group' aria-label={t(`acceptance.${which}`)}>
          <strong>{t(`acceptance.${which}`)}</strong>
          <label class='shown-value'>
            <span class='sr-only'>{t('acceptance.display')}</span>
            <input
              value={typed.value}
              name={`${which}-value`}
              inputmode='decimal'
              autocomplete='off'
              aria-invalid={isWrong(which)}
              placeholder={t('acceptance.valueHint')}
              onInput={(event: Event) => put({ value: valueOf(event) })}
            />
            <span class='unit'>{unitText(props.line.unit)}</span>
          </label>
          <div class='when'>
            <input
              type='datetime-local'
              step='1'
              name={`${which}-at`}
              aria-label={t('acceptance.at')}
              value={typed.at}
              onInput={(event: Event) => put({ at: valueOf(event) })}
            />
            <button type='button' onClick={() => now(which)}>{t('acceptance.now')}</button>
          </div>
          {told && props.told && multiplied(told, props.told)
            ? <p class='platform multiplied'>{multiplied(told, props.told)}</p>
            : null}
          {told ? <p class='platform'>{platformOf(told, props.line.unit)}</p> : null}
        </div>
      );
    };

    return () => (
      <fieldset class='acceptance-point'>
        <legend>{say(props.point.name)}</legend>
        <p class='hint'>
          <code>{props.point.id}</code> · {t('acceptance.registered', { ratio: props.point.registered })}
        </p>
        <div class='plates'>
          <label class='check'>
            <input
              type='checkbox'
              name='direct'
              checked={props.line.direct}
              onChange={(event: Event) => emit('changed', { direct: (event.target as HTMLInputElement).checked })}
            />
            {t('acceptance.direct')}
          </label>
          {text('ct', '300/5')}
          {text('pt', '10000/100')}
          {text('factor', '1')}
        </div>
        {props.told?.nameplateRatio ? <p class='hint'>{ratios(props.told)}</p> : null}
        <div class='display'>
          <label>
            {t('acceptance.side')}
            <select
              value={props.line.side}
              name='side'
              onChange={(event: Event) => emit('changed', { side: valueOf(event) as LineDraft['side'] })}
            >
              {(['PRIMARY', 'SECONDARY'] as const).map((side) => (
                <option value={side} key={side}>{t(`acceptance.side.${side}`)}</option>
              ))}
            </select>
          </label>
          <label>
            {t('acceptance.unit')}
            <select
              value={props.line.unit}
              name='unit'
              onChange={(event: Event) => emit('changed', { unit: valueOf(event) })}
            >
              {unitsOf(props.point.unit).map((unit) => <option value={unit} key={unit}>{unitText(unit)}</option>)}
            </select>
          </label>
        </div>
        {reading('first')}
        {reading('second')}
        {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
        {props.told ? [amountOf(props.told), checkList(props.told.checks)] : null}
        <button type='button' class='plain' onClick={() => emit('removed')}>{t('acceptance.remove')}</button>
      </fieldset>
    );
  },
});
