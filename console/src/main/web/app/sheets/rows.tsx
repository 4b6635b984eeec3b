// Rows of somebody's own sheet that match no enterprise by themselves, or several: a person decides, once for all files of the source.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { FigureSheetPreview, KeptMapping } from '#api';
import { live } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { panel } from '../parts.ts';
import { say, t } from '../text.ts';
import { decideRows } from './figures.ts';
import type { Row } from './figures.ts';

const NONE = '-';

export const OpenRows = defineComponent({
  props: { preview: { type: Object as PropType<FigureSheetPreview>, required: true } },
  emits: { decided: () => true },
  setup(props, { emit }) {
    const chosen = ref<Record<string, string>>({});
    const enterprises = live<'/enterprises'>(() => '/enterprises');

    /** One row of each key: what is decided of one is of all. */
    const open = (): Row[] => {
      const rows = props.preview.rows.filter(({ state }) => state === 'UNMATCHED' || state === 'SEVERAL');
      return rows.filter((row, i) =>
        rows.findIndex(({ key, mapping }) => key === row.key && mapping === row.mapping) === i
      );
    };

    const form = useForm(async () => {
      const mappings = props.preview.sheets.map((sheet) => sheet.mapping).filter(Boolean) as KeptMapping[];
      for (const mapping of mappings) {
        const matches = open()
          .filter((row) => row.mapping === mapping.id && chosen.value[`${mapping.id} ${row.key}`])
          .map((row) => {
            const enterprise = chosen.value[`${mapping.id} ${row.key}`];
            return { row: row.key, enterprise: enterprise === NONE ? null : enterprise };
          });
        if (matches.length) {
          await decideRows(mapping, matches);
        }
      }
      chosen.value = {};
      emit('decided');
    });

    const picker = (row: Row) => {
      const key = `${row.mapping} ${row.key}`;
      const proposed = row.proposals.map(({ enterprise }) => enterprise);
      const others = (enterprises.data.value?.enterprises ?? []).filter(({ id }) => !proposed.includes(id));
      return (
        <select
          aria-label={t('figures.isAbout', { row: saidOf(row) })}
          value={chosen.value[key] ?? ''}
          onChange={(event: Event) => (chosen.value = { ...chosen.value, [key]: valueOf(event) })}
        >
          <option value=''>{t('figures.undecided')}</option>
          <option value={NONE}>{t('figures.nobody')}</option>
          {row.proposals.length
            ? (
              <optgroup label={t('figures.proposed')}>
                {row.proposals.map(({ enterprise, name, why }) => (
                  <option value={enterprise} key={enterprise}>{`${name}（${t(`figures.why.${why}`)}）`}</option>
                ))}
              </optgroup>
            )
            : null}
          <optgroup label={t('figures.others')}>
            {others.map(({ id, name }) => <option value={id} key={id}>{say(name)}</option>)}
          </optgroup>
        </select>
      );
    };

    return () => {
      const rows = open();
      return rows.length
        ? panel(
          `${t('figures.open')} (${rows.length})`,
          <form class='people-form wide' onSubmit={form.submit}>
            <p>{t('figures.openNote')}</p>
            <ul class='sheet-rows'>
              {rows.map((row) => (
                <li key={`${row.sheet} ${row.row}`}>
                  <span>
                    <strong>{saidOf(row)}</strong>
                    <span class='sub'>{`${row.sheet} · ${t('figures.row', { row: row.row })}`}</span>
                  </span>
                  {picker(row)}
                </li>
              ))}
            </ul>
            {form.message()}
            <div class='buttons'>
              <button type='submit' class='primary' disabled={form.busy.value || !Object.keys(chosen.value).length}>
                {t('figures.decide')}
              </button>
            </div>
          </form>,
        )
        : null;
    };
  },
});

/** What a row calls whom it is about. */
export function saidOf(row: Row): string {
  return [row.account, row.name, row.creditCode, row.id].filter(Boolean).join(' · ');
}
