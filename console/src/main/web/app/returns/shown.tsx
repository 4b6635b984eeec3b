// A return as it is read: its figures beside those of before, what was asked and answered, who signed, and what became of it.
import type { VNode } from 'vue';
import type { MonthlyReturn, ReturnAmount } from '#api';
import { grouped } from '../format.ts';
import { badge, panel, time } from '../parts.ts';
import type { Tone } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';
import { fromBase, unitOfBase } from './amounts.ts';
import { unitWord } from './field.tsx';

const TONES: Record<MonthlyReturn['state'], Tone> = {
  NOT_BEGUN: 'quiet',
  DRAFT: 'info',
  SUBMITTED: 'warn',
  RETURNED: 'info',
  ACCEPTED: 'good',
};

export function stateBadge(state: MonthlyReturn['state']): VNode {
  return badge(TONES[state], t(`return.state.${state}`));
}

interface Row {
  figure: string;
  name: string;
  value: string | null;
  unit: string;
  /** The unit of the API's figures that it is compared in. */
  typedUnit: string | null;
}

function rows(it: MonthlyReturn): Row[] {
  const of = (figure: string, name: string, amount: ReturnAmount): Row => ({
    figure,
    name,
    value: amount?.value ?? null,
    unit: amount ? unitWord(amount.unit) : '',
    typedUnit: amount?.unit ?? null,
  });
  return [
    of('output', t('return.figure.output'), it.output),
    of('value-added', t('return.figure.value-added'), it.valueAdded),
    ...it.products.map((each) => ({
      figure: `product:${each.name}`,
      name: each.name,
      value: each.amount,
      unit: each.unit,
      typedUnit: null,
    })),
    ...it.bills.flatMap((each) => [
      of(`bill:${each.kind}`, t('return.billAmount', { bill: say(each.name) }), each.amount),
      ...(each.cost ? [of(`cost:${each.kind}`, t('return.billCost', { bill: say(each.name) }), each.cost)] : []),
    ]),
  ];
}

/** An earlier figure in the unit of the row, or in its own. */
function compared(row: Row, figures: readonly { figure: string; value: string | null; unit: string }[] | undefined) {
  const one = figures?.find((each) => each.figure === row.figure);
  if (!one?.value) {
    return '—';
  }
  const base = unitOfBase(one.unit);
  const unit = row.typedUnit ?? base;
  return unit && base === unit.replace('-10000', '')
    ? `${fromBase(one.value, unit)} ${unitWord(unit)}`
    : `${grouped(one.value)} ${one.unit}`;
}

export function shownReturn(it: MonthlyReturn): VNode[] {
  const columns: Column<Row>[] = [
    { key: 'name', title: t('return.what'), class: 'name', cell: (row) => row.name },
    {
      key: 'value',
      title: say(it.periodName),
      number: true,
      cell: (row) => (row.value === null ? '—' : <strong>{grouped(row.value)} {row.unit}</strong>),
    },
    {
      key: 'before',
      title: it.before ? say(it.before.periodName) : t('return.before'),
      number: true,
      cell: (row) => compared(row, it.before?.figures),
    },
    {
      key: 'yearBefore',
      title: it.yearBefore ? say(it.yearBefore.periodName) : t('return.yearBefore'),
      number: true,
      cell: (row) => compared(row, it.yearBefore?.figures),
    },
    { key: 'metered', title: t('return.metered'), number: true, cell: (row) => compared(row, it.metered) },
  ];
  return [
    panel(
      t('return.figures'),
      <DataTable label={t('return.figures')} columns={columns} rows={rows(it)} rowKey={(row: Row) => row.figure} />,
    ),
    panel(t('return.asked'), asked(it), { note: t('return.askedCount', { n: it.questions.length }) }),
    panel(t('return.course'), course(it)),
  ];
}

function asked(it: MonthlyReturn): VNode {
  return it.questions.length
    ? (
      <dl class='asked-list'>
        {it.questions.flatMap((each) => [
          <dt key={each.id}>{say(each.text)}</dt>,
          <dd>
            {each.answer
              ? [each.answer.word, <small>{each.answer.who} · {time(each.answer.at)}</small>]
              : badge('warn', t('return.unanswered'))}
          </dd>,
        ])}
      </dl>
    )
    : <p class='hint'>{t('return.nothingAsked')}</p>;
}

function course(it: MonthlyReturn): VNode {
  return (
    <dl class='facts'>
      {it.signature
        ? [
          <dt>{t('return.signer')}</dt>,
          <dd>{it.signature.name} ({it.signature.account}) · {time(it.signature.at)}</dd>,
        ]
        : null}
      <dt>{t('return.useOf')}</dt>
      <dd>{word('return.use', it.allowedUse)}</dd>
      {it.steps.flatMap((each) => [
        <dt key={each.version}>{t(`return.step.${each.state}`)}</dt>,
        <dd>{each.who} · {time(each.at)}{each.words ? [<br />, each.words] : null}</dd>,
      ])}
    </dl>
  );
}
