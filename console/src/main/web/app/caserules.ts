// What cases are of, in the order in which people look for them.

/** The codes of all rules that raise cases. */
export const RULES = [
  'energy-decline-behind',
  'limit-exceeded',
  'limit-warning',
  'device-silent',
  'gateway-silent',
  'data-stands-still',
  'door-silent',
  'canary-missing',
  'channel-dead',
  'no-working-contact',
  'clean-production-overdue',
  'power-while-stopped',
] as const;
