// Spreadsheets of the registry: a template or what there is, a filled-in one with its preview, and its acceptance.
import { computed, defineComponent, ref, shallowRef } from 'vue';
import type { SheetPreview } from '#api';
import { HandOut } from '../credential/handout.tsx';
import { saveList } from '../download.ts';
import { useForm, valueOf } from '../form.ts';
import { announce, PageHead } from '../page.tsx';
import { panel } from '../parts.ts';
import { reasonField } from '../people/danger.tsx';
import { route, setQuery } from '../route.ts';
import { FigureSheets } from '../sheets/figurespage.tsx';
import { FileField } from '../sheets/filefield.tsx';
import { PreviewTables } from '../sheets/preview.tsx';
import { acceptFile, previewFile, SHEET_KINDS } from '../sheets/send.ts';
import type { SheetKind } from '../sheets/send.ts';
import { t } from '../text.ts';

/** As many as the server seals at a time. */
const MOST_HANDED_OUT = 500;

/** Sheets as people have them, that are no form of ours. */
const OWN = 'figures' as const;

export const SheetsPage = defineComponent({
  setup() {
    const kind = computed(() => SHEET_KINDS.find((each) => each === route.value.query.kind) ?? 'enterprises');
    const own = computed(() => route.value.query.kind === OWN);
    const reading = ref<string | null>(null);
    const problem = ref<string | null>(null);
    const done = ref<string | null>(null);
    /** What an accepted file added and is yet to be set up. */
    const added = shallowRef<{ devices: string[]; gateways: string[] } | null>(null);
    const sent = shallowRef<{ file: File; kind: SheetKind; preview: SheetPreview } | null>(null);

    function forget(): void {
      problem.value =
        done.value =
        sent.value =
        added.value =
          null;
    }

    async function read(file: File): Promise<void> {
      forget();
      reading.value = file.name;
      const asked = kind.value;
      try {
        const preview = await previewFile(asked, file);
        sent.value = { file, kind: asked, preview };
        announce(t('sheets.preview', { name: file.name }));
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        reading.value = null;
      }
    }

    async function download(path: string): Promise<void> {
      problem.value = null;
      try {
        await saveList(path, 'xlsx');
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    const form = useForm(async (fields) => {
      const { file, kind: of, preview } = sent.value!;
      const result = await acceptFile(of, file, preview.token, String(fields.get('reason')));
      forget();
      done.value = result.review.request
        ? t('sheets.waits', { request: result.review.request })
        : result.change === preview.change
        ? t('sheets.nothing')
        : t('sheets.done', { change: result.change });
      const idsOf = (wanted: string) =>
        result.applied
          ? [
            ...new Set(result.rows.filter((row) => row.kind === wanted && row.outcome === 'ADDED').map(({ id }) => id)),
          ]
          : [];
      const devices = idsOf('device');
      const gateways = idsOf('gateway');
      const n = devices.length + gateways.length;
      added.value = n > 0 && n <= MOST_HANDED_OUT ? { devices, gateways } : null;
      announce(done.value);
    });

    const acceptance = (preview: SheetPreview) =>
      preview.sound && preview.rows.length
        ? (
          <form class='people-form' onSubmit={form.submit}>
            {preview.review.matters.length
              ? (
                <p>
                  {t('sheets.reviewed', {
                    matters: preview.review.matters.map((each) => t(`review.matter.${each}`)).join('、'),
                  })}
                </p>
              )
              : null}
            {reasonField(undefined, t('document.reasonHint'))}
            {form.message()}
            <div class='buttons'>
              <button type='submit' class='primary' disabled={form.busy.value}>{t('sheets.accept')}</button>
              <button type='button' onClick={forget}>{t('people.cancel')}</button>
            </div>
          </form>
        )
        : preview.sound
        ? null
        : <p role='status'>{t('sheets.correct')}</p>;

    const template = () => (
      <>
        <div class='buttons'>
          <button type='button' onClick={() => download(`/sheets/templates/${kind.value}`)}>
            {t('sheets.template')}
          </button>
          <button type='button' onClick={() => download(`/sheets/${kind.value}`)}>{t('sheets.export')}</button>
        </div>
        <FileField disabled={reading.value !== null} onChosen={read} />
        {reading.value ? <p role='status' aria-busy='true'>{t('sheets.reading', { name: reading.value })}</p> : null}
        {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
        {done.value ? <p class='done'>{done.value}</p> : null}
        {added.value ? <HandOut devices={added.value.devices} gateways={added.value.gateways} /> : null}
      </>
    );

    return () => [
      <PageHead title={t('nav.sheets')}>{{ default: () => t('sheets.note') }}</PageHead>,
      panel(
        t('sheets.choose'),
        <div class='people-form'>
          <label>
            {t('sheets.kind')}
            <select
              value={own.value ? OWN : kind.value}
              onChange={(event: Event) => {
                forget();
                setQuery({ kind: valueOf(event) });
              }}
            >
              {[...SHEET_KINDS, OWN].map((each) => <option value={each} key={each}>{t(`sheets.of.${each}`)}</option>)}
            </select>
          </label>
          {own.value ? null : template()}
        </div>,
      ),
      own.value ? <FigureSheets /> : sent.value
        ? [
          panel(t('sheets.preview', { name: sent.value.file.name }), acceptance(sent.value.preview)),
          <PreviewTables preview={sent.value.preview} />,
        ]
        : null,
    ];
  },
});
