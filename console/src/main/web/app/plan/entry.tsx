// Typing a quarter of the board: one line for each target, Enter goes to the next, only what was changed is sent, all of it or nothing.
import { computed, defineComponent, nextTick, reactive, ref } from 'vue';
import type { PropType } from 'vue';
import type { BoardRow, PlanStatement } from '#api';
import { put } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { askBeforeLeaving, mayLeave } from '../leaving.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { aboutLine, faultText, questionText } from './line.tsx';
import { pasted } from './paste.ts';
import { valueIn } from './values.ts';
import { periodName, PROGRESS } from './words.tsx';

type Kind = 'typed' | 'published';

/** What was typed of a line, and under which choice of a department: the source that stands there is its own. */
interface Typed {
  value?: string;
  words?: string;
  under: string;
}

export const PlanEntry = defineComponent({
  props: {
    plan: { type: String, required: true },
    period: { type: String, required: true },
    rows: { type: Array as PropType<BoardRow[]>, required: true },
  },
  emits: { kept: () => true, closed: () => true },
  setup(props, { emit }) {
    const kind = ref<Kind>('typed');
    // What was typed, by target and area; what is not here is as it was.
    const typed = reactive(new Map<string, Typed>());
    /** Of which department; empty for all. What was typed of others stays typed. */
    const department = ref('');
    /** Where figures are from, by the department that was chosen while they were typed. */
    const sources = reactive(new Map<string, string>());
    const misfits = ref<string[]>([]);

    const keyOf = (row: BoardRow) => `${row.number} ${row.area.id}`;
    const before = (row: BoardRow): PlanStatement | null => row.asked[kind.value];
    const was = (row: BoardRow) => before(row)?.value ?? before(row)?.progress ?? '';
    const shownValue = (row: BoardRow) => typed.get(keyOf(row))?.value ?? was(row);
    const shownWords = (row: BoardRow) => typed.get(keyOf(row))?.words ?? before(row)?.words ?? '';
    const changed = (row: BoardRow) => {
      const text = shownValue(row);
      return (valueIn(text, row) ?? text.trim()) !== was(row) ||
        shownWords(row).trim() !== (before(row)?.words ?? '');
    };
    const sourceOf = (row: BoardRow) =>
      sources.get(typed.get(keyOf(row))?.under ?? department.value)?.trim() || before(row)?.source || null;

    const departments = computed(() => [...new Set(props.rows.map((row) => say(row.department)))].sort());
    const open = computed(() => props.rows.filter((row) => !row.closed));
    const lines = computed(() =>
      open.value.filter((row) => !department.value || say(row.department) === department.value)
    );
    const changes = computed(() => open.value.filter(changed));
    askBeforeLeaving(() => changes.value.length > 0);

    /** A table from a spreadsheet fills the lines; one value is pasted as ever. */
    function paste(event: ClipboardEvent, row: BoardRow): void {
      const found = pasted(
        event.clipboardData?.getData('text/plain') ?? '',
        lines.value.map((each) => ({ ...each, names: [each.words.zh, each.words.en] })),
        lines.value.indexOf(row),
        [periodName(props.period), props.period],
      );
      if (!found) {
        return;
      }
      event.preventDefault();
      found.into.forEach(({ line, value, words }) => type(lines.value[line], words ? { value, words } : { value }));
      misfits.value = found.misfits;
      announce(t('plan.pasted', { n: found.into.length }));
    }

    function type(row: BoardRow, what: { value?: string; words?: string }): void {
      typed.set(keyOf(row), { ...typed.get(keyOf(row)), ...what, under: department.value });
      form.quiet();
    }

    /** Refuses to send, and goes to the first line that is why, also where a choice of a department hid it. */
    async function stopAt(rows: BoardRow[], words: string): Promise<never> {
      if (!lines.value.includes(rows[0])) {
        department.value = '';
        await nextTick();
      }
      document.querySelector<HTMLElement>(`.plan-entry [data-key="${CSS.escape(keyOf(rows[0]))}"]`)?.focus();
      throw new Error(words);
    }
    const list = (rows: BoardRow[]) => rows.map((row) => row.number).join('、');

    const form = useForm(async () => {
      const all = changes.value;
      if (!all.length) {
        throw new Error(t('plan.nothingTyped'));
      }
      const wrong = all.filter((row) => faultText(row, shownValue(row)));
      if (wrong.length) {
        await stopAt(wrong, t('plan.someWrong', { n: wrong.length, list: list(wrong) }));
      }
      const asked = all.filter((row) =>
        (valueIn(shownValue(row), row) ?? '') !== was(row) && questionText(row, shownValue(row)) &&
        !shownWords(row).trim()
      );
      if (asked.length) {
        await stopAt(asked, t('plan.someAsked', { n: asked.length, list: list(asked) }));
      }
      const sourceless = all.filter((row) => valueIn(shownValue(row), row) && !sourceOf(row));
      if (sourceless.length) {
        department.value = typed.get(keyOf(sourceless[0]))?.under ?? '';
        await nextTick();
        document.querySelector<HTMLElement>('.plan-entry [name=source]')?.focus();
        throw new Error(t('plan.someSourceless', { list: list(sourceless) }));
      }
      const n = all.length;
      await put<'/plans/{id}/values'>(`${pathOf('plans', props.plan)}/values`, {
        period: props.period,
        entries: all.map((row) => {
          const value = valueIn(shownValue(row), row) || null;
          return {
            target: row.number,
            area: row.area.id,
            kind: kind.value,
            version: before(row)?.version ?? 0,
            value: row.type === 'qualitative' ? null : value,
            progress: row.type === 'qualitative' ? value : null,
            // One that is corrected keeps where it is from, unless another source is given.
            source: sourceOf(row),
            words: shownWords(row).trim() || null,
          };
        }),
      });
      typed.clear();
      misfits.value = [];
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

    /** Values are of one kind at a time: others that were typed go, where somebody says so. */
    function choose(event: Event): void {
      if (mayLeave()) {
        kind.value = valueOf(event) as Kind;
        typed.clear();
        form.quiet();
      } else {
        (event.target as HTMLSelectElement).value = kind.value;
      }
    }

    const unitOf = (row: BoardRow) => row.type === 'list' ? t('plan.seenToUnit') : row.unit ? say(row.unit) : '';

    const field = (row: BoardRow) => {
      const common = {
        'data-line': '',
        'data-key': keyOf(row),
        'aria-label': `${row.number} ${say(row.words)}`,
        value: shownValue(row),
        onPaste: (event: ClipboardEvent) => paste(event, row),
        onKeydown: next,
      };
      return row.type === 'qualitative'
        ? (
          <select {...common} onChange={(event: Event) => type(row, { value: valueOf(event) })}>
            <option value=''>—</option>
            {PROGRESS.map((each) => <option value={each} key={each}>{t(`plan.progress.${each}`)}</option>)}
          </select>
        )
        : (
          <input
            {...common}
            inputmode='decimal'
            autocomplete='off'
            maxlength={40}
            aria-invalid={faultText(row, shownValue(row)) ? 'true' : undefined}
            onInput={(event: Event) => type(row, { value: valueOf(event) })}
          />
        );
    };

    const line = (row: BoardRow) => {
      const fault = changed(row) ? faultText(row, shownValue(row)) : null;
      const question = changed(row) && !fault ? questionText(row, shownValue(row)) : null;
      return (
        <li key={keyOf(row)} class={changed(row) ? 'changed' : null}>
          <span class='no'>{row.number}</span>
          <span class='what'>
            {say(row.words)}
            {aboutLine(row, props.period, shownValue(row), before(row))}
            {fault ? <span class='problem' role='status'>{fault}</span> : null}
            {question ? <span class='sub warn-text' role='status'>{question}</span> : null}
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
      );
    };

    return () =>
      panel(t('plan.enter', { period: periodName(props.period) }), [
        <form class='plan-entry' novalidate onSubmit={form.submit}>
          <div class='plan-entry-head'>
            <label>
              {t('plan.kind')}
              <select value={kind.value} onChange={choose}>
                <option value='typed'>{t('plan.origin.typed')}</option>
                <option value='published'>{t('plan.origin.published')}</option>
              </select>
            </label>
            <label>
              {t('plan.department')}
              <select value={department.value} onChange={(event: Event) => (department.value = valueOf(event))}>
                <option value=''>{t('plan.allDepartments')}</option>
                {departments.value.map((each) => <option value={each} key={each}>{each}</option>)}
              </select>
            </label>
            <label>
              {department.value ? t('plan.sourceFor', { department: department.value }) : t('plan.source')}
              <input
                name='source'
                value={sources.get(department.value) ?? ''}
                maxlength={200}
                placeholder={t('plan.sourceExample')}
                onInput={(event: Event) => {
                  sources.set(department.value, valueOf(event));
                  form.quiet();
                }}
              />
            </label>
            <p class='hint'>{t('plan.enterHint')} {t('plan.pasteHint')} {t('plan.sourceHint')}</p>
          </div>
          {misfits.value.length
            ? <p class='problem' role='alert'>{t('plan.misfits', { list: misfits.value.join('；') })}</p>
            : null}
          <ol class='plan-lines'>{lines.value.map(line)}</ol>
          {form.message()}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>
              {t('plan.keep', { n: changes.value.length })}
            </button>
            <button type='button' onClick={() => mayLeave() && emit('closed')}>{t('plan.close')}</button>
          </div>
        </form>,
      ]);
  },
});
