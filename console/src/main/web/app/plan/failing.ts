// What keeps an enterprise off a list of a plan.
import type { Answers } from '#api';

export type Finding = Answers['/plans/{id}/targets/{target}']['findings'][number];
export type Check = Finding['checks'][number];

/** The checks that keep an enterprise off a list: of those of which one is enough all have to fail. */
export function failing(checks: readonly Check[]): Check[] {
  const either = checks.filter((each) => each.either);
  const noneHolds = either.length > 0 && either.every((each) => each.holds === false);
  return checks.filter((each) => each.holds === false && (!each.either || noneHolds));
}
