import { same } from './assert.ts';
import { grouped, orderOf, orderText, sorted, sums } from '../main/web/app/table/column.ts';
import type { Column } from '../main/web/app/table/column.ts';
import { csv, tabbed } from '../main/web/app/table/csv.ts';

interface Row {
  name: string;
  park: string | null;
  tce: number | null;
}

const ROWS: Row[] = [
  { name: 'b', park: 'east', tce: 2 },
  { name: 'a', park: null, tce: null },
  { name: 'c', park: 'west', tce: 10 },
  { name: 'd', park: 'east', tce: 3 },
];

const COLUMNS: Column<Row>[] = [
  { key: 'name', title: 'name', cell: (row) => row.name, sort: (row) => row.name },
  { key: 'park', title: 'park', cell: (row) => row.park, group: (row) => row.park },
  { key: 'tce', title: 'tce', cell: (row) => row.tce, sort: (row) => row.tce, sum: (row) => row.tce },
];

const names = (rows: Row[]) => rows.map((row) => row.name).join('');

Deno.test('rows without the figure come last, whichever way they are sorted', () => {
  same(names(sorted(ROWS, COLUMNS, { key: 'tce', down: false })), 'bdca');
  same(names(sorted(ROWS, COLUMNS, { key: 'tce', down: true })), 'cdba');
});

Deno.test('an order by a column that there is none of leaves the rows as they came', () => {
  same(names(sorted(ROWS, COLUMNS, orderOf('-none'))), 'bacd');
  same(orderText(orderOf('-tce')), '-tce');
});

Deno.test('rows are put together in the order of the first of each group, those of none last, with what they add up to', () => {
  const groups = grouped(ROWS, COLUMNS, COLUMNS[1]);
  same(groups.map(({ name, rows }) => [name, names(rows)]), [['east', 'bd'], ['west', 'c'], [null, 'a']]);
  same(groups.map((each) => each.sums.get('tce')), [5, 10, null]);
});

Deno.test('a sum of nothing known is not known', () => {
  same(sums([ROWS[1]], COLUMNS).get('tce'), null);
});

Deno.test('a file quotes what it must, and nothing in it is computed by a spreadsheet', () => {
  same(
    csv([['a,b', '=1+1', '-5.00', '+0.90', '@x', 'say "x"']]),
    '\uFEFF"a,b",\'=1+1,-5.00,+0.90,\'@x,"say ""x"""\r\n',
  );
});

Deno.test('what is copied has a line for each row and a tab between fields', () => {
  same(tabbed([['a\tb', 'c\nd'], ['=x', '1']]), "a b\tc d\n'=x\t1");
});
