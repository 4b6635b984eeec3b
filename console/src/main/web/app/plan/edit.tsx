// The targets of a plan: one added, changed, closed or opened again at a time, on the version of the plan that was seen.
import { computed, defineComponent, reactive, ref } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, put } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { badge, panel, waiting } from '../parts.ts';
import { pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { shown } from './values.ts';
import { periodName } from './words.tsx';

interface Words {
  zh: string;
  en: string;
}

/** A target as the plan's document has it. */
interface Target {
  number: string;
  words: Words;
  type: string;
  direction?: string;
  amount?: string;
  yearly?: string;
  base?: string;
  unit?: Words;
  averaging?: string;
  counting?: string;
  due: string;
  eachPark?: boolean;
  source: Words;
  department: Words;
  confirmed?: boolean;
  leastCoveragePercent?: string;
  measure?: { kind: string; industries?: string[] };
  rule?: Record<string, string | number | string[]>;
  closed?: boolean;
}

const TYPES = ['cumulative', 'yearly-average', 'share', 'growth', 'list', 'qualitative'] as const;
const MEASURES = [
  'energy-intensity-change',
  'clean-production',
  'approved-energy-used',
  'approved-discharge-used',
  'enterprises-online',
  'in-park',
  'above-scale-in-park',
  'park-output-growth',
  'research-share',
  'tax-per-mu-growth',
  'above-scale-tax-per-mu-growth',
  'above-scale-count',
  'above-scale-output',
] as const;
const RULES = ['tax-per-mu', 'idle-land', 'capacity-doubling'] as const;
const USED = ['land', 'capacity', 'approved-energy', 'approved-discharge'] as const;
/** The parameters of each kind of list. */
const PARAMETERS: Record<(typeof RULES)[number], readonly Parameter[]> = {
  'tax-per-mu': ['belowCnyPerMu'],
  'idle-land': ['leastMu', 'years'],
  'capacity-doubling': ['leastSalesCny', 'leastTaxCny', 'leastPercent', 'worstClass'],
};
type Parameter =
  | 'belowCnyPerMu'
  | 'leastMu'
  | 'years'
  | 'leastSalesCny'
  | 'leastTaxCny'
  | 'leastPercent'
  | 'worstClass';
const NUMBER = '-?[0-9]{1,15}([.][0-9]{1,6})?';

/** What is in the fields; texts throughout, as they are typed. */
type Fields = Record<string, string>;

function fieldsOf(of: Target): Fields {
  const rule = of.rule ?? {};
  const all: Fields = {
    number: of.number,
    wordsZh: of.words.zh,
    wordsEn: of.words.en,
    type: of.type,
    direction: of.direction ?? 'at-least',
    amount: of.amount ?? '',
    yearly: of.yearly ?? '',
    base: of.base ?? '',
    unitZh: of.unit?.zh ?? '',
    unitEn: of.unit?.en ?? '',
    averaging: of.averaging ?? 'compound',
    counting: of.counting ?? 'per-period',
    due: of.due,
    eachPark: String(of.eachPark ?? false),
    sourceZh: of.source.zh,
    sourceEn: of.source.en,
    departmentZh: of.department.zh,
    departmentEn: of.department.en,
    confirmed: String(of.confirmed ?? false),
    measure: of.measure?.kind ?? '',
    leastCoveragePercent: of.leastCoveragePercent ?? '',
    industries: (of.measure?.industries ?? []).join(', '),
    rule: String(rule.kind ?? 'tax-per-mu'),
  };
  Object.values(PARAMETERS).flat().forEach((name) => (all[name] = String(rule[name] ?? '')));
  USED.forEach((name) => (all[name] = String(((rule.each as string[] | undefined) ?? []).includes(name))));
  return all;
}

function ruleOf(fields: Fields): Target['rule'] {
  const kind = fields.rule as (typeof RULES)[number];
  const rule: NonNullable<Target['rule']> = { kind };
  PARAMETERS[kind].forEach((name) => (rule[name] = name === 'years' ? Number(fields[name]) : fields[name].trim()));
  if (kind === 'capacity-doubling') {
    rule.each = USED.filter((name) => fields[name] === 'true');
  }
  return rule;
}

function targetOf(fields: Fields, closed: boolean): Target {
  const text = (name: string) => fields[name].trim();
  const words = (name: string) => ({ zh: text(`${name}Zh`), en: text(`${name}En`) });
  const optional = (name: string) => (text(name) ? { [name]: text(name) } : {});
  const industries = text('industries').split(/[,，\s]+/).filter(Boolean);
  return {
    number: text('number'),
    words: words('words'),
    type: fields.type,
    direction: fields.direction,
    ...optional('amount'),
    ...optional('yearly'),
    ...optional('base'),
    ...(text('unitZh') || text('unitEn') ? { unit: words('unit') } : {}),
    averaging: fields.averaging,
    counting: fields.counting,
    due: text('due'),
    eachPark: fields.eachPark === 'true',
    source: words('source'),
    department: words('department'),
    confirmed: fields.confirmed === 'true',
    ...(fields.measure ? { measure: { kind: fields.measure, industries } } : {}),
    ...(fields.measure ? optional('leastCoveragePercent') : {}),
    ...(fields.type === 'list' ? { rule: ruleOf(fields) } : {}),
    ...(closed ? { closed } : {}),
  };
}

export const PlanEdit = defineComponent({
  props: { plan: { type: String, required: true } },
  emits: { kept: () => true, closed: () => true },
  setup(props, { emit }) {
    // What somebody edits is not asked for anew meanwhile: another's change is a conflict that is said, and loses nothing that was typed.
    const found = live<'/plans/{id}'>(() => pathOf('plans', props.plan) as `/plans/${string}`, 3600);
    const before = ref<Target | null>(null);
    const editing = ref(false);
    const fields = reactive<Fields>({});
    const targets = computed(() => (found.data.value?.plan.targets ?? []) as unknown as Target[]);

    /** Of how many enterprises a figure needs data, as the plan says. */
    const usualCoverage = () =>
      String(
        (found.data.value?.plan.lights as { leastCoveragePercent?: string } | undefined)?.leastCoveragePercent ?? '',
      );

    /** Those of before as they are: the whole plan is what is kept. */
    async function keep(all: Target[], lights: Record<string, unknown> = {}): Promise<void> {
      const it = found.data.value as Answers['/plans/{id}'];
      await put<'/plans/{id}'>(pathOf('plans', props.plan) as `/plans/${string}`, {
        version: it.version,
        plan: {
          ...it.plan,
          lights: { ...it.plan.lights, ...lights } as Record<string, never>,
          targets: all as unknown as Record<string, never>[],
        },
      });
      announce(t('plan.targetKept'));
      editing.value = false;
      await found.refresh();
      emit('kept');
    }

    function begin(of: Target | null): void {
      before.value = of;
      const like = targets.value.at(-1);
      const none = { zh: '', en: '' };
      Object.assign(
        fields,
        fieldsOf(
          of ?? {
            number: '',
            words: none,
            type: 'cumulative',
            due: String(found.data.value?.lastYear ?? ''),
            source: like?.source ?? none,
            department: none,
          },
        ),
      );
      editing.value = true;
    }

    const form = useForm(async () => {
      const target = targetOf(fields, before.value?.closed ?? false);
      if (!before.value && targets.value.some((each) => each.number === target.number)) {
        throw new Error(t('plan.numberTaken', { number: target.number }));
      }
      const was = before.value;
      await keep(
        was ? targets.value.map((each) => (each.number === was.number ? target : each)) : [...targets.value, target],
      );
    });
    const turn = useForm(async () => {
      const was = before.value!;
      await keep(targets.value.map((each) => (each.number === was.number ? { ...was, closed: !was.closed } : each)));
    });
    const remove = useForm(async () => {
      const was = before.value!;
      await keep(targets.value.filter((each) => each.number !== was.number));
    });

    const coverage = useForm((all) =>
      keep(targets.value, { leastCoveragePercent: String(all.get('planCoverage')).trim() })
    );

    const input = (name: string, title: string, more: Record<string, unknown> = {}): VNodeChild => (
      <label key={name}>
        {title}
        <input
          name={name}
          maxlength={200}
          value={fields[name]}
          onInput={(event: Event) => (fields[name] = valueOf(event))}
          {...more}
        />
      </label>
    );
    const number = (name: string, title: string, more: Record<string, unknown> = {}) =>
      input(name, title, {
        inputmode: 'decimal',
        autocomplete: 'off',
        pattern: NUMBER,
        title: t('plan.number'),
        ...more,
      });
    const choice = (name: string, title: string, options: [string, string][]): VNodeChild => (
      <label key={name}>
        {title}
        <select name={name} value={fields[name]} onChange={(event: Event) => (fields[name] = valueOf(event))}>
          {options.map(([value, words]) => <option value={value} key={value}>{words}</option>)}
        </select>
      </label>
    );
    const check = (name: string, title: string): VNodeChild => (
      <label class='check' key={name}>
        <input
          type='checkbox'
          name={name}
          checked={fields[name] === 'true'}
          onChange={(event: Event) => (fields[name] = String((event.target as HTMLInputElement).checked))}
        />{' '}
        {title}
      </label>
    );
    const both = (name: 'words' | 'source' | 'department', title: string) => [
      input(`${name}Zh`, t('plan.inChinese', { what: title }), { required: true }),
      input(`${name}En`, t('plan.inEnglish', { what: title }), { required: true }),
    ];

    const rule = (): VNodeChild =>
      fields.type === 'list'
        ? [
          choice('rule', t('plan.f.rule'), RULES.map((each) => [each, t(`plan.rule.${each}`)])),
          ...PARAMETERS[fields.rule as (typeof RULES)[number]].map((name) =>
            name === 'worstClass'
              ? choice(name, t('plan.f.worstClass'), ['', 'A', 'B', 'C', 'D'].map((each) => [each, each || '—']))
              : number(name, t(`plan.f.${name}`), { required: true })
          ),
          ...(fields.rule === 'capacity-doubling' ? USED.map((name) => check(name, t(`plan.used.${name}`))) : []),
        ]
        : null;

    const editor = (): VNodeChild => (
      <form class='people-form year-sheet plan-edit' onSubmit={form.submit}>
        {input('number', t('plan.no'), {
          required: true,
          readonly: before.value !== null,
          pattern: '[0-9]{1,3}[a-z]?([.][0-9]{1,2})?',
          title: t('plan.numberAllowed'),
        })}
        {both('words', t('plan.target'))}
        {choice('type', t('plan.type'), TYPES.map((each) => [each, t(`plan.type.${each}`)]))}
        {rule()}
        {fields.type === 'list' || fields.type === 'qualitative' ? null : [
          choice('direction', t('plan.f.direction'), [
            ['at-least', t('plan.f.atLeast')],
            ['at-most', t('plan.f.atMost')],
          ]),
          number('amount', t('plan.wanted')),
          number('yearly', t('plan.f.yearly')),
          number('base', t('plan.f.base', { year: found.data.value?.baseYear ?? '' })),
          input('unitZh', t('plan.inChinese', { what: t('column.unit') }), {
            required: !!(fields.amount || fields.yearly),
          }),
          input('unitEn', t('plan.inEnglish', { what: t('column.unit') }), {
            required: !!(fields.amount || fields.yearly),
          }),
        ]}
        {fields.type === 'yearly-average'
          ? choice('averaging', t('plan.f.averaging'), [
            ['compound', t('plan.averaging.compound')],
            ['arithmetic', t('plan.averaging.arithmetic')],
          ])
          : null}
        {fields.type === 'cumulative'
          ? choice('counting', t('plan.f.counting'), [
            ['per-period', t('plan.f.perPeriod')],
            ['to-date', t('plan.f.toDate')],
          ])
          : null}
        {input('due', t('plan.due'), {
          required: true,
          pattern: '[0-9]{4}(-Q[1-4])?',
          title: t('plan.dueAllowed'),
        })}
        {both('source', t('plan.document'))}
        {both('department', t('plan.department'))}
        {choice('measure', t('plan.f.measure'), [
          ['', t('plan.origin.typed')],
          ...MEASURES.map((each): [string, string] => [each, t(`plan.measure.${each}`)]),
        ])}
        {fields.measure
          ? [
            input('industries', t('plan.f.industries')),
            number('leastCoveragePercent', t('plan.f.leastCoverage'), { placeholder: usualCoverage() }),
          ]
          : null}
        {check('eachPark', t('plan.f.eachPark'))}
        {check('confirmed', t('plan.f.confirmed'))}
        {form.message() ?? turn.message() ?? remove.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('plan.keepTarget')}</button>
          <button type='button' onClick={() => (editing.value = false)}>{t('people.cancel')}</button>
          {before.value
            ? [
              <button type='button' disabled={turn.busy.value} onClick={turn.submit}>
                {t(before.value.closed ? 'plan.openTarget' : 'plan.closeTarget')}
              </button>,
              <button type='button' disabled={remove.busy.value} onClick={remove.submit}>
                {t('plan.removeTarget')}
              </button>,
            ]
            : null}
        </div>
      </form>
    );

    const columns = (): Column<Target>[] => [
      { key: 'number', title: t('plan.no'), cell: (row) => row.number },
      {
        key: 'words',
        title: t('plan.target'),
        class: 'name plan-target',
        cell: (row) => [
          <button type='button' class='link' onClick={() => begin(row)}>{say(row.words)}</button>,
          row.closed ? [' ', badge('quiet', t('plan.targetClosed'))] : null,
        ],
      },
      {
        key: 'type',
        title: t('plan.type'),
        cell: (row) => t(`plan.type.${row.type as (typeof TYPES)[number]}`),
      },
      {
        key: 'amount',
        title: t('plan.wanted'),
        number: true,
        cell: (row) => (row.amount ? `${shown(row.amount)} ${row.unit ? say(row.unit) : ''}` : '—'),
      },
      { key: 'due', title: t('plan.due'), cell: (row) => periodName(row.due) },
      { key: 'department', title: t('plan.department'), cell: (row) => say(row.department) },
    ];

    return () => {
      const it = found.data.value;
      return panel(
        t(editing.value ? (before.value ? 'plan.changeTarget' : 'plan.addTarget') : 'plan.editTargets'),
        !it ? waiting(found) : editing.value ? editor() : [
          <p class='hint'>{t('plan.editNote')}</p>,
          <DataTable
            label={t('plan.editTargets')}
            columns={columns()}
            rows={targets.value}
            rowKey={(row: Target) => row.number}
          />,
          <form class='people-form' onSubmit={coverage.submit}>
            <label>
              {t('plan.f.planCoverage')}
              <input
                name='planCoverage'
                required
                inputmode='decimal'
                autocomplete='off'
                pattern={NUMBER}
                title={t('plan.number')}
                value={usualCoverage()}
              />
            </label>
            {coverage.message()}
            <div class='buttons'>
              <button type='submit' disabled={coverage.busy.value}>{t('plan.keepCoverage')}</button>
            </div>
          </form>,
          <div class='buttons'>
            <button type='button' class='primary' onClick={() => begin(null)}>{t('plan.addTarget')}</button>
            <button type='button' onClick={() => emit('closed')}>{t('plan.close')}</button>
          </div>,
        ],
      );
    };
  },
});
