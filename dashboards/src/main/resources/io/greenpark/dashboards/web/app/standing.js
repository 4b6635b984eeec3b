// A park or an enterprise against its target: badge, bar and the columns of the overview's tables.
import { h } from '/lib/vue.js';
import { t, say } from '/app/text.js';
import { badge, coverage, figure, provenance, sortable, link } from '/app/parts.js';
import { signed } from '/app/format.js';

/** The verdict in words; without a target it says so. */
export function verdict(standing) {
  if (!standing) {
    return badge('quiet', t('verdict.noTarget'), t('verdict.noTargetWhy'));
  }
  const tones = { ON_TARGET: 'good', BEHIND: 'bad', NOT_JUDGED: 'quiet' };
  return badge(tones[standing.verdict], verdictText(standing), say(standing.reasonText) || gapText(standing));
}

/** That too much is estimated is said where it can be seen, as nobody would look for it. */
export function verdictText(standing) {
  return t(tellsOf(standing.reasonCode, 'TOO_MUCH_ESTIMATED') ? 'verdict.TOO_MUCH_ESTIMATED' : `verdict.${standing.verdict}`);
}

function tellsOf(reason, code) {
  return Boolean(reason) && (reason.code === code || tellsOf(reason.reason, code));
}

function gapText(standing) {
  return t('verdict.gap', {
    change: signed(standing.changePercent, 2),
    target: signed(standing.targetChangePercent, 2),
    year: standing.baseYear,
  });
}

/** Change and target on one scale from -15 % to +15 %: the bar is the change, the tick is the target. */
export function changeBar(standing) {
  if (!standing || standing.changePercent === null) {
    return null;
  }
  const place = (percent) => 60 + Math.max(-15, Math.min(15, Number(percent))) * 4;
  const end = place(standing.changePercent);
  const target = place(standing.targetChangePercent);
  const behind = standing.verdict === 'BEHIND';
  return h('svg', { class: 'change-bar', width: 96, height: 14, viewBox: '0 0 120 14', role: 'img', 'aria-label': gapText(standing) }, [
    h('title', gapText(standing)),
    h('rect', { x: 0, y: 5, width: 120, height: 4, rx: 2, class: 'track' }),
    h('rect', { x: Math.min(60, end), y: 4, width: Math.max(1, Math.abs(end - 60)), height: 6, class: behind ? 'behind' : standing.verdict === 'ON_TARGET' ? 'kept' : 'open' }),
    h('line', { x1: 60, x2: 60, y1: 1, y2: 13, class: 'zero' }),
    h('line', { x1: target, x2: target, y1: 0, y2: 14, class: 'target' }),
  ]);
}

/** Columns that parks and enterprises share. */
export function standingColumns() {
  const toDate = (row) => row.intensity?.yearToDate ?? null;
  const notes = (row) => (row.intensity ? provenance(toDate(row), row.intensity.basis) : '');
  const number = (key, name, digits, more = {}) => ({
    key,
    number: true,
    title: t(`column.${key}`),
    unit: more.unit,
    sort: (row) => sortable(toDate(row)?.[name]),
    cell: (row) =>
      figure(toDate(row)?.[name], { digits, unit: more.unit, sign: more.sign, reason: reasonOf(toDate(row), name), notes: notes(row) }),
  });
  return [
    number('tce', 'tce', 1, { unit: 'tce' }),
    number('intensity', 'tcePer10kCny', 4, { unit: t('unit.intensity') }),
    number('change', 'changePercent', 2, { unit: '%', sign: true }),
    {
      key: 'target',
      number: true,
      title: t('column.target'),
      unit: '%',
      sort: (row) => sortable(row.intensity?.standing?.targetChangePercent),
      cell: (row) => figure(row.intensity?.standing?.targetChangePercent, { digits: 2, unit: '%', sign: true, reason: t('verdict.noTargetWhy') }),
    },
    { key: 'bar', title: t('column.bar'), cell: (row) => changeBar(row.intensity?.standing) },
    {
      key: 'verdict',
      title: t('column.verdict'),
      sort: (row) => ['BEHIND', 'NOT_JUDGED', 'ON_TARGET'].indexOf(row.intensity?.standing?.verdict) + 1 || 9,
      cell: (row) => verdict(row.intensity?.standing),
    },
    {
      key: 'completeness',
      number: true,
      title: t('column.completeness'),
      sort: (row) => toDate(row)?.measuredShare ?? null,
      cell: (row) => (toDate(row) ? coverage(toDate(row)) : null),
    },
  ];
}

/** Columns of open cases and silent devices. */
export function attentionColumns(to) {
  return [
    {
      key: 'openCases',
      number: true,
      title: t('column.openCases'),
      sort: (row) => row.openCases,
      cell: (row) => (row.openCases ? link(to(row), String(row.openCases), { class: 'count bad' }) : h('span', { class: 'zero' }, '0')),
    },
    {
      key: 'silentDevices',
      number: true,
      title: t('column.silentDevices'),
      sort: (row) => row.silentDevices,
      cell: (row) => (row.silentDevices ? link('/devices?state=SILENT', String(row.silentDevices), { class: 'count warn' }) : h('span', { class: 'zero' }, '0')),
    },
  ];
}

/** Why a figure is missing, in the reader's language; failing that, why another of its period is. */
export function reasonOf(figures, name) {
  const texts = figures?.reasonTexts ?? {};
  return say(texts[name] ?? Object.values(texts)[0]);
}
