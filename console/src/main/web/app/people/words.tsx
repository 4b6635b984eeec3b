// Accounts and keys in words.
import type { VNode } from 'vue';
import type { Account, ApiKey } from '#api';
import { badge } from '../parts.ts';
import { t } from '../text.ts';

/** Whether one can sign in with an account, and whether that has been done with a password of one's own. */
export function accountState(it: Account): VNode[] {
  if (it.state === 'CLOSED') {
    return [badge('quiet', t('account.CLOSED'))];
  }
  return [
    badge('good', t('account.OPEN')),
    it.mustChangePassword ? badge('warn', t('account.mustChange'), t('account.mustChangeWhy')) : null,
    it.hasPassword ? null : badge('quiet', t('account.noPassword')),
  ].filter((each) => each !== null);
}

export type KeyState = 'GOOD' | 'ENDED' | 'EXPIRED';

export function keyState(it: ApiKey): KeyState {
  return it.good ? 'GOOD' : it.endedAt ? 'ENDED' : 'EXPIRED';
}

export function keyBadge(it: ApiKey): VNode {
  const state = keyState(it);
  return badge(state === 'GOOD' ? 'good' : 'quiet', t(`key.${state}`));
}
