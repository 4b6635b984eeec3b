import { equal } from './assert.ts';
import * as format from '../main/web/app/format.ts';
import { language, loadTexts } from '../main/web/app/text.ts';

async function speak(wanted: 'zh' | 'en') {
  await loadTexts(wanted);
  language.value = wanted;
}

Deno.test('a decimal is grouped and rounded, and what is missing stays missing', () => {
  equal(format.rounded('1234567.895', 2), '1,234,567.90');
  equal(format.rounded('0', 2), '0.00');
  equal(format.rounded(null, 2), null);
  equal(format.rounded(undefined, 2), null);
});

Deno.test('a figure keeps about four significant places', () => {
  for (const [text, digits] of [['12345', 0], ['-999.9', 1], ['99.9', 2], ['0.5', 4], ['0', 4]] as const) {
    equal(format.digitsFor(text), digits, text);
  }
});

Deno.test('a figure that is judged reads as it does in the texts of cases', () => {
  const cases: [string, string | null, number][] = [
    ['633.747', '500', 1],
    ['259.48', '200', 1],
    ['300.004', '300', 3],
    ['12345.678', '9000', 0],
    ['12000.257', '9000.25', 2],
    ['0.02345678', '0.05', 5],
    ['200', '200', 1],
    ['39.12', null, 2],
  ];
  for (const [value, bound, digits] of cases) {
    equal(format.judgedDigits(value, [bound]), digits, value);
  }
  equal(format.judgedText('7.7', ['6', '9']), '7.7');
  equal(format.judgedText('1200', ['1500']), '1,200');
  equal(format.changeDigits('0.8974', '-5'), 2);
  equal(format.changeDigits('-4.998', '-5'), 3);
});

Deno.test('readings of a column keep the zeros they came with', () => {
  equal(format.commonDigits(['612.9', '607.72', null, '600']), 2);
  equal(format.commonDigits([]), 0);
});

Deno.test('a change is written with its sign and a real minus', () => {
  equal(format.signed('3.456', 2), '+3.46');
  equal(format.signed('-3.456', 2), '−3.46');
  equal(format.signed('0', 2), '0.00');
  equal(format.signed(null, 2), null);
});

Deno.test('a share is never rounded up to complete', () => {
  equal(format.share(0.9996), '99.9 %');
  equal(format.share(1), '100 %');
  equal(format.share(0.07), '7 %');
  equal(format.share(0), '0 %');
});

Deno.test('times are shown as they were sent, in the zone of the park', () => {
  equal(format.dateTime('2026-11-23T20:40:05+08:00'), '2026-11-23 20:40');
  equal(format.clockTime('2026-11-23T20:40:05+08:00'), '20:40:05');
  equal(format.exactTime('2026-11-23T20:40:05+08:00'), '2026-11-23 20:40:05+08:00');
  equal(format.dateTime(null), '');
});

Deno.test('a length of time is told in one unit, rounded down', async () => {
  await speak('en');
  for (
    const [seconds, text] of [[59, '59 s'], [7199, '119 min'], [7200, '2 h'], [172799, '47 h'], [
      172800,
      '2 days',
    ]] as const
  ) {
    equal(format.duration(seconds), text);
  }
  equal(format.duration(null), null);
});

Deno.test('the year to date is January alone or January to the month', async () => {
  await speak('zh');
  equal(format.yearToDate('2026-01-01T00:00:00+08:00').includes('2026'), true);
  equal(format.yearToDate('2026-01-01').includes('–'), false);
  equal(format.yearToDate('2026-10-01').includes('2026'), true);
});

Deno.test('days are added over months, leap days and years', () => {
  equal(format.addDays('2028-02-28', 1), '2028-02-29');
  equal(format.addDays('2026-12-31', 1), '2027-01-01');
  equal(format.addDays('2026-03-01', -1), '2026-02-28');
});

Deno.test('a size is told in the largest unit that leaves something before the point', () => {
  for (
    const [size, text] of [[0, '0 B'], [999, '999 B'], [1000, '1 kB'], [1_500_000, '1.5 MB'], [123_456_789, '123 MB'], [
      2e18,
      '2,000 PB',
    ]] as const
  ) {
    equal(format.bytes(size), text);
  }
});

Deno.test('units are written as people write them', () => {
  equal(format.unitText('mg/m3'), 'mg/m³');
  equal(format.unitText('Cel'), '°C');
  equal(format.unitText(null), '');
});
