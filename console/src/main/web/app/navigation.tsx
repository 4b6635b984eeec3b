// The ways to all pages: what an officer works with, and apart from it what runs the platform.
import { defineComponent } from 'vue';
import type { VNode } from 'vue';
import { session } from './api.ts';
import { link } from './parts.ts';
import { mayOpen, overview } from './rights.ts';
import { route } from './route.ts';
import { wayOfPage } from './section.ts';
import { t } from './text.ts';
import type { TextKey } from './text.ts';
import { waitingBehind, waitingForMe } from './waiting.ts';

/** A way: the first part of the addresses it leads to, its text, and other pages that lie under it. */
type Way = [name: string, text: TextKey, under?: string[]];

const WORK: Way[] = [
  ['overview', 'nav.overview'],
  ['monday', 'monday.title'],
  ['reports', 'report.title'],
  ['parks', 'nav.parks', ['district']],
  ['enterprises', 'nav.enterprises', ['comparison', 'inspection-packs']],
  ['outlets', 'nav.outlets', ['exceedances']],
  ['energy', 'nav.energy'],
  ['cases', 'nav.cases', ['case-procedures', 'notice-plan', 'message-templates', 'mutes', 'alert-rules']],
  ['marks', 'mark.title', ['marking-rules']],
  ['contacts', 'nav.contacts'],
  ['quality', 'nav.quality', ['findings']],
  ['returns', 'nav.returns'],
  ['clean-production', 'nav.cleanProduction', ['clean-production-lists']],
  ['objections', 'nav.objections'],
  ['closings', 'nav.closings', ['closing-differences']],
  ['plans', 'nav.plans', ['plan-targets']],
  ['year-sheets', 'nav.yearSheets'],
  ['registry', 'nav.registry', ['reviews', 'changes']],
  ['sheets', 'nav.sheets'],
];

const PLATFORM: Way[] = [
  ['setup', 'nav.setup'],
  ['devices', 'nav.devices'],
  ['gateways', 'nav.gateways'],
  ['unknown-devices', 'nav.unknown'],
  ['acceptance', 'nav.acceptance'],
  ['dead-letters', 'nav.refusals'],
  ['operations', 'nav.operations'],
  ['reference', 'nav.api'],
];

/** Who may do what, and who did what. */
const PEOPLE: Way[] = [
  ['accounts', 'nav.accounts'],
  ['keys', 'nav.keys'],
  ['access-review', 'nav.review'],
  ['audit-log', 'nav.audit'],
];

/** Pages that lie under another one's way. */
const UNDER: Way[] = [
  ['comparison', 'comparison.title'],
  ['exceedances', 'exceedances.title'],
  ['inspection-packs', 'pack.title'],
  ['notice-plan', 'plan.title'],
  ['message-templates', 'message.title'],
  ['mutes', 'mute.title'],
  ['marking-rules', 'marking.title'],
  ['alert-rules', 'rules.title'],
  ['findings', 'nav.findings'],
  ['clean-production-lists', 'clean.lists'],
  ['reviews', 'nav.reviews'],
  ['changes', 'nav.changes'],
];

/** Those that whoever is signed in may use. */
function seen(all: Way[]): Way[] {
  return all.filter(([name]) => mayOpen(`/${name}`));
}

function addressOf(name: string): string {
  return name === 'overview' ? overview() : `/${name}`;
}

/** All pages of their own: the address and the name, as search finds them. */
export function pagesNamed(): { path: string; name: string }[] {
  return seen([...WORK, ...UNDER, ...PLATFORM, ...PEOPLE]).map(([name, text]) => ({
    path: addressOf(name),
    name: t(text),
  }));
}

/** How much waits behind a way for whoever is signed in; null for nothing. */
export function waitingMark(n: number): VNode | null {
  return n > 0
    ? (
      <span class='waiting-mark'>
        <span aria-hidden='true'>{n}</span>
        <span class='sr-only'>{t('nav.waiting', { n })}</span>
      </span>
    )
    : null;
}

export const Navigation = defineComponent({
  setup() {
    const ways = (all: Way[]) => {
      const here = wayOfPage() ?? route.value.parts[0] ?? 'overview';
      return seen(all).map(([name, text, under = []]) =>
        link(addressOf(name), [t(text), waitingMark(waitingBehind(name, waitingForMe.value))], {
          key: name,
          'aria-current': name === here || under.includes(here) ? 'page' : undefined,
        })
      );
    };
    const group = (title: TextKey, all: Way[]) =>
      seen(all).length
        ? (
          <div class='ways'>
            <h2>{t(title)}</h2>
            {ways(all)}
          </div>
        )
        : null;
    return () => (
      <nav id='navigation' class='side' aria-label={t('nav.label')}>
        {seen(WORK).length ? <div class='ways'>{ways(WORK)}</div> : null}
        {group(
          'nav.platform',
          session.value?.inbox ? [...PLATFORM, ['inbox', 'nav.inbox']] : PLATFORM,
        )}
        {group('nav.people', PEOPLE)}
      </nav>
    );
  },
});
