// Tabs of a page; which one is open stands in the address.
import { defineComponent } from 'vue';
import type { PropType } from 'vue';
import { address, route } from './route.ts';
import { t } from './text.ts';

/** A tab: its name in the address and its text. The first one is open where the address names none. */
export type Tab = [name: string, text: string];

/** Which of these tabs is open. */
export function openTab(tabs: readonly Tab[]): string {
  const asked = route.value.query.tab;
  return tabs.some(([name]) => name === asked) ? asked : tabs[0][0];
}

/** Links rather than buttons: each tab has an address, and back comes from one to the one before. */
export const Tabs = defineComponent({
  props: { tabs: { type: Array as PropType<Tab[]>, required: true } },
  setup(props) {
    return () => {
      const open = openTab(props.tabs);
      const { path, query } = route.value;
      return (
        <nav class='tabs' aria-label={t('nav.tabs')}>
          {props.tabs.map(([name, text]) => (
            <a
              key={name}
              href={`#${address(path, { ...query, tab: name === props.tabs[0][0] ? null : name })}`}
              aria-current={name === open ? 'page' : undefined}
            >
              {text}
            </a>
          ))}
        </nav>
      );
    };
  },
});
