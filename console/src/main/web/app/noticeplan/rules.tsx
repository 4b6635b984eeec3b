// The rules of who is told what when, as a table to read.
import type { VNode } from 'vue';
import type { NoticePlan } from '#api';
import { panel } from '../parts.ts';
import { say, t } from '../text.ts';
import { mannerText, ofCases, STEPS, stepText, tellingText, TIERS } from './words.ts';
import type { Rule } from './words.ts';

export function rulesTable(it: NoticePlan): VNode {
  const row = (rule: Rule, index: number): VNode => (
    <tr key={rule.code}>
      <th scope='row'>
        {`${index + 1}. ${say(rule.name)}`}
        <span class='sub'>{ofCases(rule)}</span>
      </th>
      {TIERS.map((tier) => {
        const { first, sooner } = tellingText(rule[tier], it.time.digestAt);
        const never = (rule[tier]?.first ?? 'never') === 'never';
        return (
          <td key={tier} data-label={t(`plan.tier.${tier}`)}>
            <span class={never ? 'soft' : 'plan-first'}>{first}</span>
            {sooner.map((each) => <span class='sub' key={each}>{each}</span>)}
          </td>
        );
      })}
    </tr>
  );
  return panel(t('plan.rules'), [
    <p class='hint'>{t('plan.rulesHint')}</p>,
    <div class='table-scroll plan-table' tabindex={0} role='region' aria-label={t('plan.rules')}>
      <table>
        <thead>
          <tr>
            <th scope='col'>{t('plan.rule')}</th>
            {TIERS.map((tier) => <th scope='col' key={tier}>{t(`plan.tier.${tier}`)}</th>)}
          </tr>
        </thead>
        <tbody>{it.rules.map(row)}</tbody>
      </table>
    </div>,
  ]);
}

/** Whom people's steps are told to; with `choose`, every step with a choice for each. */
export function stepsTable(it: NoticePlan, choose: ((step: string, tier: string) => VNode) | null): VNode {
  const steps = choose ? [...STEPS] : STEPS.filter((each) => it.steps[each]);
  return panel(t('plan.steps'), [
    <p class='hint'>{t('plan.stepsHint')}</p>,
    <div class='table-scroll plan-table' tabindex={0} role='region' aria-label={t('plan.steps')}>
      <table>
        <thead>
          <tr>
            <th scope='col'>{t('plan.stepDone')}</th>
            {TIERS.map((tier) => <th scope='col' key={tier}>{t(`plan.tier.${tier}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step}>
              <th scope='row'>{stepText(step)}</th>
              {TIERS.map((tier) => {
                const manner = it.steps[step]?.[tier];
                return (
                  <td key={tier} data-label={t(`plan.tier.${tier}`)}>
                    {choose
                      ? choose(step, tier)
                      : <span class={manner ? null : 'soft'}>{mannerText(manner ?? 'never', it.time.digestAt)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
  ]);
}
