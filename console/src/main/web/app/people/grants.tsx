// What somebody may do, and where, in words.
import type { VNode } from 'vue';
import type { NamedGrant } from '#api';
import { say, t, word } from '../text.ts';

/** Each right in a line: the role, and by name what it is for. */
export function grantList(grants: readonly NamedGrant[]): VNode {
  return grants.length
    ? (
      <ul class='grants'>
        {grants.map((each, i) => (
          <li key={i}>
            <strong>{word('role', each.role)}</strong> <span class='soft'>{say(each.where)}</span>
          </li>
        ))}
      </ul>
    )
    : <span class='warn-text'>{t('grants.none')}</span>;
}

/** The same as text, for the clipboard and to sort by. */
export function grantText(grants: readonly NamedGrant[]): string {
  return grants.map((each) => `${word('role', each.role)} (${say(each.where)})`).join('; ');
}
