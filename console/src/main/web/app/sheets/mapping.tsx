// What the columns of somebody's own sheet mean: guessed, shown, corrected, kept for the next file of the same source.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { KeptMapping, SheetMapping } from '#api';
import { useForm, valueOf } from '../form.ts';
import { t, word } from '../text.ts';
import { FIGURES, figureWord, guessed, keepMapping, ROLES, sheetUnit, unitsOf } from './figures.ts';
import type { LaidOut } from './figures.ts';

type Use = SheetMapping['columns'][number];

export const MappingEditor = defineComponent({
  props: {
    sheet: { type: Object as PropType<LaidOut>, required: true },
    /** The one that is to be changed; null for a new one. */
    kept: { type: Object as PropType<KeptMapping | null>, default: null },
  },
  emits: { kept: (_mapping: KeptMapping) => true, cancelled: () => true },
  setup(props, { emit }) {
    const mapping = ref<SheetMapping>(start());
    /** Whether the header is another one of a source that is known: what was decided about its rows stays then. */
    const replaces = ref(false);

    function start(): SheetMapping {
      const { kept, sheet } = props;
      if (!kept) {
        return guessed(sheet);
      }
      const { name, fingerprint, source, status, allowedUse, columns } = kept;
      return JSON.parse(JSON.stringify({ name, fingerprint, source, status, allowedUse, columns }));
    }

    const form = useForm(async (fields) => {
      const said = {
        ...mapping.value,
        name: String(fields.get('name')),
        source: String(fields.get('source')),
        status: String(fields.get('status')) as SheetMapping['status'],
        allowedUse: String(fields.get('allowedUse')) as SheetMapping['allowedUse'],
      };
      mapping.value = said;
      emit('kept', await keepMapping(said, props.kept ?? (replaces.value ? props.sheet.like?.mapping ?? null : null)));
    });

    const use = (heading: string) =>
      mapping.value.columns.find((each) => each.heading === heading) ?? { heading, role: 'ignored' as const };

    function change(heading: string, more: Partial<Use>): void {
      const changed = { ...use(heading), ...more };
      const figures = changed.role === 'amount' || changed.role === 'total';
      changed.figure = figures ? changed.figure ?? null : null;
      changed.unit = figures && changed.figure && unitsOf(changed.figure).includes(changed.unit ?? '')
        ? changed.unit
        : null;
      const others = mapping.value.columns.filter((each) => each.heading !== heading);
      mapping.value = { ...mapping.value, columns: [...others, changed] };
    }

    const select = (
      label: string,
      value: string,
      codes: readonly string[],
      words: (code: string) => string,
      chosen: (
        code: string,
      ) => void,
      none: string | null = null,
    ) => (
      <select aria-label={label} value={value} onChange={(event: Event) => chosen(valueOf(event))}>
        {none === null ? null : <option value=''>{none}</option>}
        {codes.map((code) => <option value={code} key={code}>{words(code)}</option>)}
      </select>
    );

    const column = ({ heading, shown, cells }: LaidOut['columns'][number]) => {
      const of = use(heading);
      const figures = of.role === 'amount' || of.role === 'total';
      return (
        <tr key={heading}>
          <th scope='row'>
            {heading.replace('{月}', t('figures.month')).replaceAll('|', ' · ')}
            <span class='sub'>
              {cells.length > 1 ? `${cells[0]} … ${cells.at(-1)} (${cells.length})` : `${cells[0]} ${shown}`}
            </span>
          </th>
          <td>
            {select(
              t('figures.role'),
              of.role,
              ROLES,
              (code) => t(`figures.role.${code as typeof ROLES[number]}`),
              (role) => change(heading, { role: role as Use['role'] }),
            )}
          </td>
          <td>
            {figures
              ? select(
                t('figures.figure'),
                of.figure ?? '',
                FIGURES,
                figureWord,
                (figure) => change(heading, { figure: figure || null }),
                t('figures.choose'),
              )
              : '—'}
          </td>
          <td>
            {figures
              ? select(
                t('field.unit'),
                of.unit ?? '',
                unitsOf(of.figure),
                sheetUnit,
                (unit) => change(heading, { unit: unit || null }),
                t('figures.unitOfRow'),
              )
              : '—'}
          </td>
        </tr>
      );
    };

    const choice = (name: 'status' | 'allowedUse', codes: readonly string[]) => (
      <label>
        {t(`field.${name}`)}
        <select name={name}>
          {codes.map((code) => (
            <option value={code} key={code} selected={mapping.value[name] === code}>
              {word(name, code.toUpperCase().replace('-', '_'))}
            </option>
          ))}
        </select>
      </label>
    );

    return () => (
      <form class='people-form wide' onSubmit={form.submit}>
        <label>
          {t('figures.name')}
          <input name='name' required maxlength={200} value={mapping.value.name} placeholder={t('figures.nameHint')} />
        </label>
        <label>
          {t('figures.source')}
          <input
            name='source'
            required
            maxlength={200}
            value={mapping.value.source}
            placeholder={t('figures.sourceHint')}
          />
        </label>
        {choice('status', ['provisional', 'estimated', 'final'])}
        {choice('allowedUse', ['judge', 'show-own', 'aggregate-only'])}
        <div class='table-scroll' tabindex={0} role='region' aria-label={t('figures.columns')}>
          <table class='mapping'>
            <thead>
              <tr>
                <th scope='col'>{t('figures.heading')}</th>
                <th scope='col'>{t('figures.role')}</th>
                <th scope='col'>{t('figures.figure')}</th>
                <th scope='col'>{t('field.unit')}</th>
              </tr>
            </thead>
            <tbody>{props.sheet.columns.map(column)}</tbody>
          </table>
        </div>
        {props.sheet.like && !props.kept
          ? (
            <label class='check'>
              <input type='checkbox' checked={replaces.value} onChange={() => (replaces.value = !replaces.value)} />
              {' '}
              {t('figures.replaces', { name: props.sheet.like.mapping.name })}
            </label>
          )
          : null}
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('figures.keep')}</button>
          {props.kept ? <button type='button' onClick={() => emit('cancelled')}>{t('people.cancel')}</button> : null}
        </div>
      </form>
    );
  },
});
