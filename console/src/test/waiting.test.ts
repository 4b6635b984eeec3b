// What waits for whoever is signed in leads to where it is decided, and what does not wait is no line.
import { waitingBehind, waitingLines } from '../main/web/app/waiting.ts';
import { equal, same } from './assert.ts';

const NOTHING = {
  reviews: 0,
  reopenings: 0,
  acceptances: 0,
  returns: 0,
  oldestReturn: null,
  closings: 0,
  marks: 0,
  overdueMarks: 0,
  oldestClosing: null,
  objections: 0,
  overdueObjections: 0,
  yearSheets: 0,
  oldestYearSheet: null,
};

Deno.test('what waits leads to the list where it is decided', () => {
  const lines = waitingLines({
    reviews: 3,
    reopenings: 1,
    acceptances: 2,
    returns: 4,
    oldestReturn: '2026-09',
    closings: 1,
    marks: 5,
    overdueMarks: 1,
    oldestClosing: '2026-08',
    objections: 2,
    overdueObjections: 1,
    yearSheets: 1,
    oldestYearSheet: 'steel:2025',
  });
  same(lines.map(({ kind, n, path }) => `${kind} ${n} ${path}`), [
    'reviews 3 /reviews',
    'acceptances 2 /acceptance?state=SIGNED',
    'returns 4 /returns?month=2026-09&state=SUBMITTED',
    'closings 1 /closings?month=2026-08',
    'marks 5 /marks?state=submitted',
    'objections 2 /objections?tab=overdue',
    'yearSheets 1 /year-sheets/steel%3A2025',
  ]);
  equal(lines[0].reopenings, 1);
  equal(lines[2].oldest, '2026-09');
});

Deno.test('what does not wait, or is not theirs to decide, is no line and no mark', () => {
  same(waitingLines(NOTHING), []);
  same(waitingLines(null), []);
  const none = {
    ...NOTHING,
    reviews: null,
    reopenings: null,
    acceptances: 1,
    returns: null,
    closings: null,
    marks: null,
    objections: null,
  };
  same(waitingLines(none).map(({ kind }) => kind), ['acceptances']);
  equal(waitingBehind('registry', none), 0);
  equal(waitingBehind('acceptance', none), 1);
  equal(waitingBehind('devices', none), 0);
  equal(waitingBehind('returns', null), 0);
});
