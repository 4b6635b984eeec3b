// Rules by which cases are judged, in words.
import type { VNode, VNodeChild } from 'vue';
import type { AlertRule } from '#api';
import { badge, link } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

/** What a rule judges by, each with its unit. */
export function parametersText(rule: Pick<AlertRule, 'parameters'>): string {
  return rule.parameters.map((each) => `${say(each.text)} ${each.value}${unitOf(say(each.unit))}`).join(
    t('rules.between'),
  );
}

function unitOf(unit: string): string {
  return unit === '' || unit === '%' ? unit : ` ${unit}`;
}

/** For what a rule is, with a way to it. */
export function aboutRule(rule: Pick<AlertRule, 'scope' | 'scopeText' | 'target' | 'name'>): VNodeChild {
  const to = pageOfTarget(rule);
  const name = say(rule.name);
  return [to ? link(to, name) : name, <span class='sub'>{say(rule.scopeText)}</span>];
}

function pageOfTarget(rule: Pick<AlertRule, 'scope' | 'target'>): string | null {
  const target = rule.target;
  if (!target) {
    return null;
  }
  switch (rule.scope) {
    case 'park':
      return pathOf('parks', target);
    case 'enterprise':
      return pathOf('enterprises', target);
    case 'outlet':
      return pathOf('outlets', target);
    case 'device':
      return pathOf('devices', target);
    case 'point':
      return pathOf('points', target);
    default:
      return null;
  }
}

/** From when to when, and on which days of the year. */
export function periodText(rule: Pick<AlertRule, 'from' | 'to' | 'season'>): string {
  const { from, to } = rule;
  const days = from
    ? to ? t('rules.fromTo', { from, to }) : t('rules.fromOn', { from })
    : to
    ? t('rules.until', { to })
    : t('rules.always');
  return rule.season ? `${days}${t('rules.between')}${t('rules.everyYear', rule.season)}` : days;
}

/** Whether it is on trial, unconfirmed, or cites what is over. */
export function marks(rule: AlertRule): VNode[] {
  const found: VNode[] = [];
  if (rule.trial) {
    found.push(badge('info', t('rules.trial')));
  }
  if (!rule.confirmed) {
    found.push(badge('quiet', t('rules.unconfirmed')));
  }
  if (rule.bases.some((each) => each.outdated)) {
    found.push(badge('warn', t('rules.outdated')));
  }
  return found;
}

/** What a rule cites, with what is over. */
export function basesOf(rule: Pick<AlertRule, 'bases'>): VNodeChild {
  return rule.bases.length
    ? (
      <ul class='plain'>
        {rule.bases.map((each) => (
          <li key={each.id}>
            {`${say(each.document ?? { zh: each.id, en: each.id })}${each.article ? ` ${each.article}` : ''} `}
            {each.confirmed ? null : badge('quiet', t('rules.unconfirmed'))}
            {each.outdated
              ? badge('warn', each.followedBy ? t('rules.followedBy', { id: each.followedBy }) : t('rules.over'))
              : null}
          </li>
        ))}
      </ul>
    )
    : t('rules.noBasis');
}
