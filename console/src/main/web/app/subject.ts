// The head figures of a park or an enterprise.
import { h } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Standing } from '#api';
import { t } from './text.ts';
import { figure, LEAST_MEASURED, link, provenance, shares } from './parts.ts';
import type { FigureOptions } from './parts.ts';
import { share, signed, yearToDate } from './format.ts';
import { changeBar, reasonOf, verdict } from './standing.ts';
import type { Subject } from './standing.ts';

/** Energy, intensity, change and standing of the newest year to date, and what needs attention. */
export function standingTiles(subject: Subject & { park?: unknown }): VNode {
  const newest = subject.intensity;
  const toDate = newest?.yearToDate;
  const standing = newest?.standing;
  const notes = newest ? provenance(newest.yearToDate, newest.basis) : '';
  const period = newest ? yearToDate(newest.from) : '';
  const value = (name: 'tce' | 'tcePer10kCny' | 'changePercent', options: FigureOptions) =>
    figure(toDate?.[name], { ...options, reason: reasonOf(toDate, name), notes });
  return h('div', { class: 'tiles' }, [
    tile(t('tile.energy'), value('tce', { digits: 1, unit: 'tce' }), `tce · ${period}`),
    tile(
      t('tile.intensity'),
      value('tcePer10kCny', { digits: 4, unit: t('unit.intensity') }),
      `${t('unit.intensity')} · ${period}`,
    ),
    tile(
      t('tile.change'),
      [value('changePercent', { digits: 2, unit: '%', sign: true }), h('small', ' %')],
      t('tile.changeAgainst'),
    ),
    tile(
      t('tile.standing'),
      verdict(standing),
      standing
        ? [changeBar(standing), ' ', t('tile.target', { target: signed(standing.targetChangePercent, 2) })]
        : t('verdict.noTargetWhy'),
      tone(standing),
    ),
    tile(
      t('column.completeness'),
      toDate ? share(toDate.completeness) : '—',
      toDate ? t('figure.parts', { ...shares(toDate) }) : '',
      toDate && toDate.measuredShare !== null && toDate.measuredShare < LEAST_MEASURED ? 'warn' : 'plain',
    ),
    tile(
      t('tile.attention'),
      [
        link(
          `/cases?${subject.park ? 'enterprise' : 'park'}=${subject.id}`,
          t('tile.caseCount', { n: subject.openCases }),
          { class: subject.openCases ? 'bad' : 'soft' },
        ),
      ],
      t('tile.silentCount', { n: subject.silentDevices }),
      subject.openCases ? 'bad' : 'plain',
    ),
  ]);
}

function tone(standing: Standing | undefined): string {
  return standing?.verdict === 'BEHIND' ? 'bad' : standing?.verdict === 'ON_TARGET' ? 'good' : 'plain';
}

function tile(title: string, value: VNodeChild, note: VNodeChild, css = 'plain'): VNode {
  return h('div', { class: ['tile', css] }, [
    h('span', { class: 'tile-title' }, title),
    h('span', { class: 'tile-value' }, [value]),
    h('span', { class: 'tile-note' }, [note]),
  ]);
}
