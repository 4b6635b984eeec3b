// The platform's health, as last answered, and its present date.
import { ref } from '/lib/vue.js';

/** The platform's health, as last answered; `failed` while it does not answer. */
export const health = ref({ status: 'unknown', failed: false });

/** Today in the park's zone, by the server's clock. */
export function today() {
  return (health.value.time ?? new Date().toISOString()).slice(0, 10);
}
