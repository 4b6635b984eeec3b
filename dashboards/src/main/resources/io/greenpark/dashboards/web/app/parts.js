// Small parts that every page uses.
import { h, ref } from '/lib/vue.js';
import { t, word } from '/app/text.js';
import { rounded, digitsFor, unitText, dateTime, exactTime, floored, share } from '/app/format.js';

/** Targets are judged where at least so much of both periods is measured. */
export const LEAST_MEASURED = 0.9;

/** A status in words, with a mark so that it does not depend on colour alone. Tones: good, warn, bad, info, quiet. */
export function badge(tone, text, title) {
  const marks = { good: '✓', warn: '!', bad: '▲', info: '●', quiet: '–' };
  return h('span', { class: ['badge', tone], title }, [
    h('span', { class: 'mark', 'aria-hidden': 'true' }, marks[tone]),
    text,
  ]);
}

/** A rounded figure; its tooltip has the exact one, or the reason why there is none. */
export function figure(text, { digits, unit, reason, sign, notes } = {}) {
  if (text === null || text === undefined) {
    return h('span', { class: 'missing', title: reason || t('figure.unknown'), tabindex: reason ? 0 : undefined }, '—');
  }
  const places = digits ?? digitsFor(text);
  const shown = rounded(text, places);
  const exact = t('figure.exact', { value: text, unit: unitText(unit) });
  const title = notes ? `${exact}\n${notes}` : exact;
  return h('span', { class: 'figure', title }, sign && Number(text) > 0 ? `+${shown}` : shown.replace('-', '−'));
}

/** How complete, how good and how final a figure is, for tooltips. */
export function provenance(row, basis) {
  return [
    basis ? t('figure.basis', { basis: word('basis', basis) }) : null,
    row.completeness === undefined ? null : t('figure.coverage', shares(row)),
    row.quality ? t('figure.quality', { quality: word('quality', row.quality) }) : null,
    row.status ? t('figure.status', { status: word('status', row.status) }) : null,
    row.coefficientSet ? t('figure.coefficients', { set: row.coefficientSet }) : null,
  ]
    .filter((line) => line !== null)
    .join('\n');
}

/** Of the expected time what is known, and of that what is measured and what estimated: parts that add up as shown. */
export function shares(row) {
  const measured = floored(row.measuredShare);
  return { complete: share(row.completeness), measured: share(row.measuredShare), estimated: share(floored(row.completeness) - measured) };
}

/** The share that is known, and where any of it is estimated how much; marked where less is measured than judging needs. */
export function coverage(row) {
  const parts = shares(row);
  return h('span', { class: ['coverage', row.measuredShare < LEAST_MEASURED ? 'low' : null], title: t('figure.coverage', parts) }, [
    parts.complete,
    row.estimatedShare > 0 ? h('small', t('figure.parts', parts)) : null,
  ]);
}

/** Columns of what is known, measured and estimated, of the part of a row that `of` gives. */
export function coverageColumns(of) {
  const column = (key, part, sort) => ({ key, number: true, title: t(`column.${key}`), sort: (row) => sort(of(row)), cell: (row) => shares(of(row))[part] });
  return [
    column('completeness', 'complete', (it) => it.completeness),
    column('measured', 'measured', (it) => it.measuredShare),
    column('estimated', 'estimated', (it) => it.estimatedShare),
  ];
}

export function time(text) {
  return h('time', { datetime: text, title: exactTime(text) }, dateTime(text));
}

export function link(to, text, attributes = {}) {
  return h('a', { href: `#${to}`, ...attributes }, text);
}

export function panel(title, content, { actions, note, id } = {}) {
  return h('section', { class: 'panel', id, 'aria-label': title }, [
    h('header', { class: 'panel-head' }, [
      h('h2', title),
      note ? h('span', { class: 'note' }, note) : null,
      actions ? h('div', { class: 'actions' }, actions) : null,
    ]),
    h('div', { class: 'panel-body' }, content),
  ]);
}

/** A placeholder for content that is not there yet, or cannot be loaded. */
export function waiting(source) {
  if (source.error.value) {
    return h('div', { class: 'state bad', role: 'alert' }, [
      h('strong', t('state.failed')),
      h('p', source.error.value.message),
      h('button', { type: 'button', onClick: source.refresh }, t('state.again')),
    ]);
  }
  return h('div', { class: 'state', 'aria-busy': 'true' }, t('state.loading'));
}

export function empty(title, advice) {
  return h('div', { class: 'state' }, [h('strong', title), h('p', advice)]);
}

/** A line above content that is out of date because the last request failed. */
export function stale(source) {
  return source.data.value && source.error.value
    ? h('div', { class: 'stale', role: 'status' }, t('state.stale', { reason: source.error.value.message }))
    : null;
}

/** A choice of one among a few, as buttons. */
export function choice(label, options, current, choose) {
  return h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': label },
    options.map(([value, text]) =>
      h(
        'button',
        { type: 'button', key: value, 'aria-pressed': value === current, onClick: () => choose(value) },
        text,
      ),
    ),
  );
}

/**
 * A table that sorts by the column clicked. Columns: `key`, `title`, `unit`, `number` (right-aligned), `cell(row)`,
 * `sort(row)`. Rows without a value to sort by come last.
 */
export const DataTable = {
  props: {
    columns: { type: Array, required: true },
    rows: { type: Array, required: true },
    rowKey: { type: Function, required: true },
    label: { type: String, required: true },
    initial: { type: Object, default: null },
    tone: { type: Function, default: () => null },
  },
  setup(props) {
    const by = ref(props.initial);

    function sorted() {
      const column = by.value && props.columns.find((each) => each.key === by.value.key);
      if (!column?.sort) {
        return props.rows;
      }
      const sign = by.value.down ? -1 : 1;
      return [...props.rows].sort((a, b) => compare(column.sort(a), column.sort(b), sign));
    }

    function choose(column) {
      const same = by.value?.key === column.key;
      by.value = { key: column.key, down: same ? !by.value.down : Boolean(column.number) };
    }

    return () =>
      h('div', { class: 'table-scroll' }, [
        h('table', { 'aria-label': props.label }, [
          h('thead', [h('tr', props.columns.map((column) => heading(column, by.value, choose)))]),
          h(
            'tbody',
            sorted().map((row) =>
              h(
                'tr',
                { key: props.rowKey(row), class: props.tone(row) },
                props.columns.map((column) =>
                  h('td', { class: [column.number ? 'number' : null, column.class] }, column.cell(row)),
                ),
              ),
            ),
          ),
        ]),
      ]);
  },
};

function heading(column, by, choose) {
  const active = by?.key === column.key;
  const content = [h('span', [column.title, column.unit ? h('span', { class: 'unit' }, unitText(column.unit)) : null])];
  return h(
    'th',
    {
      scope: 'col',
      class: column.number ? 'number' : null,
      'aria-sort': active ? (by.down ? 'descending' : 'ascending') : undefined,
    },
    column.sort
      ? h('button', { type: 'button', class: 'sort', onClick: () => choose(column) }, [
          ...content,
          h('span', { class: 'arrow', 'aria-hidden': 'true' }, active ? (by.down ? '↓' : '↑') : ''),
        ])
      : content,
  );
}

function compare(a, b, sign) {
  const none = (value) => value === null || value === undefined || Number.isNaN(value);
  if (none(a) || none(b)) {
    return none(a) && none(b) ? 0 : none(a) ? 1 : -1;
  }
  return sign * (typeof a === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN'));
}

/** A decimal as a number to sort by. */
export function sortable(text) {
  return text === null || text === undefined ? null : Number(text);
}
