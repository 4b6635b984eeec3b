// Checks that fail, each to be confirmed with words by whoever signs. The words are of the check as it is shown: one with other figures is
// another field, and empty.
import type { VNode } from 'vue';
import type { AcceptanceSheet } from '#api';
import { badge } from '../parts.ts';
import { say, t } from '../text.ts';
import { RESULTS } from './shown.tsx';

type Check = AcceptanceSheet['checks'][number];
type Said = NonNullable<AcceptanceSheet['signatures']['installer']>['confirmed'][number];

const FIELD = 'why-';

/** The checks that are not passed, those of the device first. */
export function failing(it: Pick<AcceptanceSheet, 'checks' | 'lines'>): Check[] {
  return [...it.checks, ...it.lines.flatMap((line) => line.checks)].filter((check) => check.result !== 'PASSED');
}

/** What is said of checks in a form, each as it was seen. */
export function confirmed(fields: FormData): { seen: string; words: string }[] {
  return [...fields.entries()]
    .filter(([name]) => name.startsWith(FIELD))
    .map(([name, words]) => ({ seen: name.slice(FIELD.length), words: String(words).trim() }));
}

/** What the first signer said of a check, and whether it was this one with these figures. */
export function saidOf(check: Check, said: readonly Said[]): { said: Said; same: boolean } | null {
  const exact = said.find((each) => each.seen === check.seen);
  const other = exact ?? said.find((each) => each.kind === check.kind && each.point === check.point);
  return other ? { said: other, same: other === exact } : null;
}

/**
 * Fields for the words, one for each check that fails.
 *
 * @param said by whoever signed first; null where this is the first signature
 */
export function confirmFields(it: AcceptanceSheet, said: readonly Said[] | null): VNode | null {
  const checks = failing(it);
  return checks.length
    ? (
      <fieldset class='confirm-checks'>
        <legend>{t(said ? 'acceptance.confirmEachSecond' : 'acceptance.confirmEach', { n: checks.length })}</legend>
        {checks.map((check) => (
          <div class='confirm-check' key={check.seen} data-confirm={check.kind}>
            <p>
              {badge(RESULTS[check.result], t(`acceptance.result.${check.result}`))} {nameOf(it, check)}
              {say(check.text)}
            </p>
            {said ? first(check, said) : null}
            <label>
              {t('acceptance.whyEach')}
              <textarea name={`${FIELD}${check.seen}`} rows={2} maxlength={2000} required></textarea>
            </label>
          </div>
        ))}
      </fieldset>
    )
    : null;
}

/** With several points a check says of which it is. */
function nameOf(it: AcceptanceSheet, check: Check): string {
  const line = it.lines.length > 1 ? it.lines.find((each) => each.point.id === check.point) : undefined;
  return line ? `${say(line.point.name)} · ` : '';
}

function first(check: Check, said: readonly Said[]): VNode {
  const found = saidOf(check, said);
  if (!found) {
    return <p class='warn-text'>{t('acceptance.newSince')}</p>;
  }
  return (
    <p class='said'>
      {t('acceptance.installerSays', { words: found.said.words })}
      {found.same ? null : <span class='sub'>{t('acceptance.ofThen', { text: say(found.said.text) })}</span>}
    </p>
  );
}
