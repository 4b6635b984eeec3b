// Coverage of the approved list by park: how it is now, and how it came to be month by month.
import { defineComponent } from 'vue';
import type { VNode } from 'vue';
import type { CleanCoverage } from '#api';
import { live, query } from '../api.ts';
import { badge, empty, panel, stale, waiting } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const MONTHS = 13;

/** A park with all its months, the newest first. */
interface Line {
  now: CleanCoverage;
  months: CleanCoverage[];
}

export const CoveragePanel = defineComponent({
  setup() {
    const path = query('/clean-production-coverage', { months: MONTHS, limit: 10_000 });
    const found = live<'/clean-production-coverage'>(() => path, 60);

    return () => {
      const it = found.data.value;
      const lines = it ? linesOf(it.rows) : [];
      return panel(t('clean.coverage'), [
        stale(found),
        !it ? waiting(found) : lines.some((line) => line.now.listed)
          ? [
            <DataTable
              name='clean-coverage'
              label={t('clean.coverage')}
              columns={columns()}
              rows={lines}
              rowKey={(line: Line) => `${line.now.scope} ${line.now.subject.id}`}
              file={path}
            />,
            <details class='clean-months'>
              <summary>{t('clean.byMonth')}</summary>
              <DataTable
                label={t('clean.byMonth')}
                columns={monthColumns()}
                rows={it.rows.filter((row) => row.percent !== null)}
                rowKey={(row: CleanCoverage) => `${row.scope} ${row.subject.id} ${row.month}`}
              />
            </details>,
          ]
          : empty(t('clean.noList'), t('clean.noListAdvice')),
      ], { note: it ? t('clean.coverageNote', { day: it.asOf, target: it.target }) : null });
    };
  },
});

function linesOf(rows: CleanCoverage[]): Line[] {
  const lines = new Map<string, Line>();
  for (const row of rows) {
    const key = `${row.scope} ${row.subject.id}`;
    const line = lines.get(key);
    if (line) {
      line.months.push(row);
    } else {
      lines.set(key, { now: row, months: [row] });
    }
  }
  return [...lines.values()];
}

/** What the server wrote is shown as it is: nothing here rounds a share. */
function percent(row: CleanCoverage): VNode | string {
  return row.percent === null ? '—' : badge(row.covered === row.listed ? 'good' : 'warn', `${row.percent} %`);
}

/** A bar for each month, oldest first; what it stands for is said beside it and in the table below. */
function series(months: CleanCoverage[]): VNode {
  const oldest = [...months].reverse();
  const told = oldest.filter((row) => row.percent !== null);
  const text = told.length
    ? t('clean.series', {
      from: told[0].month,
      first: told[0].percent ?? '',
      to: told[told.length - 1].month,
      last: told[told.length - 1].percent ?? '',
    })
    : '—';
  return (
    <span class='clean-series' role='img' aria-label={text} title={text}>
      {oldest.map((row) => (
        <span
          key={row.month}
          class={row.percent === null ? 'none' : row.covered === row.listed ? 'all' : null}
          style={{ height: `${row.covered ? Math.max(6, Number(row.percent)) : 0}%` }}
        />
      ))}
    </span>
  );
}

function columns(): Column<Line>[] {
  const number = (key: 'listed' | 'started' | 'reported' | 'covered'): Column<Line> => ({
    key,
    number: true,
    title: t(`clean.count.${key}`),
    sort: (line) => line.now[key],
    cell: (line) => line.now[key],
  });
  return [
    {
      key: 'subject',
      title: t('column.park'),
      class: 'name',
      sort: (line) => say(line.now.subject.name),
      cell: (line) =>
        line.now.scope === 'district' ? <strong>{say(line.now.subject.name)}</strong> : say(line.now.subject.name),
    },
    {
      key: 'percent',
      title: t('clean.percent'),
      sort: (line) => (line.now.percent === null ? null : Number(line.now.percent)),
      text: (line) => line.now.percent ?? '',
      cell: (line) => percent(line.now),
    },
    number('covered'),
    number('listed'),
    number('reported'),
    number('started'),
    { key: 'series', title: t('clean.months'), text: () => '', cell: (line) => series(line.months) },
  ];
}

function monthColumns(): Column<CleanCoverage>[] {
  return [
    {
      key: 'month',
      title: t('clean.month'),
      sort: (row) => row.month,
      group: (row) => row.month,
      cell: (row) => row.month,
    },
    {
      key: 'subject',
      title: t('column.park'),
      class: 'name',
      sort: (row) => say(row.subject.name),
      group: (row) => say(row.subject.name),
      cell: (row) => say(row.subject.name),
    },
    {
      key: 'percent',
      title: t('clean.percent'),
      sort: (row) => Number(row.percent),
      text: (row) => row.percent ?? '',
      cell: percent,
    },
    {
      key: 'counts',
      title: t('clean.counts'),
      number: true,
      sort: (row) => row.covered,
      cell: (row) => `${row.covered} / ${row.listed}`,
    },
  ];
}
