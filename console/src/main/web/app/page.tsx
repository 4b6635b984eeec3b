// The head of every page: its title, which is that of the browser's tab too, where it lies, and what marks it.
import { defineComponent, nextTick, onMounted, ref, watch } from 'vue';
import type { PropType } from 'vue';
import { link } from './parts.ts';
import { mayOpen, overview } from './rights.ts';
import { parse } from './route.ts';
import { t } from './text.ts';

/** A page above this one: its address and its name. */
export type Crumb = [to: string, name: string];

/** What screen readers say when another page is shown. */
export const announced = ref('');

/** Says something to those who do not see the page. */
export function announce(text: string): void {
  announced.value = '';
  void nextTick(() => (announced.value = text));
}

/** Back to the head of the page: where a form was that is closed. */
export function toHead(): void {
  void nextTick(() => document.querySelector<HTMLElement>('main h1')?.focus());
}

/** The title of the page, once it is known; the focus comes here when the page opens. */
export const PageHead = defineComponent({
  props: {
    title: { type: String, required: true },
    crumbs: { type: Array as PropType<Crumb[]>, default: () => [] },
  },
  setup(props, { slots }) {
    const head = ref<HTMLElement | null>(null);
    watch(() => props.title, (title) => {
      document.title = `${title} · ${t('app.name')}`;
    }, { immediate: true });
    onMounted(() => {
      // A page opened by its address begins where browsers begin; one that was gone to begins at its head.
      if (arrived) {
        head.value?.focus({ preventScroll: true });
        announce(props.title);
      }
      arrived = true;
    });
    return () => {
      const crumbs = shown(props.crumbs);
      return (
        <div class='page-head'>
          {crumbs.length
            ? (
              <nav class='crumbs' aria-label={t('nav.crumbs')}>
                {crumbs.map((
                  [to, name],
                  i,
                ) => [i ? <span aria-hidden='true'>&nbsp;/&nbsp;</span> : null, link(to, name)])}
              </nav>
            )
            : null}
          <div class='page-title'>
            <h1 ref={head} tabindex={-1}>{props.title}</h1>
            {slots.marks ? <span class='marks'>{slots.marks()}</span> : null}
            {slots.actions ? <div class='actions'>{slots.actions()}</div> : null}
          </div>
          {slots.default ? <div class='page-note'>{slots.default()}</div> : null}
        </div>
      );
    };
  },
});

/** Those above that are for whoever looks; a thing that only surrounds what is shown is named. */
function shown(crumbs: Crumb[]): Crumb[] {
  return crumbs
    .map(([to, name]): Crumb => [to === '/' ? overview() : to, name])
    .filter(([to]) => mayOpen(to) || parse(to).parts.length > 1);
}

let arrived = false;
