// The ways to all pages: what an officer works with, and apart from it what runs the platform.
import { defineComponent } from 'vue';
import { session } from './api.ts';
import { link } from './parts.ts';
import { route } from './route.ts';
import { t } from './text.ts';
import type { TextKey } from './text.ts';

/** A way: the first part of the addresses it leads to, its text, and other pages that lie under it. */
type Way = [name: string, text: TextKey, under?: string[]];

const WORK: Way[] = [
  ['', 'nav.overview'],
  ['parks', 'nav.parks', ['district']],
  ['enterprises', 'nav.enterprises', ['comparison']],
  ['outlets', 'nav.outlets', ['exceedances']],
  ['energy', 'nav.energy', ['points']],
  ['cases', 'nav.cases'],
  ['quality', 'nav.quality', ['findings']],
];

const PLATFORM: Way[] = [
  ['devices', 'nav.devices'],
  ['gateways', 'nav.gateways'],
  ['dead-letters', 'nav.refusals'],
  ['operations', 'nav.operations'],
  ['reference', 'nav.api'],
];

/** Pages that lie under another one's way. */
const UNDER: Way[] = [
  ['comparison', 'comparison.title'],
  ['exceedances', 'exceedances.title'],
  ['findings', 'nav.findings'],
];

/** All pages of their own: the address and the name, as search finds them. */
export function pagesNamed(): { path: string; name: string }[] {
  return [...WORK, ...UNDER, ...PLATFORM].map(([name, text]) => ({ path: `/${name}`, name: t(text) }));
}

export const Navigation = defineComponent({
  setup() {
    const ways = (all: Way[]) => {
      const here = route.value.parts[0] ?? '';
      return all.map(([name, text, under = []]) =>
        link(`/${name}`, t(text), {
          key: name,
          'aria-current': name === here || under.includes(here) ? 'page' : undefined,
        })
      );
    };
    return () => (
      <nav id='navigation' class='side' aria-label={t('nav.label')}>
        <div class='ways'>{ways(WORK)}</div>
        <div class='ways'>
          <h2>{t('nav.platform')}</h2>
          {ways(session.value?.inbox ? [...PLATFORM, ['inbox', 'nav.inbox']] : PLATFORM)}
        </div>
      </nav>
    );
  },
});
