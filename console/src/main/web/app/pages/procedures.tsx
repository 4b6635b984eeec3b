// Who has to do what about cases by when, and from when on a case has which level: read by the office, changed by officers of the whole district.
import { computed, defineComponent, reactive, ref } from 'vue';
import type { VNode } from 'vue';
import type { CaseProcedures } from '#api';
import { live, put, query } from '../api.ts';
import { levelMarkOf } from '../handling/words.tsx';
import { useForm, valueOf } from '../form.ts';
import { announce, PageHead } from '../page.tsx';
import { openReview } from '../openreview.tsx';
import { link, panel, stale, time, waiting } from '../parts.ts';
import { policyReason } from '../policyreason.tsx';
import { isAnyOfWhole } from '../rights.ts';
import { address, param } from '../route.ts';
import { say, t, word } from '../text.ts';

type Procedure = CaseProcedures['procedures'][number];
type Term = NonNullable<Procedure['terms']>['verify'];
type Unit = 'hours' | 'working-hours' | 'working-days';
type LevelStep = CaseProcedures['levels'][number];

const TERMS = ['acknowledge', 'answer', 'verify', 'review', 'close'] as const;
const FLAGS = ['pushed', 'answered', 'endsByItself'] as const;
const UNITS: readonly Unit[] = ['hours', 'working-hours', 'working-days'];
const THRESHOLDS = ['multiple', 'timesLimit', 'periods', 'hours', 'times'] as const;
const WHOLE: readonly string[] = ['periods', 'hours', 'times'];
const REFRESH_SECONDS = 300;

/** How much of what a term is; hours where it is a number alone. */
function partsOf(it: Term | undefined): { amount: number | string | null; unit: Unit } {
  return typeof it === 'object' && it !== null ? it : { amount: it ?? null, unit: 'hours' };
}

/** Of what cases a procedure is, in words. */
function of(it: Procedure): string {
  const parts = [
    ...(it.rules ?? []).map((each) => word('rule', each)),
    ...(it.levels ?? []).map((each) => word('caseLevel', each)),
    it.keyDischarger === true ? t('procedure.key') : it.keyDischarger === false ? t('procedure.others') : '',
    it.standing ? t(it.standing === 'evidence' ? 'procedure.evidence' : 'procedure.clue') : '',
  ].filter(Boolean);
  return parts.join(t('procedure.between')) || t('procedure.all');
}

/** Of what cases a threshold is. */
function ofStep(it: LevelStep): string {
  const rules = it.rules.map((each) => word('rule', each)).join(t('procedure.between'));
  return it.factors?.length ? `${rules} (${it.factors.join(', ')})` : rules;
}

/** A number as it was typed; nothing for an empty field. */
function typed(value: string, whole: boolean): string | number | null {
  const text = value.trim();
  return text === '' ? null : whole && /^\d+$/.test(text) ? Number(text) : text;
}

export const ProceduresPage = defineComponent({
  setup() {
    const version = param('version');
    const path = computed(() => query('/case-procedures', { version: version.value || null }));
    const found = live<'/case-procedures'>(() => path.value, REFRESH_SECONDS);
    const draft = ref<CaseProcedures | null>(null);

    const form = useForm(async (fields) => {
      const it = draft.value!;
      const told = await put<'/case-procedures'>('/case-procedures', {
        based: it.version,
        reason: String(fields.get('reason') ?? ''),
        emergency: fields.get('emergency') !== null,
        procedures: it.procedures,
        levels: it.levels,
      });
      draft.value = null;
      version.value = '';
      announce(t(told.version === it.version ? 'document.waits' : 'procedure.done'));
      await found.refresh();
    });

    const cell = (value: unknown, change: (typed: string) => void, label: string): VNode => (
      <input
        inputmode='decimal'
        aria-label={label}
        value={value === null || value === undefined ? '' : String(value)}
        onInput={(event: Event) => change((event.target as HTMLInputElement).value)}
      />
    );

    const procedure = (it: Procedure): VNode => {
      const editing = draft.value !== null;
      const terms = it.terms ?? {};
      return (
        <tr key={it.code}>
          <th scope='row'>
            {say(it.name)}
            <span class='sub'>{of(it)}</span>
          </th>
          {FLAGS.map((flag) => (
            <td key={flag}>
              {editing
                ? (
                  <input
                    type='checkbox'
                    aria-label={`${say(it.name)}: ${t(`procedure.${flag}`)}`}
                    checked={it[flag]}
                    onChange={(event: Event) => (it[flag] = (event.target as HTMLInputElement).checked)}
                  />
                )
                : t(it[flag] ? 'handling.yes' : 'handling.no')}
            </td>
          ))}
          {TERMS.map((term) => {
            const label = `${say(it.name)}: ${t(`procedure.term.${term}`)}`;
            const { amount, unit } = partsOf(terms[term]);
            const set = (value: string | number | null, counted: Unit) => {
              const given = counted === 'hours' || value === null ? value : { amount: value, unit: counted };
              it.terms = { ...it.terms, [term]: given as Term };
            };
            return (
              <td key={term} class='number'>
                {editing
                  ? [
                    cell(amount, (value) => set(typed(value, true), unit), label),
                    <select
                      aria-label={`${label}: ${t('procedure.unit')}`}
                      value={unit}
                      onChange={(event: Event) => set(partsOf(it.terms?.[term]).amount, valueOf(event) as Unit)}
                    >
                      {UNITS.map((each) => <option value={each} key={each}>{t(`procedure.unit.${each}`)}</option>)}
                    </select>,
                  ]
                  : amount === null
                  ? '—'
                  : `${amount} ${t(`procedure.unit.${unit}`)}`}
              </td>
            );
          })}
          <td>
            {Object.entries(it.roles ?? {}).map(([action, roles]) => (
              <div key={action}>
                {word('act', action)}: {roles.map((each) => word('role', each)).join(t('procedure.between'))}
              </div>
            ))}
          </td>
        </tr>
      );
    };

    const step = (it: LevelStep, index: number): VNode => (
      <tr key={index}>
        <th scope='row'>{levelMarkOf(it.level)}</th>
        <td class='procedure-of'>{ofStep(it)}</td>
        {THRESHOLDS.map((threshold) => (
          <td key={threshold} class='number'>
            {draft.value
              ? cell(
                it[threshold],
                (value) => Object.assign(it, { [threshold]: typed(value, WHOLE.includes(threshold)) }),
                `${word('caseLevel', it.level)}: ${t(`procedure.threshold.${threshold}`)}`,
              )
              : it[threshold] ?? '—'}
          </td>
        ))}
      </tr>
    );

    const tables = (it: CaseProcedures): VNode[] => [
      panel(t('procedure.terms'), [
        <p class='hint'>{t('procedure.termsHint')}</p>,
        <div class='table-scroll procedure-terms' tabindex={0} role='region' aria-label={t('procedure.terms')}>
          <table>
            <thead>
              <tr>
                <th scope='col'>{t('handling.procedure')}</th>
                {FLAGS.map((flag) => <th scope='col' key={flag}>{t(`procedure.${flag}`)}</th>)}
                {TERMS.map((term) => <th scope='col' class='number' key={term}>{t(`procedure.term.${term}`)}</th>)}
                <th scope='col'>{t('procedure.roles')}</th>
              </tr>
            </thead>
            <tbody>{it.procedures.map(procedure)}</tbody>
          </table>
        </div>,
      ]),
      panel(t('procedure.levels'), [
        <p class='hint'>{t('procedure.levelsHint')}</p>,
        <div class='table-scroll procedure-terms' tabindex={0} role='region' aria-label={t('procedure.levels')}>
          <table>
            <thead>
              <tr>
                <th scope='col'>{t('handling.level')}</th>
                <th scope='col'>{t('column.rule')}</th>
                {THRESHOLDS.map((each) => (
                  <th scope='col' class='number' key={each}>{t(`procedure.threshold.${each}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>{it.levels.map(step)}</tbody>
          </table>
        </div>,
      ]),
    ];

    const save = (): VNode => policyReason(form, t('procedure.save'), () => (draft.value = null), form.message());

    return () => {
      const it = draft.value ?? found.data.value;
      return [
        <PageHead title={t('procedure.title')} crumbs={[['/cases', t('nav.cases')]]}>
          {{ default: () => (it ? t('handling.version', { n: it.version }) : '') }}
        </PageHead>,
        stale(found),
        !it ? waiting(found) : [
          it.newest ? openReview(it.review) : null,
          tables(it),
          draft.value ? save() : it.newest && isAnyOfWhole(['officer'])
            ? (
              <p>
                <button
                  type='button'
                  onClick={() => (draft.value = reactive(JSON.parse(JSON.stringify(it))))}
                >
                  {t('procedure.edit')}
                </button>
              </p>
            )
            : null,
          panel(
            t('procedure.versions'),
            <ol class='steps'>
              {it.versions.map((each) => (
                <li key={each.version} class='step'>
                  {link(
                    address('/case-procedures', { version: String(each.version) }),
                    t('handling.version', { n: each.version }),
                  )}{' '}
                  <span class='soft'>
                    {[time(each.at), ' · ', each.by === 'greenpark' ? t('step.platform') : each.by]}
                  </span>
                  <blockquote>{each.by === 'greenpark' ? t('procedure.shipped') : each.reason}</blockquote>
                </li>
              ))}
            </ol>,
          ),
        ],
      ];
    };
  },
});
