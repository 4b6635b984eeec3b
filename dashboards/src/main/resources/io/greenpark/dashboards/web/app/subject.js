// The head figures of a park or an enterprise.
import { h } from '/lib/vue.js';
import { t } from '/app/text.js';
import { LEAST_MEASURED, figure, link, provenance, shares } from '/app/parts.js';
import { share, signed, yearToDate } from '/app/format.js';
import { changeBar, reasonOf, verdict } from '/app/standing.js';

/** Energy, intensity, change and standing of the newest year to date, and what needs attention. */
export function standingTiles(subject) {
  const newest = subject.intensity;
  const toDate = newest?.yearToDate;
  const standing = newest?.standing;
  const notes = newest ? provenance(toDate, newest.basis) : '';
  const period = newest ? yearToDate(newest.from) : '';
  const value = (name, options) => figure(toDate?.[name], { ...options, reason: reasonOf(toDate, name), notes });
  return h('div', { class: 'tiles' }, [
    tile(t('tile.energy'), value('tce', { digits: 1, unit: 'tce' }), `tce · ${period}`),
    tile(t('tile.intensity'), value('tcePer10kCny', { digits: 4, unit: t('unit.intensity') }), `${t('unit.intensity')} · ${period}`),
    tile(t('tile.change'), [value('changePercent', { digits: 2, unit: '%', sign: true }), h('small', ' %')], t('tile.changeAgainst')),
    tile(t('tile.standing'), verdict(standing), standing ? [changeBar(standing), ' ', t('tile.target', { target: signed(standing.targetChangePercent, 2) })] : t('verdict.noTargetWhy'), tone(standing)),
    tile(t('column.completeness'), toDate ? share(toDate.completeness) : '—', toDate ? t('figure.parts', shares(toDate)) : '', toDate && toDate.measuredShare < LEAST_MEASURED ? 'warn' : 'plain'),
    tile(t('tile.attention'), [
      link(`/cases?${subject.park ? 'enterprise' : 'park'}=${subject.id}`, t('tile.caseCount', { n: subject.openCases }), { class: subject.openCases ? 'bad' : 'soft' }),
    ], t('tile.silentCount', { n: subject.silentDevices }), subject.openCases ? 'bad' : 'plain'),
  ]);
}

function tone(standing) {
  return standing?.verdict === 'BEHIND' ? 'bad' : standing?.verdict === 'ON_TARGET' ? 'good' : 'plain';
}

function tile(title, value, note, css = 'plain') {
  return h('div', { class: ['tile', css] }, [h('span', { class: 'tile-title' }, title), h('span', { class: 'tile-value' }, value), h('span', { class: 'tile-note' }, note)]);
}
