// The ways to all pages: what an officer works with, and apart from it what runs the platform.
import { defineComponent } from 'vue';
import type { Role } from '#api';
import { session } from './api.ts';
import { link } from './parts.ts';
import { isAny } from './rights.ts';
import { route } from './route.ts';
import { wayOfPage } from './section.ts';
import { t } from './text.ts';
import type { TextKey } from './text.ts';

/** A way: the first part of the addresses it leads to, its text, whom it is for, and other pages that lie under it. */
type Way = [name: string, text: TextKey, roles: readonly Role[], under?: string[]];

const WATCH: readonly Role[] = ['officer', 'leader', 'auditor'];
const OWN: readonly Role[] = [...WATCH, 'enterprise-contact', 'grid-officer', 'sewage-plant-operator'];
const KEEP: readonly Role[] = ['officer', 'leader', 'maintainer', 'operator', 'auditor'];
const ALL: readonly Role[] = [...OWN, 'maintainer', 'operator'];

const REGISTERED: readonly Role[] = [...WATCH, 'enterprise-contact', 'grid-officer', 'operator'];
const REVIEW: readonly Role[] = ['officer', 'leader', 'operator', 'auditor'];

const WORK: Way[] = [
  ['', 'nav.overview', WATCH],
  ['parks', 'nav.parks', WATCH, ['district']],
  ['enterprises', 'nav.enterprises', OWN, ['comparison']],
  ['outlets', 'nav.outlets', [...WATCH, 'enterprise-contact'], ['exceedances']],
  ['energy', 'nav.energy', WATCH],
  ['cases', 'nav.cases', OWN],
  ['quality', 'nav.quality', [...WATCH, 'enterprise-contact'], ['findings']],
  ['returns', 'nav.returns', [...WATCH, 'enterprise-contact', 'grid-officer']],
  ['closings', 'nav.closings', WATCH, ['closing-differences']],
  ['registry', 'nav.registry', REGISTERED, ['reviews', 'changes']],
  ['sheets', 'nav.sheets', ['officer', 'operator']],
];

const PLATFORM: Way[] = [
  ['setup', 'nav.setup', ['officer', 'operator']],
  ['devices', 'nav.devices', ALL],
  ['gateways', 'nav.gateways', KEEP],
  ['dead-letters', 'nav.refusals', ['officer', 'maintainer', 'operator', 'auditor']],
  ['operations', 'nav.operations', ['operator', 'auditor']],
  ['reference', 'nav.api', ALL],
];

const ADMINISTER: readonly Role[] = ['account-administrator', 'auditor'];

/** Who may do what, and who did what. */
const PEOPLE: Way[] = [
  ['accounts', 'nav.accounts', ADMINISTER],
  ['keys', 'nav.keys', [...ALL, 'account-administrator']],
  ['access-review', 'nav.review', ADMINISTER],
  ['audit-log', 'nav.audit', ['auditor']],
];

/** Pages that lie under another one's way. */
const UNDER: Way[] = [
  ['comparison', 'comparison.title', WATCH],
  ['exceedances', 'exceedances.title', [...WATCH, 'enterprise-contact']],
  ['findings', 'nav.findings', ALL],
  ['reviews', 'nav.reviews', REVIEW],
  ['changes', 'nav.changes', ['officer', 'operator', 'auditor']],
];

/** Those that whoever is signed in may use. */
function seen(all: Way[]): Way[] {
  return all.filter(([, , roles]) => isAny(roles));
}

/** Where somebody begins who has no use for the overview; null where that is the beginning. */
export function beginning(): string | null {
  const first = seen([...WORK, ...PLATFORM, ...PEOPLE])[0];
  return first && first[0] !== '' ? `/${first[0]}` : null;
}

/** All pages of their own: the address and the name, as search finds them. */
export function pagesNamed(): { path: string; name: string }[] {
  return seen([...WORK, ...UNDER, ...PLATFORM, ...PEOPLE]).map(([name, text]) => ({ path: `/${name}`, name: t(text) }));
}

export const Navigation = defineComponent({
  setup() {
    const ways = (all: Way[]) => {
      const here = wayOfPage() ?? route.value.parts[0] ?? '';
      return seen(all).map(([name, text, , under = []]) =>
        link(`/${name}`, t(text), {
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
          session.value?.inbox ? [...PLATFORM, ['inbox', 'nav.inbox', ['operator', 'auditor']]] : PLATFORM,
        )}
        {group('nav.people', PEOPLE)}
      </nav>
    );
  },
});
