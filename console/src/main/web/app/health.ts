// The platform's health, as last answered, and its present date.
import { computed, defineComponent, h, ref } from 'vue';
import type { Component } from 'vue';
import type { Health } from '#api';
import { get } from './api.ts';
import { t } from './text.ts';

/** Health as last answered; `unknown` before the first answer. */
export type KnownHealth = Omit<Health, 'status'> & { status: Health['status'] | 'unknown'; failed: boolean };

/** The platform's health, as last answered; `failed` while it does not answer. */
export const health = ref<KnownHealth>({ status: 'unknown', failed: false });

/** Asks how the platform is; a failure is shown, not thrown. */
export async function askHealth(): Promise<void> {
  try {
    health.value = { ...(await get<'/health'>('/health')), failed: false };
  } catch {
    health.value = { ...health.value, failed: true };
  }
}

/** Today in the park's zone, by the server's clock; null before the server said what time it is. */
const date = computed(() => health.value.time?.slice(0, 10) ?? null);

/** Today in the park's zone, by the server's clock. Only inside of what is `dated`. */
export function today(): string {
  if (date.value === null) {
    throw new Error('the date is not known yet');
  }
  return date.value;
}

/** The present hour in the park's zone; what depends on it changes with the hour, not with every answer. */
const hour = computed(() => health.value.time?.slice(0, 13) ?? null);

/** The present hour in the park's zone, by the server's clock, as `2026-03-01T05`. Only inside of what is `dated`. */
export function now(): string {
  today();
  return hour.value!;
}

/** A part of a page that needs today's date: it waits for the date, the rest of the page does not. */
export function dated(part: Component): Component {
  return defineComponent({
    inheritAttrs: false,
    setup(_, { attrs }) {
      return () =>
        date.value === null
          ? h(
            'div',
            { class: 'state', 'aria-busy': !health.value.failed },
            t(health.value.failed ? 'error.unreachable' : 'state.loading'),
          )
          : h(part, attrs);
    },
  });
}
