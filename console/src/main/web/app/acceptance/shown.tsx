// A sheet as it is read: what the display showed beside the platform, what is to be so, who signed, and what became of it.
import type { VNode, VNodeChild } from 'vue';
import type { AcceptanceLine, AcceptanceSheet } from '#api';
import { grouped, unitText } from '../format.ts';
import { badge, link, panel, time } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { multiplied } from './multiplied.ts';

type Line = AcceptanceSheet['lines'][number];
type Check = Line['checks'][number];
type Reading = NonNullable<Line['first']>;

const TONES: Record<AcceptanceLine['state'], Tone> = {
  NOT_BEGUN: 'warn',
  DRAFT: 'info',
  SIGNED: 'warn',
  RETURNED: 'info',
  ACCEPTED: 'good',
};

export function stateBadge(state: AcceptanceLine['state']): VNode {
  return badge(TONES[state], t(`acceptance.state.${state}`));
}

export const RESULTS: Record<Check['result'], Tone> = { PASSED: 'good', FAILED: 'bad', MISSING: 'warn' };

/** What is to be so, each in words, what is not first. */
export function checkList(checks: readonly Check[]): VNode {
  const order = ['FAILED', 'MISSING', 'PASSED'];
  const sorted = [...checks].sort((one, other) => order.indexOf(one.result) - order.indexOf(other.result));
  return (
    <ul class='checks'>
      {sorted.map((check) => (
        <li key={check.seen} data-check={check.kind} data-result={check.result}>
          {badge(RESULTS[check.result], t(`acceptance.result.${check.result}`))} {say(check.text)}
        </li>
      ))}
    </ul>
  );
}

/** What the platform has of the time of a reading; where it has nothing, why. */
export function platformOf(reading: Reading, unit: string): VNodeChild {
  const { platform } = reading;
  return platform.missing ? <span class='warn-text'>{say(platform.missing.text)}</span> : [
    t('acceptance.platformSays', { value: grouped(platform.value!), unit: unitText(unit) }),
    reading.percent === null ? null : ` (${signed(reading.percent)} %)`,
    <span class='sub'>
      {platform.before === platform.after
        ? t('acceptance.readAt', { time: clock(platform.before) })
        : t('acceptance.between', { before: clock(platform.before), after: clock(platform.after) })}
    </span>,
  ];
}

/** A register moves on within a minute. */
export function toTheSecond(text: string | null | undefined): string {
  return text?.slice(0, 19).replace('T', ' ') ?? '—';
}

function clock(text: string | null | undefined): string {
  return text?.slice(11, 19) ?? '—';
}

export function signed(percent: string): string {
  return Number(percent) > 0 ? `+${percent}` : percent;
}

/** What went through between the readings, by both. */
export function amountOf(line: Line): VNodeChild {
  if (line.displayed === null) {
    return null;
  }
  const unit = unitText(line.unit);
  return (
    <p class='between'>
      {t('acceptance.displayed', { value: grouped(line.displayed), unit })}
      {' · '}
      {line.counted === null
        ? line.missing ? say(line.missing.text) : '—'
        : t('acceptance.counted', { value: grouped(line.counted), unit })}
      {line.percent === null
        ? null
        : [' · ', <strong>{t('acceptance.differs', { percent: signed(line.percent) })}</strong>]}
    </p>
  );
}

/** The ratio of the plates beside the one that is registered. */
export function ratios(line: Line): string {
  return t('acceptance.ratios', { plates: line.nameplateRatio ?? '—', registered: line.registeredRatio ?? '—' });
}

function plates(line: Line): string {
  const it = line.nameplate;
  return it?.direct ? t('acceptance.direct') : [it?.ct && `CT ${it.ct}`, it?.pt && `PT ${it.pt}`, it?.factor]
    .filter(Boolean).join(' × ') || '—';
}

interface Row {
  key: string;
  name: string;
  reading: Line['first'];
}

function lineShown(line: Line): VNode {
  const rows: Row[] = [
    { key: 'first', name: t('acceptance.first'), reading: line.first },
    { key: 'second', name: t('acceptance.second'), reading: line.second },
  ];
  const columns: Column<Row>[] = [
    { key: 'which', title: t('acceptance.reading'), class: 'name', cell: (row) => row.name },
    { key: 'at', title: t('acceptance.at'), cell: (row) => (row.reading ? toTheSecond(row.reading.at) : '—') },
    {
      key: 'display',
      title: t('acceptance.display'),
      number: true,
      cell: (row) =>
        row.reading
          ? [
            `${row.reading.value} ${unitText(line.unit)}`,
            multiplied(row.reading, line) ? <span class='sub'>{multiplied(row.reading, line)}</span> : null,
          ]
          : '—',
    },
    {
      key: 'platform',
      title: t('acceptance.platform'),
      cell: (row) => (row.reading ? platformOf(row.reading, line.unit) : '—'),
    },
  ];
  return (
    <section class='acceptance-line' key={line.point.id} aria-label={say(line.point.name)}>
      <h3>{link(pathOf('points', line.point.id), say(line.point.name))}</h3>
      <p class='hint'>
        {t(`acceptance.side.${line.side}`)} · {plates(line)} · {ratios(line)}
      </p>
      <DataTable label={say(line.point.name)} columns={columns} rows={rows} rowKey={(row: Row) => row.key} />
      {amountOf(line)}
      {checkList(line.checks)}
    </section>
  );
}

/** All of a sheet. */
export function shownSheet(it: AcceptanceSheet): VNode[] {
  return [
    panel(t('acceptance.meter'), [
      <dl class='facts'>
        <dt>{t('acceptance.serial')}</dt>
        <dd>{it.serial ?? '—'}</dd>
        {it.remark ? [<dt>{t('acceptance.remark')}</dt>, <dd>{it.remark}</dd>] : null}
      </dl>,
      checkList(it.checks),
    ]),
    panel(t('acceptance.comparison'), it.lines.map(lineShown)),
    panel(t('acceptance.course'), course(it)),
  ];
}

function signature(name: string, one: AcceptanceSheet['signatures']['installer']): VNodeChild {
  return one
    ? [
      <dt>{name}</dt>,
      <dd>
        {one.name} ({one.account}) · {time(one.at)}
        {one.confirmed.length
          ? (
            <ul class='checks'>
              {one.confirmed.map((each) => (
                <li key={each.seen}>
                  {say(each.text)}
                  <span class='sub'>{t('acceptance.signedAllTheSame', { words: each.words })}</span>
                </li>
              ))}
            </ul>
          )
          : null}
      </dd>,
    ]
    : null;
}

function course(it: AcceptanceSheet): VNode {
  return (
    <dl class='facts'>
      {signature(t('acceptance.installer'), it.signatures.installer)}
      {signature(t('acceptance.accepter'), it.signatures.second)}
      {it.countsFrom ? [<dt>{t('acceptance.countsFrom')}</dt>, <dd>{time(it.countsFrom)}</dd>] : null}
      {it.steps.flatMap((each, i) => [
        <dt key={i}>{t(`acceptance.step.${each.state as 'DRAFT' | 'SIGNED' | 'RETURNED' | 'ACCEPTED'}`)}</dt>,
        <dd>{each.who} · {time(each.at)}{each.words ? [<br />, each.words] : null}</dd>,
      ])}
      {it.sheets.length > 1
        ? [
          <dt>{t('acceptance.sheets')}</dt>,
          <dd>
            {it.sheets.map((each) => [
              link(`${pathOf('acceptance', it.device.id)}?sheet=${each.number}`, `#${each.number}`),
              ' ',
            ])}
          </dd>,
        ]
        : null}
    </dl>
  );
}
