// The state of the platform, as last heard, and its date.
import { ref } from '/lib/vue.js';

/** The state of the platform, as last heard; `failed` while it does not answer. */
export const health = ref({ status: 'unknown', failed: false });

/** Today in the park's zone, by the server's clock. */
export function today() {
  return (health.value.time ?? new Date().toISOString()).slice(0, 10);
}
