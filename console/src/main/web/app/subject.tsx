// The head figures of the district, a park or an enterprise.
import type { VNode, VNodeChild } from 'vue';
import type { NewestIntensity } from '#api';
import { rounded, share, signed, yearToDate } from './format.ts';
import { closingBadge } from './closingmark.tsx';
import { figure, LEAST_MEASURED, link, provenance, shares } from './parts.ts';
import type { FigureOptions } from './parts.ts';
import { gapBar, levelBadge, noTargetWhy, reasonOf } from './standing.tsx';
import { mayOpen } from './rights.ts';
import { t } from './text.ts';

/** What is shown of whom: its newest figures, and what waits for somebody. */
export interface Subject {
  intensity?: NewestIntensity;
  openCases: number;
  silentDevices?: number;
  lateDevices?: number;
}

/** Energy, intensity, change, standing with its tonnes, completeness, and what needs attention. */
export function standingTiles(subject: Subject, to: { cases: string; devices: string }): VNode {
  const newest = subject.intensity;
  const toDate = newest?.yearToDate;
  const notes = newest ? provenance(newest.yearToDate, newest.basis) : '';
  const period = newest ? yearToDate(newest.from) : '';
  const value = (name: 'tce' | 'tcePer10kCny' | 'changePercent', options: FigureOptions) =>
    figure(toDate?.[name], { ...options, reached: true, reason: reasonOf(toDate, name), notes });
  return (
    <div class='tiles'>
      {tile(
        t('tile.standing'),
        levelBadge(newest?.standing, newest?.progress, newest?.otherTarget),
        standingNote(newest),
        tone(newest),
      )}
      {tile(t('tile.excess'), tonnesOf(newest), excessNote(newest))}
      {tile(
        t('tile.change'),
        [value('changePercent', { digits: 2, unit: '%', sign: true }), <small>&nbsp;%</small>],
        `${t('tile.changeAgainst')} · ${period}`,
      )}
      {tile(
        t('tile.intensity'),
        value('tcePer10kCny', { digits: 4, unit: t('unit.intensity') }),
        [`${t('unit.intensity')} · ${period} `, closingBadge(newest?.closing)],
      )}
      {tile(t('tile.energy'), value('tce', { digits: 1, unit: 'tce' }), `${t('unit.tce')} · ${period}`)}
      {tile(
        t('column.completeness'),
        toDate?.completeness == null ? '—' : share(toDate.completeness),
        toDate?.completeness == null ? t('coverage.none') : `${t('figure.parts', { ...shares(toDate) })} · ${period}`,
        toDate?.measuredShare != null && toDate.measuredShare < LEAST_MEASURED ? 'warn' : 'plain',
      )}
      {tile(
        t('tile.attention'),
        link(to.cases, t('tile.caseCount', { n: subject.openCases }), { class: subject.openCases ? 'bad' : 'soft' }),
        deviceCounts(subject, to.devices),
        subject.openCases ? 'bad' : subject.lateDevices ? 'warn' : 'plain',
      )}
    </div>
  );
}

/** Silent devices, and those whose data are late where there are any, with the ways to them. */
function deviceCounts(subject: Subject, to: string): VNodeChild {
  const way = (state: string) => `${to}${to.includes('?') ? '&' : '?'}state=${state}`;
  return [
    link(way('silent'), t('tile.silentCount', { n: subject.silentDevices ?? 0 }), { class: 'soft' }),
    subject.lateDevices
      ? [' · ', link(way('late'), t('tile.lateCount', { n: subject.lateDevices }), { class: 'warn-text' })]
      : null,
  ];
}

function tonnesOf(newest: NewestIntensity | undefined): VNodeChild {
  const end = newest?.progress?.yearEnd?.excessTce;
  const reasons = Object.values(newest?.progress?.reasonTexts ?? {});
  return [
    figure(end, {
      digits: 1,
      unit: 'tce',
      sign: true,
      reason: newest?.standing
        ? (reasons[0] ? reasonOf(newest.progress!, '') : reasonOf(newest.yearToDate, ''))
        : noTargetWhy(newest?.otherTarget),
    }),
    <small>{` ${t('unit.tce')}`}</small>,
  ];
}

function excessNote(newest: NewestIntensity | undefined): string {
  const so_far = newest?.progress?.excessTce;
  return so_far == null ? '' : t('tile.excessSoFar', { tce: signed(so_far, 1) });
}

function standingNote(newest: NewestIntensity | undefined): VNodeChild {
  const standing = newest?.standing;
  return standing
    ? [
      gapBar(standing),
      ' ',
      t('tile.target', { target: signed(standing.targetChangePercent, 2), gap: signed(standing.gapPoints, 2) ?? '—' }),
    ]
    : noTargetWhy(newest?.otherTarget);
}

function tone(newest: NewestIntensity | undefined): string {
  switch (newest?.progress?.level) {
    case 'NOT_FALLING':
      return 'bad';
    case 'BEHIND':
      return 'warn';
    case 'ON_PATH':
      return 'good';
    default:
      return 'plain';
  }
}

export function tile(
  title: string,
  value: VNodeChild,
  note: VNodeChild,
  css = 'plain',
  to: string | null = null,
): VNode {
  const content = [
    <span class='tile-title'>{title}</span>,
    <span class='tile-value'>{value}</span>,
    <span class='tile-note'>{note}</span>,
  ];
  return to && mayOpen(to) ? link(to, content, { class: ['tile', css] }) : <div class={['tile', css]}>{content}</div>;
}

/** A count as a tile. */
export function countTile(
  title: string,
  n: number | null,
  note: VNodeChild,
  css: string,
  to: string | null = null,
): VNode {
  return tile(title, n === null ? '—' : rounded(n, 0), note, css, to);
}
