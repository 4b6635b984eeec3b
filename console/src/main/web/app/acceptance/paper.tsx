// The sheet on paper (A4), in both languages whatever the page is in: on site it is read and signed by people who share neither account nor
// language. What is not filled in has room to be written.
import type { VNode, VNodeChild } from 'vue';
import type { AcceptanceSheet } from '#api';
import { unitText } from '../format.ts';
import { t } from '../text.ts';
import { multiplied } from './multiplied.ts';
import { toTheSecond } from './shown.tsx';

type Line = AcceptanceSheet['lines'][number];

function both(name: { zh?: string; en?: string } | null | undefined): string {
  return !name ? '' : name.zh === name.en ? name.zh ?? '' : `${name.zh} / ${name.en}`;
}

function row(label: string, value: VNodeChild): VNode {
  return (
    <tr>
      <th>{label}</th>
      <td>{value ?? ''}</td>
    </tr>
  );
}

function reading(name: string, of: Line['first'], line: Line): VNode {
  return (
    <tr>
      <th>{name}</th>
      <td>{of ? toTheSecond(of.at) : ''}</td>
      <td>
        {of ? `${of.value} ${unitText(line.unit)}` : ''}
        {of && multiplied(of, line) ? [<br />, multiplied(of, line)] : null}
      </td>
      <td>{of?.platform.value ? `${of.platform.value} ${unitText(line.unit)}` : both(of?.platform.missing?.text)}</td>
      <td>{of?.percent ? `${of.percent} %` : ''}</td>
    </tr>
  );
}

function lineOnPaper(line: Line): VNode {
  const plates = line.nameplate;
  return (
    <section class='paper-line' key={line.point.id}>
      <h3>{both(line.point.name)} ({line.point.id})</h3>
      <p>
        CT {plates?.ct ?? '______'} · PT {plates?.pt ?? '______'} · {t('paper.factor')} {plates?.factor ?? '____'} ·
        {' '}
        {t('paper.plates')} {line.nameplateRatio ?? '______'} · {t('paper.registered')} {line.registeredRatio ?? '—'} ·
        {' '}
        {t(line.side === 'PRIMARY' ? 'paper.primary' : 'paper.secondary')}
      </p>
      <table>
        <thead>
          <tr>
            <th></th>
            <th>{t('paper.at')}</th>
            <th>{t('paper.display')}</th>
            <th>{t('paper.platform')}</th>
            <th>%</th>
          </tr>
        </thead>
        <tbody>
          {reading(t('paper.first'), line.first, line)}
          {reading(t('paper.second'), line.second, line)}
          <tr>
            <th>{t('paper.between')}</th>
            <td></td>
            <td>{line.displayed ? `${line.displayed} ${unitText(line.unit)}` : ''}</td>
            <td>{line.counted ? `${line.counted} ${unitText(line.unit)}` : ''}</td>
            <td>{line.percent ? `${line.percent} %` : ''}</td>
          </tr>
        </tbody>
      </table>
      <ul>
        {line.checks.map((check) => <li key={check.seen}>{check.result === 'PASSED' ? '☑' : '☐'} {both(check.text)}
        </li>)}
      </ul>
    </section>
  );
}

function signature(name: string, one: AcceptanceSheet['signatures']['installer']): VNode {
  return (
    <td>
      {name}
      <p class='sign-here'>{one ? `${one.name} (${one.account}) ${toTheSecond(one.at)}` : ''}</p>
      {one?.confirmed.map((each) => <p key={each.seen}>☐ {both(each.text)} — {each.words}</p>)}
    </td>
  );
}

/** Shown on paper only. */
export function paperSheet(it: AcceptanceSheet): VNode {
  return (
    <section class='paper-sheet' aria-hidden='true'>
      <h2>{t('paper.title')} {it.sheet ? `№ ${it.sheet}` : ''}</h2>
      <table class='paper-head'>
        <tbody>
          {row(t('paper.enterprise'), both(it.enterprise.name))}
          {row(t('paper.device'), `${both(it.device.name)} (${it.device.id})`)}
          {row(t('paper.gateway'), it.gateway)}
          {row(t('paper.serial'), it.serial)}
          {row(t('paper.remark'), it.remark)}
        </tbody>
      </table>
      {it.lines.map(lineOnPaper)}
      <ul>
        {it.checks.map((check) => <li key={check.kind}>{check.result === 'PASSED' ? '☑' : '☐'} {both(check.text)}</li>)}
      </ul>
      <table class='paper-signatures'>
        <tbody>
          {row(t('paper.countsFrom'), it.countsFrom ? toTheSecond(it.countsFrom) : '')}
          {row(t('paper.words'), it.words)}
        </tbody>
      </table>
      <table class='paper-signatures'>
        <tbody>
          <tr>
            {signature(t('paper.installer'), it.signatures.installer)}
            {signature(t('paper.accepter'), it.signatures.second)}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
