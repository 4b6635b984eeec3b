// What the verdicts that a case rests on are of, and whether what they say lasts.
import type { Alert } from '#api';

export type Evidence = NonNullable<Alert['evidence']>[number];

type Kind = 'energy' | 'silence' | 'standstill' | 'contact';

/** Rules whose verdicts are not about a limit. */
const KINDS: Partial<Record<Alert['rule'], Kind>> = {
  'energy-decline-behind': 'energy',
  'device-silent': 'silence',
  'gateway-silent': 'silence',
  'door-silent': 'silence',
  'canary-missing': 'silence',
  'channel-dead': 'silence',
  'no-working-contact': 'contact',
  'clean-production-overdue': 'contact',
  'data-stands-still': 'standstill',
};

/** Of what the verdicts of a case are, where it is not a limit. */
export function kindOf(it: Pick<Alert, 'rule'>): Kind | undefined {
  return KINDS[it.rule];
}

/** Whether what a row of the evidence says lasts: what is silent, or stands still, does so until it is heard of again. */
export function lasts(it: Pick<Alert, 'rule' | 'state' | 'evidence'>, row: Evidence): boolean {
  const kind = kindOf(it);
  return it.state === 'OPEN' && (kind === 'silence' || kind === 'standstill' || kind === 'contact') &&
    row.outcome === 'RAISES' &&
    !it.evidence?.some((other) => Date.parse(other.to ?? '') > Date.parse(row.to ?? ''));
}

/** Whether no exceedance is seen, by a limit that is not confirmed: that is not a limit kept. */
export function unconfirmed(it: Pick<Alert, 'rule'>, row: Evidence): boolean {
  return it.rule === 'limit-exceeded' && row.outcome === 'CLEARS' && row.confirmed === false;
}
