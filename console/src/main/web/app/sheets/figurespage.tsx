// Sheets as bureaus and utilities have them: what they mean is confirmed once, then one look and one click.
import { defineComponent, ref, shallowRef } from 'vue';
import type { FigureSheetPreview, KeptMapping } from '#api';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { panel } from '../parts.ts';
import { reasonField } from '../people/danger.tsx';
import { t, word } from '../text.ts';
import { acceptFigures, previewFigures } from './figures.ts';
import type { Given, LaidOut } from './figures.ts';
import { FigureTables } from './figuretables.tsx';
import { FileField } from './filefield.tsx';
import { KeptMappings } from './kept.tsx';
import { MappingEditor } from './mapping.tsx';
import { OpenRows } from './rows.tsx';

export const FigureSheets = defineComponent({
  setup() {
    const reading = ref<string | null>(null);
    const problem = ref<string | null>(null);
    const done = ref<string | null>(null);
    const looked = ref(false);
    const editing = ref<string | null>(null);
    const given = ref<Given>({ mapping: [], month: '', year: '' });
    const sent = shallowRef<{ file: File; preview: FigureSheetPreview } | null>(null);

    function forget(): void {
      problem.value =
        done.value =
        sent.value =
        editing.value =
          null;
      looked.value = false;
      given.value = { mapping: [], month: '', year: '' };
    }

    async function read(file: File): Promise<void> {
      problem.value = done.value = editing.value = null;
      looked.value = false;
      reading.value = file.name;
      try {
        sent.value = { file, preview: await previewFigures(file, given.value) };
        announce(t('sheets.preview', { name: file.name }));
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        reading.value = null;
      }
    }

    const again = () => read(sent.value!.file);

    function say(more: Partial<Given>): void {
      given.value = { ...given.value, ...more };
      void again();
    }

    const form = useForm(async (fields) => {
      const { file, preview } = sent.value!;
      const result = await acceptFigures(file, given.value, preview, String(fields.get('reason')));
      forget();
      done.value = result.review.request
        ? t('sheets.waits', { request: result.review.request })
        : result.change === preview.change
        ? t('sheets.nothing')
        : t('sheets.done', { change: result.change });
      announce(done.value);
    });

    const acceptance = (preview: FigureSheetPreview) =>
      preview.sound
        ? (
          <form class='people-form' onSubmit={form.submit}>
            {preview.asked.length
              ? (
                <label class='check'>
                  <input type='checkbox' checked={looked.value} onChange={() => (looked.value = !looked.value)} />{' '}
                  {t('figures.looked', { n: preview.asked.length })}
                </label>
              )
              : null}
            {reasonField(undefined, t('document.reasonHint'))}
            {form.message()}
            <div class='buttons'>
              <button
                type='submit'
                class='primary'
                disabled={form.busy.value || preview.asked.length > 0 && !looked.value}
              >
                {t('sheets.accept')}
              </button>
              <button type='button' onClick={forget}>{t('people.cancel')}</button>
            </div>
          </form>
        )
        : (
          <p role='status'>
            {preview.sheets.length === 0
              ? t('figures.noneFound', { names: preview.unread.join('、') })
              : t(preview.sheets.some(({ mapping }) => mapping) ? 'figures.notYet' : 'figures.mapFirst')}
          </p>
        );

    const readBy = (sheet: LaidOut, mapping: KeptMapping) => (
      <p>
        {t('figures.readBy', {
          name: mapping.name,
          source: mapping.source,
          status: word('status', mapping.status.toUpperCase()),
          use: word('allowedUse', mapping.allowedUse.toUpperCase().replace('-', '_')),
        })} <button type='button' onClick={() => (editing.value = sheet.fingerprint)}>{t('figures.change')}</button>
      </p>
    );

    const choices = (sheet: LaidOut) => (
      <div class='people-form'>
        <label>
          {t('figures.which')}
          <select value='' onChange={(event: Event) => say({ mapping: [...given.value.mapping, valueOf(event)] })}>
            <option value=''>{t('figures.choose')}</option>
            {sheet.fitting.map(({ id, name }) => <option value={id} key={id}>{name}</option>)}
          </select>
        </label>
      </div>
    );

    const changed = ({ like }: LaidOut) =>
      like
        ? (
          <p class='problem' role='status'>
            {t('figures.changed', {
              name: like.mapping.name,
              added: like.added.join('、') || '—',
              missing: like.missing.join('、') || '—',
            })}
          </p>
        )
        : <p>{t('figures.new')}</p>;

    const needs = (sheet: LaidOut) =>
      sheet.needs.length
        ? (
          <div class='people-form'>
            {sheet.needs.includes('MONTH')
              ? (
                <label>
                  {t('figures.needsMonth')}
                  <input
                    type='month'
                    value={given.value.month}
                    onChange={(event: Event) => say({ month: valueOf(event) })}
                  />
                </label>
              )
              : null}
            {sheet.needs.includes('YEAR')
              ? (
                <label>
                  {t('figures.needsYear')}
                  <input
                    type='number'
                    min={1990}
                    max={2100}
                    value={given.value.year}
                    onChange={(event: Event) => say({ year: valueOf(event) })}
                  />
                </label>
              )
              : null}
          </div>
        )
        : null;

    const laidOut = (sheet: LaidOut) =>
      panel(
        t('figures.sheets', { names: sheet.names.join('、') }),
        <div>
          <p class='hint'>
            {t('figures.header', { cells: sheet.header })}
            {sheet.notes.length ? ` ${t('figures.notRead', { rows: sheet.notes.join('、') })}` : ''}
          </p>
          {editing.value === sheet.fingerprint || !sheet.mapping && sheet.fitting.length === 0
            ? [
              sheet.mapping ? null : changed(sheet),
              <MappingEditor
                key={sheet.fingerprint}
                sheet={sheet}
                kept={sheet.mapping}
                onKept={again}
                onCancelled={() => (editing.value = null)}
              />,
            ]
            : sheet.mapping
            ? readBy(sheet, sheet.mapping)
            : choices(sheet)}
          {needs(sheet)}
        </div>,
      );

    return () => [
      panel(
        t('figures.title'),
        <div class='people-form'>
          <p>{t('figures.note')}</p>
          <FileField
            disabled={reading.value !== null}
            onChosen={(file: File) => {
              forget();
              void read(file);
            }}
          />
          {reading.value ? <p role='status' aria-busy='true'>{t('sheets.reading', { name: reading.value })}</p> : null}
          {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
          {done.value ? <p class='done'>{done.value}</p> : null}
        </div>,
      ),
      sent.value
        ? [
          sent.value.preview.sheets.map(laidOut),
          <OpenRows preview={sent.value.preview} onDecided={again} />,
          <FigureTables preview={sent.value.preview} />,
          panel(t('sheets.preview', { name: sent.value.file.name }), acceptance(sent.value.preview)),
        ]
        : <KeptMappings />,
    ];
  },
});
