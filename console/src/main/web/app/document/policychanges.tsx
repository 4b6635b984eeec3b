// What a policy says now and would say: the places in which two versions differ, in words where there are any.
import type { VNode } from 'vue';
import type { RegistryReview } from '#api';
import { link } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t, word } from '../text.ts';
import { differences, isContent } from './content.ts';

/** Where each policy is looked at. */
const PAGES: Record<string, string> = {
  'case-procedures': '/case-procedures',
  'notice-plan': '/notice-plan',
  'clean-production-term': '/clean-production',
  'alert-rules': '/alert-rules',
  'message-templates': '/message-templates',
};

/** Of what kinds the codes are that values may be. */
const WORDS = ['rule', 'plan.manner', 'procedure.unit', 'caseLevel', 'role'];

/** Lists whose entries have codes go by them, so that one entry more does not look like changes of all that follow. */
function named(value: unknown): unknown {
  if (Array.isArray(value)) {
    const coded = value.length > 0 && value.every((each) => isContent(each) && typeof each.code === 'string');
    return coded
      ? Object.fromEntries(value.map((each, place) => [each.code, named({ ...each, place: place + 1 })]))
      : value.some((each) => isContent(each))
      ? Object.fromEntries(value.map((each, place) => [String(place + 1), named(each)]))
      : value.join(', ');
  }
  return isContent(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one)])) : value;
}

function told(value: unknown): string {
  return value === null || value === undefined || value === ''
    ? '—'
    : typeof value === 'boolean'
    ? t(value ? 'handling.yes' : 'handling.no')
    : WORDS.reduce((text, prefix) => word(prefix, text), String(value));
}

/** The policy that a request is of; of an alert rule that there is, that one. */
export function policyLink(it: RegistryReview): VNode {
  const matter = it.matters[0];
  const [kind, id] = (it.policyName ?? '').split('/');
  const which = id ?? (kind ? word('review.policy', kind) : '');
  const text = [word('review.matter', matter), which].filter((part) => part).join(' · ');
  const there = kind === 'alert-rule' && (it.basedOn > 0 || it.change !== null);
  return link(there ? pathOf('alert-rules', id) : PAGES[matter] ?? '/reviews', text);
}

/** What a field of a policy is called: some are called otherwise in one of them. */
function called(matter: string, name: string): string {
  const own = word(`policy.${matter}`, name);
  return own === name ? word('policy', name) : own;
}

/** What changes from what to what. */
export function policyChanges(it: { before: object | null; after: object }, matter: string): VNode {
  const changed = differences(named(it.before), named(it.after));
  return changed.length
    ? (
      <table class='plain-table differences policy-differences'>
        <thead>
          <tr>
            <th scope='col'>{t('registry.field')}</th>
            <th scope='col'>{t('document.before')}</th>
            <th scope='col'>{t('document.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((each) => (
            <tr key={each.path.join('.')}>
              <th scope='row'>{each.path.map((name) => called(matter, name)).join(' › ')}</th>
              <td>{told(each.before)}</td>
              <td>{told(each.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
    : <p>{t('policy.same')}</p>;
}
