// What becomes of edits: of each document what changes from what to what, what stands against it, and who has to review it.
import type { VNode } from 'vue';
import type { RegistryEditResult } from '#api';
import { badge, link } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { documentPath } from '../route.ts';
import { say, t, word } from '../text.ts';
import { differences, isContent } from './content.ts';
import { fieldOf, kindWord, MASK, pathWords, shown } from './words.tsx';

type Fate = RegistryEditResult['edits'][number];

const TONES: Record<Fate['outcome'], Tone> = {
  ADDED: 'good',
  CHANGED: 'info',
  REMOVED: 'warn',
  UNCHANGED: 'quiet',
  REFUSED: 'bad',
  CONFLICT: 'bad',
};

/** Matters that a second person reviews, in words. */
export function matterWords(matters: readonly string[]): string {
  return matters.map((each) => word('review.matter', each)).join(t('review.and'));
}

/** What became, or would become, of edits. */
export function fates(result: RegistryEditResult): VNode[] {
  return [
    ...result.edits.map(fate),
    ...(result.others.length
      ? [
        <div class='fate' key='others'>
          <p>{t('document.others')}</p>
          <ul class='troubles'>
            {result.others.map((each) => (
              <li key={each.kind + each.id + each.field}>
                {kindWord(each.kind)} <code>{each.id}</code> {say(each.messageText)}
              </li>
            ))}
          </ul>
        </div>,
      ]
      : []),
  ];
}

function fate(it: Fate): VNode {
  const subject = String((isContent(it.after) ? it.after : it.before)?.scope ?? 'enterprise');
  const changed = it.outcome === 'UNCHANGED' || it.outcome === 'REFUSED' || it.outcome === 'CONFLICT'
    ? []
    : differences(it.before, it.after);
  // A value that is not shown may differ all the same.
  const unseen = it.fields.filter((name) => isContent(it.after) && it.after[name] === MASK);
  return (
    <div class='fate' key={`${it.kind}:${it.id}`}>
      <p>
        {badge(TONES[it.outcome], word('document.outcome', it.outcome))} {kindWord(it.kind)}{' '}
        {link(documentPath(it), it.id)}
      </p>
      {it.outcome === 'CONFLICT' ? <p class='problem'>{t('document.conflict')}</p> : null}
      {it.faults.length
        ? (
          <ul class='troubles'>
            {it.faults.map((each, i) => (
              <li key={i}>
                {each.field ? <strong>{pathWords(it.kind, each.field.split(/[./]/))}</strong> : null}{' '}
                {say(each.messageText)}
              </li>
            ))}
          </ul>
        )
        : null}
      {changed.length || unseen.length
        ? (
          <table class='plain-table differences'>
            <thead>
              <tr>
                <th scope='col'>{t('registry.field')}</th>
                <th scope='col'>{t('document.before')}</th>
                <th scope='col'>{t('document.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map((each) => {
                const field = fieldOf(it.kind, each.path);
                return (
                  <tr key={each.path.join('.')}>
                    <th scope='row'>{pathWords(it.kind, each.path)}</th>
                    <td>{shown(field, each.before, subject)}</td>
                    <td>{shown(field, each.after, subject)}</td>
                  </tr>
                );
              })}
              {unseen.map((name) => (
                <tr key={`unseen ${name}`}>
                  <th scope='row'>{pathWords(it.kind, [name])}</th>
                  <td colspan={2}>{t('document.unseen')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
        : null}
    </div>
  );
}
