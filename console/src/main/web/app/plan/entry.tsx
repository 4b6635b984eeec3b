// Typing a quarter of the board: one line for each target, Enter goes to the next, only what was changed is sent, all of it or nothing.
import { computed, defineComponent, reactive, ref } from 'vue';
import type { PropType } from 'vue';
import type { BoardRow, PlanStatement } from '#api';
import { put } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { cut, pasted } from './values.ts';
import { periodName, PROGRESS } from './words.tsx';

type Kind = 'typed' | 'published';

export const PlanEntry = defineComponent({
  props: {
    plan: { type: String, required: true },
    period: { type: String, required: true },
    rows: { type: Array as PropType<BoardRow[]>, required: true },
  },
  emits: { kept: () => true, closed: () => true },
  setup(props, { emit }) {
    const kind = ref<Kind>('typed');
    const source = ref('');
    // What was typed, by target and area; what is not here is as it was.
    const typed = reactive(new Map<string, { value?: string; words?: string }>());

    const keyOf = (row: BoardRow) => `${row.number} ${row.area.id}`;
    const before = (row: BoardRow): PlanStatement | null => row.asked[kind.value];
    const shownValue = (row: BoardRow) =>
      typed.get(keyOf(row))?.value ?? before(row)?.value ?? before(row)?.progress ?? '';
    const shownWords = (row: BoardRow) => typed.get(keyOf(row))?.words ?? before(row)?.words ?? '';
    const changed = (row: BoardRow) => {
      const was = before(row);
      return shownValue(row).trim() !== (was?.value ?? was?.progress ?? '') ||
        shownWords(row).trim() !== (was?.words ?? '');
    };
    /** Of which department; empty for all. What was typed of others stays typed. */
    const department = ref('');
    const departments = computed(() => [...new Set(props.rows.map((row) => say(row.department)))].sort());
    const open = computed(() => props.rows.filter((row) => !row.closed));
    const lines = computed(() =>
      open.value.filter((row) => !department.value || say(row.department) === department.value)
    );
    const changes = computed(() => open.value.filter(changed));
    const misfits = ref<string[]>([]);

    /** A table from a spreadsheet fills the lines; one value is pasted as ever. */
    function paste(event: ClipboardEvent, row: BoardRow): void {
      const found = pasted(event.clipboardData?.getData('text/plain') ?? '', lines.value, lines.value.indexOf(row));
      if (!found) {
        return;
      }
      event.preventDefault();
      found.into.forEach(({ line, value, words }) => type(lines.value[line], words ? { value, words } : { value }));
      misfits.value = found.misfits;
      announce(t('plan.pasted', { n: found.into.length }));
    }

    function type(row: BoardRow, what: { value?: string; words?: string }): void {
      typed.set(keyOf(row), { ...typed.get(keyOf(row)), ...what });
    }

    const form = useForm(async () => {
      if (!changes.value.length) {
        throw new Error(t('plan.nothingTyped'));
      }
      const n = changes.value.length;
      await put<'/plans/{id}/values'>(`${pathOf('plans', props.plan)}/values`, {
        period: props.period,
        entries: changes.value.map((row) => {
          const value = shownValue(row).trim() || null;
          return {
            target: row.number,
            area: row.area.id,
            kind: kind.value,
            version: before(row)?.version ?? 0,
            value: row.type === 'qualitative' ? null : value,
            progress: row.type === 'qualitative' ? value : null,
            // One that is corrected keeps where it is from, unless another source is given.
            source: source.value.trim() || before(row)?.source || null,
            words: shownWords(row).trim() || null,
          };
        }),
      });
      typed.clear();
      announce(t('plan.kept', { n }));
      emit('kept');
    }, () => t('plan.keptAll'));

    /** Enter goes to the next line, and never sends by chance. */
    function next(event: KeyboardEvent): void {
      if (event.key !== 'Enter') {
        return;
      }
      event.preventDefault();
      const all = [...document.querySelectorAll<HTMLElement>('.plan-entry [data-line]')];
      const at = all.indexOf(event.target as HTMLElement);
      (all[at + (event.shiftKey ? -1 : 1)] ?? document.querySelector<HTMLElement>('.plan-entry .primary'))?.focus();
    }

    const unitOf = (row: BoardRow) => row.type === 'list' ? t('plan.seenToUnit') : row.unit ? say(row.unit) : '';

    const field = (row: BoardRow) =>
      row.type === 'qualitative'
        ? (
          <select
            data-line
            aria-label={`${row.number} ${say(row.words)}`}
            value={shownValue(row)}
            onPaste={(event: ClipboardEvent) => paste(event, row)}
            onChange={(event: Event) => type(row, { value: valueOf(event) })}
            onKeydown={next}
          >
            <option value=''>—</option>
            {PROGRESS.map((each) => <option value={each} key={each}>{t(`plan.progress.${each}`)}</option>)}
          </select>
        )
        : (
          <input
            data-line
            inputmode='decimal'
            autocomplete='off'
            pattern='-?[0-9]{1,15}([.][0-9]{1,6})?'
            title={t('plan.number')}
            aria-label={`${row.number} ${say(row.words)}`}
            value={shownValue(row)}
            onInput={(event: Event) => type(row, { value: valueOf(event) })}
            onPaste={(event: ClipboardEvent) => paste(event, row)}
            onKeydown={next}
          />
        );

    return () =>
      panel(t('plan.enter', { period: periodName(props.period) }), [
        <form class='plan-entry' onSubmit={form.submit}>
          <div class='plan-entry-head'>
            <label>
              {t('plan.kind')}
              <select
                value={kind.value}
                onChange={(event: Event) => {
                  kind.value = valueOf(event) as Kind;
                  typed.clear();
                }}
              >
                <option value='typed'>{t('plan.origin.typed')}</option>
                <option value='published'>{t('plan.origin.published')}</option>
              </select>
            </label>
            <label>
              {t('plan.source')}
              <input
                value={source.value}
                maxlength={200}
                placeholder={t('plan.sourceExample')}
                required={changes.value.some((row) => shownValue(row) && !before(row)?.source)}
                onInput={(event: Event) => (source.value = valueOf(event))}
              />
            </label>
            <label>
              {t('plan.department')}
              <select value={department.value} onChange={(event: Event) => (department.value = valueOf(event))}>
                <option value=''>{t('plan.allDepartments')}</option>
                {departments.value.map((each) => <option value={each} key={each}>{each}</option>)}
              </select>
            </label>
            <p class='hint'>{t('plan.enterHint')} {t('plan.pasteHint')}</p>
          </div>
          {misfits.value.length
            ? <p class='problem' role='alert'>{t('plan.misfits', { list: misfits.value.join('；') })}</p>
            : null}
          <ol class='plan-lines'>
            {lines.value.map((row) => (
              <li key={keyOf(row)} class={changed(row) ? 'changed' : null}>
                <span class='no'>{row.number}</span>
                <span class='what'>
                  {say(row.words)}
                  <span class='sub'>
                    {row.area.id === '*' ? '' : `${say(row.area.name)} · `}
                    {row.asked.measured?.value
                      ? t('plan.ours', { value: cut(row.asked.measured.value) })
                      : row.newest && row.newest.period !== props.period
                      ? t('plan.last', { period: periodName(row.newest.period), value: cut(row.newest.value) })
                      : ''}
                  </span>
                </span>
                <span class='amount'>
                  {field(row)}
                  <span class='unit'>{unitOf(row)}</span>
                </span>
                <input
                  class='words'
                  aria-label={t('plan.wordsOf', { target: row.number })}
                  placeholder={t('plan.words')}
                  maxlength={2000}
                  value={shownWords(row)}
                  onInput={(event: Event) => type(row, { words: valueOf(event) })}
                />
              </li>
            ))}
          </ol>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>
              {t('plan.keep', { n: changes.value.length })}
            </button>
            <button type='button' onClick={() => emit('closed')}>{t('plan.close')}</button>
          </div>
        </form>,
      ]);
  },
});
