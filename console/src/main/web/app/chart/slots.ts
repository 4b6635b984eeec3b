// The periods of a span, whether or not something is known of them: what is missing has its place on the axis, too.
import { addDays } from '../format.ts';
import { addMonths } from '../span.ts';
import type { Span, Step } from '../span.ts';
import { t } from '../text.ts';

const LENGTH: Record<Step, number> = { hour: 13, day: 10, month: 7 };

/** A period by its local begin: `2026-03-01T05`, `2026-03-01`, `2026-03`. */
export function slotOf(from: string, step: Step): string {
  return from.slice(0, LENGTH[step]);
}

/** The step of the periods that limits are judged by. */
export function stepOf(averaging: 'HOUR' | 'DAY'): Step {
  return averaging === 'HOUR' ? 'hour' : 'day';
}

/** All periods that begin in a span. */
export function slots(span: Span, step: Step): string[] {
  const found: string[] = [];
  if (step === 'month') {
    for (let at = `${span.from.slice(0, 7)}-01`; at < span.to; at = addMonths(at, 1)) {
      found.push(slotOf(at, step));
    }
    return found;
  }
  for (let day = span.from; day < span.to; day = addDays(day, 1)) {
    if (step === 'day') {
      found.push(day);
    } else {
      for (let hour = 0; hour < 24; hour++) {
        found.push(`${day}T${String(hour).padStart(2, '0')}`);
      }
    }
  }
  return found;
}

/** Whether a period is not over at a local time, so that nothing can be missing of it. */
export function notOver(slot: string, now: string): boolean {
  return slot >= now.slice(0, slot.length);
}

/** The span of a period, for a closer look; of an hour its day. */
export function spanOfSlot(slot: string): Span {
  if (slot.length === LENGTH.month) {
    return { from: `${slot}-01`, to: addMonths(`${slot}-01`, 1) };
  }
  const day = slot.slice(0, LENGTH.day);
  return { from: day, to: addDays(day, 1) };
}

/** The span from one period to another, both in it. */
export function spanOfSlots(first: string, last: string): Span {
  return { from: spanOfSlot(first).from, to: spanOfSlot(last).to };
}

/** A period in words, as a row of a table or the head of a tooltip names it. */
export function slotText(slot: string): string {
  return slot.length === LENGTH.hour ? `${slot.slice(0, 10)} ${slot.slice(11)}:00–${endOfHour(slot)}` : slot;
}

function endOfHour(slot: string): string {
  return `${String(Number(slot.slice(11)) + 1).padStart(2, '0')}:00`;
}

/** Labels of an axis: what changes at a period, the larger unit where it begins. */
export function slotLabels(all: readonly string[]): string[] {
  return all.map((slot) => {
    switch (slot.length) {
      case LENGTH.month:
        return slot.endsWith('-01') && all.length > 12
          ? slot.slice(0, 4)
          : t(`month.${Number(slot.slice(5))}` as 'month.1');
      case LENGTH.day:
        return slot.endsWith('-01-01') ? slot.slice(0, 4) : slot.slice(5);
      default:
        return slot.endsWith('T00') ? slot.slice(5, 10) : `${slot.slice(11)}:00`;
    }
  });
}

/** Which labels are drawn: of hours those at which days begin, or every six hours of few days. */
export function labelled(all: readonly string[]): ((index: number) => boolean) | 'auto' {
  if (all[0]?.length !== LENGTH.hour) {
    return 'auto';
  }
  const every = all.length > 4 * 24 ? 24 : all.length > 24 ? 6 : 3;
  return (index) => Number(all[index].slice(11)) % every === 0;
}
