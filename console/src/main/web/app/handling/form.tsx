// One action of a case: what it needs is asked for, files go first, and what was typed stays where the line breaks or the case goes on.
import { defineComponent, reactive, ref } from 'vue';
import type { PropType } from 'vue';
import type { Alert } from '#api';
import { live, post, query, Refusal } from '../api.ts';
import { useSendings } from '../attachment/sending.ts';
import { announce } from '../page.tsx';
import { mayOpen } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { ActField } from './fields.tsx';
import type { Action, Need } from './fields.tsx';

/** The case went on since it was seen. */
const OVERTAKEN = 409;

const RESPONSIBLE = 'greenpark-responsible';

/** What is known already and only to be corrected. */
function beginning(it: Alert, action: Action): Record<string, string> {
  const known: Record<string, string> = {
    from: (it.since ?? '').slice(0, 16),
    to: (it.clearedAt ?? '').slice(0, 16),
    responsible: localStorage.getItem(RESPONSIBLE) ?? '',
  };
  return Object.fromEntries(action.needs.map(({ field }) => [field, known[field] ?? '']));
}

export const ActForm = defineComponent({
  props: {
    it: { type: Object as PropType<Alert>, required: true },
    action: { type: Object as PropType<Action>, required: true },
  },
  emits: { done: () => true, cancelled: () => true, overtaken: () => true },
  setup(props, { emit }) {
    const values = reactive(beginning(props.it, props.action));
    /** Marks of the time of the case, to be named in an answer. */
    const marks = live<'/marks'>(() =>
      props.action.needs.some((need: Need) => need.field === 'mark') && mayOpen('/marks')
        ? query('/marks', { case: props.it.id })
        : null
    );
    const sendings = useSendings();
    const busy = ref(false);
    const problem = ref<string | null>(null);
    const begunAt = props.it.handling!.lastStep;
    const asked = () => props.action.needs.filter((need: Need) => need.when === null || values[need.when] === need.is);

    function details(): Record<string, unknown> {
      const given: Record<string, unknown> = {};
      for (const need of asked()) {
        if (need.kind === 'files') {
          const ids = sendings.ids();
          if (ids.length) {
            given[need.field] = ids;
          }
        } else if (values[need.field]?.trim()) {
          given[need.field] = need.kind === 'truth' ? values[need.field] === 'true' : values[need.field].trim();
        }
      }
      return given;
    }

    async function submit(event: Event): Promise<void> {
      event.preventDefault();
      if (busy.value) {
        return;
      }
      busy.value = true;
      problem.value = null;
      try {
        if (!await sendings.arrived(asked().some((need) => need.kind === 'files' && need.required))) {
          return;
        }
        await post<'/alerts/{id}/actions'>(`${pathOf('alerts', props.it.id)}/actions`, {
          action: props.action.action,
          seen: props.it.handling!.lastStep,
          details: details(),
        });
        if (values.responsible) {
          localStorage.setItem(RESPONSIBLE, values.responsible);
        }
        sendings.keep('case', props.it.id);
        announce(t('handling.done', { name: say(props.action.name) }));
        emit('done');
      } catch (cause) {
        if (cause instanceof Refusal && cause.status === OVERTAKEN) {
          problem.value = t('handling.overtaken', { why: cause.message });
          emit('overtaken');
        } else {
          problem.value = (cause as Error).message;
        }
      } finally {
        busy.value = false;
      }
    }

    return () => (
      <form class='act-form' onSubmit={submit} aria-label={say(props.action.name)}>
        {asked().map((need) => (
          <ActField
            key={need.field}
            need={need}
            value={values[need.field] ?? ''}
            sendings={sendings}
            known={need.field === 'mark' ? marks.data.value?.rows.map((each) => each.id) ?? [] : []}
            onChosen={(value: string) => (values[need.field] = value)}
          />
        ))}
        {sendings.waits.value ? <p class='hint' role='status'>{t('handling.waitsForFiles')}</p> : null}
        {props.it.handling!.lastStep !== begunAt && !problem.value
          ? <p class='hint' role='status'>{t('handling.wentOn')}</p>
          : null}
        {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={busy.value}>
            {t('handling.go', { name: say(props.action.name) })}
          </button>
          <button type='button' onClick={() => emit('cancelled')}>{t('handling.cancel')}</button>
        </div>
      </form>
    );
  },
});
