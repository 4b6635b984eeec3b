// Instants as people enter them: in the zone of the district, as the server's clock has it.
import { health } from '../health.ts';

const OFFSET = /([+-]\d\d:\d\d|Z)$/;
const SHANGHAI = '+08:00';

function offset(): string {
  return OFFSET.exec(health.value.time ?? '')?.[1] ?? SHANGHAI;
}

function minutes(of: string): number {
  const [, sign, hours, rest] = /([+-])(\d\d):(\d\d)/.exec(of) ?? [null, '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(rest));
}

/** `2026-01-01T00:00`, as a field of a form has it, of an instant `2025-12-31T16:00:00Z`; a time in words of documents where it is none. */
export function localTime(instant: string, zone = offset()): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at + minutes(zone) * 60_000).toISOString().slice(0, 16);
}

/** The instant of a local time, in the one way documents have it. */
export function instantOf(local: string, zone = offset()): string {
  const seconds = local.length === 10 ? `${local}T00:00:00` : local.length === 16 ? `${local}:00` : local;
  const at = Date.parse(`${seconds}${zone}`);
  return Number.isNaN(at) ? local : new Date(at).toISOString().replace(/\.000Z$/, 'Z');
}

/** The same to the second, `2026-01-01T00:00:00`. */
export function localSeconds(instant: string, zone = offset()): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at + minutes(zone) * 60_000).toISOString().slice(0, 19);
}
