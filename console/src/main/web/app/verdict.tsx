// Accepted or given back: what somebody decides of what another one signed, a sheet or a return.
import type { Ref, VNode } from 'vue';
import { t } from './text.ts';
import type { TextKey } from './text.ts';

export type Verdict = 'accepted' | 'returned';

/** What the two verdicts are called where they are given. */
export type VerdictWords = Record<Verdict, TextKey>;

/** The choice between the two. */
export function verdicts(chosen: Ref<Verdict>, words: VerdictWords): VNode {
  return (
    <fieldset class='verdicts'>
      <legend>{t('return.verdict')}</legend>
      {(['accepted', 'returned'] as const).map((each) => (
        <label class='check' key={each}>
          <input
            type='radio'
            name='verdict'
            value={each}
            checked={chosen.value === each}
            onChange={() => (chosen.value = each)}
          />{' '}
          {t(words[each])}
        </label>
      ))}
    </fieldset>
  );
}

/** What is said with a verdict; null where nothing is. */
export function wordsIn(fields: FormData): string | null {
  return String(fields.get('words') ?? '').trim() || null;
}
