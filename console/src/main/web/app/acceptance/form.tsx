// A sheet as it is filled in at the meter, on a phone: kept as it is typed, compared as it is kept, signed at the end.
import { computed, defineComponent, onBeforeUnmount, ref, watch } from 'vue';
import type { PropType } from 'vue';
import type { AcceptanceSheet } from '#api';
import { post, put, Refusal } from '../api.ts';
import { AttachmentPanel } from '../attachment/panel.tsx';
import { duration } from '../format.ts';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { bodyOf, draftOf, faults, lineOf } from './draft.ts';
import type { LineDraft, SheetDraft } from './draft.ts';
import { LineForm } from './line.tsx';
import { checkList } from './shown.tsx';

/** After so long without a key what is typed is kept. */
const PAUSE_MS = 900;

export const SheetForm = defineComponent({
  props: { it: { type: Object as PropType<AcceptanceSheet>, required: true } },
  emits: { kept: (_it: AcceptanceSheet) => true, signed: (_it: AcceptanceSheet) => true, look: () => true },
  setup(props, { emit }) {
    const own = ref<AcceptanceSheet>(props.it);
    // The page looks again from time to time: readings that were waited for, photos.
    const kept = computed(() => (props.it.version >= own.value.version ? props.it : own.value));
    const draft = ref<SheetDraft>(draftOf(props.it));
    const state = ref<'kept' | 'typed' | 'saving' | 'failed'>('kept');
    const problem = ref<string | null>(null);
    const wrong = computed(() => faults(draft.value));
    const path = pathOf('acceptance', props.it.device.id) as `/acceptance/${string}`;
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
          own.value = await put<'/acceptance/{id}'>(path, bodyOf(draft.value, kept.value.version));
          problem.value = null;
          emit('kept', own.value);
          // What was typed meanwhile is kept next.
          if (state.value === 'saving') {
            state.value = 'kept';
          }
        } catch (cause) {
          state.value = 'failed';
          const stale = cause instanceof Refusal && cause.status === 409;
          problem.value = (cause as Error).message + (stale ? ` ${t('return.reload')}` : '');
        }
      });
      return saving;
    }

    function change(changed: Partial<SheetDraft>): void {
      draft.value = { ...draft.value, ...changed };
      state.value = 'typed';
      clearTimeout(timer);
      timer = setTimeout(() => void save(), PAUSE_MS);
    }
    onBeforeUnmount(() => void save());
    watch(() => props.it.version, (version) => {
      // Somebody else changed it, and nothing is typed here: what is shown is what there is.
      if (version > own.value.version && state.value === 'kept') {
        draft.value = draftOf(props.it);
      }
    });

    const replace = (at: number, part: Partial<LineDraft>) =>
      change({ lines: draft.value.lines.map((line, i) => (i === at ? { ...line, ...part } : line)) });
    const others = computed(() =>
      kept.value.points.filter((point) => draft.value.lines.every((line) => line.point !== point.id))
    );

    function add(event: Event): void {
      const point = others.value.find((each) => each.id === valueOf(event));
      (event.target as HTMLSelectElement).value = '';
      if (point) {
        change({ lines: [...draft.value.lines, lineOf(point)] });
      }
    }

    const signing = useForm(async (fields) => {
      if (kept.value.version === 0 && state.value === 'kept') {
        state.value = 'typed';
      }
      await save();
      if (state.value !== 'kept') {
        throw new Error(problem.value ?? t('return.notKept'));
      }
      const told = await post<'/acceptance/{id}/signature'>(`${path}/signature`, {
        version: kept.value.version,
        name: String(fields.get('name')).trim(),
        confirmed: true,
      });
      announce(t('acceptance.signedNow'));
      emit('signed', told);
    });

    const line = (one: LineDraft, at: number) => {
      const point = kept.value.points.find((each) => each.id === one.point);
      return point
        ? (
          <LineForm
            key={one.point}
            device={kept.value.device.id}
            line={one}
            point={point}
            told={kept.value.version ? kept.value.lines.find((each) => each.point.id === one.point) ?? null : null}
            wrong={wrong.value}
            onChanged={(part: Partial<LineDraft>) => replace(at, part)}
            onRemoved={() => change({ lines: draft.value.lines.filter((_, i) => i !== at) })}
          />
        )
        : null;
    };

    return () => {
      const { tolerances } = kept.value;
      return (
        <div class='acceptance-form'>
          {kept.value.state === 'RETURNED' && kept.value.words
            ? <p class='stale' role='status'>{t('return.returnedBecause', { words: kept.value.words })}</p>
            : null}
          {panel(t('acceptance.meter'), [
            <label class='signer'>
              {t('acceptance.serial')}
              <input
                name='serial'
                maxlength={100}
                autocomplete='off'
                value={draft.value.serial}
                onInput={(event: Event) => change({ serial: valueOf(event) })}
              />
            </label>,
            <p class='hint'>
              {t('acceptance.rule', {
                apart: duration(tolerances.apartSeconds),
                percent: tolerances.percent,
                steps: tolerances.leastSteps,
              })}
            </p>,
          ])}
          {panel(t('acceptance.comparison'), [
            ...draft.value.lines.map(line),
            others.value.length
              ? (
                <label class='signer'>
                  {t('acceptance.add')}
                  <select name='add' onChange={add}>
                    <option value=''></option>
                    {others.value.map((point) => <option value={point.id} key={point.id}>{say(point.name)}</option>)}
                  </select>
                </label>
              )
              : null,
            <label class='signer remark'>
              {t('acceptance.remark')}
              <textarea
                name='remark'
                rows={2}
                maxlength={2000}
                value={draft.value.remark}
                onInput={(event: Event) => change({ remark: valueOf(event) })}
              >
              </textarea>
            </label>,
          ])}
          <AttachmentPanel kind='device' id={kept.value.device.id} onChanged={() => emit('look')} />
          {panel(t('acceptance.sign'), [
            checkList(kept.value.checks),
            kept.value.failed
              ? <p class='problem'>{t('acceptance.failed', { n: kept.value.failed })}</p>
              : <p class='done'>{t('acceptance.allPassed')}</p>,
            <form class='people-form' onSubmit={signing.submit}>
              <label class='signer'>
                {t('acceptance.installer')}
                <input name='name' required maxlength={100} autocomplete='name' />
              </label>
              <label class='check'>
                <input type='checkbox' name='confirmed' required /> {t('acceptance.confirm')}
              </label>
              {signing.message()}
              <div class='buttons'>
                <button type='submit' class='primary' disabled={signing.busy.value || wrong.value.size > 0}>
                  {t('acceptance.signAs')}
                </button>
              </div>
            </form>,
          ])}
          <p class={['kept', state.value]} role='status'>
            {wrong.value.size ? t('acceptance.wrong') : problem.value ?? t(`return.saved.${state.value}`)}
          </p>
        </div>
      );
    };
  },
});
