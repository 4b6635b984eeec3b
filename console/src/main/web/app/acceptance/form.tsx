// A sheet as it is filled in at the meter, on a phone: kept as it is typed, compared as it is kept, signed at the end.
import { computed, defineComponent, watch } from 'vue';
import type { PropType } from 'vue';
import type { AcceptanceSheet } from '#api';
import { post, put } from '../api.ts';
import { AttachmentPanel } from '../attachment/panel.tsx';
import { duration } from '../format.ts';
import { useForm, valueOf } from '../form.ts';
import { useKeeping } from '../keeping.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { bodyOf, draftOf, faults, lineOf } from './draft.ts';
import type { LineDraft, SheetDraft } from './draft.ts';
import { LineForm } from './line.tsx';
import { confirmed, confirmFields } from './confirm.tsx';
import { checkList } from './shown.tsx';

export const SheetForm = defineComponent({
  props: { it: { type: Object as PropType<AcceptanceSheet>, required: true } },
  emits: { kept: (_it: AcceptanceSheet) => true, signed: (_it: AcceptanceSheet) => true, look: () => true },
  setup(props, { emit }) {
    const path = pathOf('acceptance', props.it.device.id) as `/acceptance/${string}`;
    const { kept, own, draft, state, problem, wrong, change, beforeSigning } = useKeeping<SheetDraft, AcceptanceSheet>({
      begin: props.it,
      draftOf,
      faults,
      put: (typed, version) => put<'/acceptance/{id}'>(path, bodyOf(typed, version)),
      // The page looks again from time to time: readings that were waited for, photos.
      seen: () => props.it,
      done: (it) => emit('kept', it),
    });
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
      await beforeSigning();
      const told = await post<'/acceptance/{id}/signature'>(`${path}/signature`, {
        version: kept.value.version,
        name: String(fields.get('name')).trim(),
        confirmed: true,
        checks: confirmed(fields),
      }).catch((cause) => {
        // What fails now and was not shown is to be seen beside the refusal.
        emit('look');
        throw cause;
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
          {kept.value.state === 'DRAFT' && kept.value.words
            ? <p class='stale' role='status'>{t('acceptance.takenBackBecause', { words: kept.value.words })}</p>
            : null}
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
              {confirmFields(kept.value, null)}
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
