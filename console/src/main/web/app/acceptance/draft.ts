// What is being filled in at the meter: as it is typed, and as the server takes it.
import type { AcceptanceSheet } from '#api';
import { instantOf, localSeconds } from '../document/times.ts';

/** A reading of the display as somebody types it; the time as a field of a form has it. */
export interface TypedReading {
  at: string;
  value: string;
}

export interface LineDraft {
  point: string;
  side: 'PRIMARY' | 'SECONDARY';
  unit: string;
  direct: boolean;
  ct: string;
  pt: string;
  factor: string;
  first: TypedReading;
  second: TypedReading;
}

export interface SheetDraft {
  serial: string;
  remark: string;
  lines: LineDraft[];
}

type Given = AcceptanceSheet['lines'][number]['first'];

function typed(reading: Given): TypedReading {
  return reading ? { at: localSeconds(reading.at!), value: reading.value } : { at: '', value: '' };
}

/** A draft of a sheet as it is kept. */
export function draftOf(it: AcceptanceSheet): SheetDraft {
  return {
    serial: it.serial ?? '',
    remark: it.remark ?? '',
    lines: it.lines.map((line) => ({
      point: line.point.id,
      side: line.side,
      unit: line.unit,
      direct: line.nameplate?.direct ?? false,
      ct: line.nameplate?.ct ?? '',
      pt: line.nameplate?.pt ?? '',
      factor: line.nameplate?.factor ?? '',
      first: typed(line.first),
      second: typed(line.second),
    })),
  };
}

/** A line for another point of the device. */
export function lineOf(point: AcceptanceSheet['points'][number]): LineDraft {
  const none = { at: '', value: '' };
  return {
    point: point.id,
    side: 'PRIMARY',
    unit: point.unit,
    direct: false,
    ct: '',
    pt: '',
    factor: '',
    first: { ...none },
    second: { ...none },
  };
}

const NUMBER = /^-?\d{1,15}([.]\d{1,6})?$/;
const RATIO = /^\s*\d{1,9}([.]\d{1,6})?\s*[/:／：]\s*\d{1,9}([.]\d{1,6})?\s*$/;

/** Names the fields of a draft whose text is none that the server takes: `POINT.ct`. */
export function faults(draft: SheetDraft): Set<string> {
  const wrong = new Set<string>();
  for (const line of draft.lines) {
    const look = (field: string, text: string, form: RegExp) => {
      if (text.trim() && !form.test(text.trim())) {
        wrong.add(`${line.point}.${field}`);
      }
    };
    look('ct', line.ct, RATIO);
    look('pt', line.pt, RATIO);
    look('factor', line.factor, NUMBER);
    look('first', line.first.value, NUMBER);
    look('second', line.second.value, NUMBER);
  }
  return wrong;
}

/** A reading that lacks its time or its value is not finished, and stays here until it is. */
function sent(reading: TypedReading): { at: string; value: string } | null {
  return reading.at && reading.value.trim() ? { at: instantOf(reading.at), value: reading.value.trim() } : null;
}

/** What is sent of a draft. */
export function bodyOf(draft: SheetDraft, version: number): Record<string, unknown> {
  const text = (it: string) => it.trim() || null;
  return {
    version,
    serial: text(draft.serial),
    remark: text(draft.remark),
    lines: draft.lines.map((line) => ({
      point: line.point,
      side: line.side,
      unit: line.unit,
      nameplate: line.direct ? { direct: true } : { ct: text(line.ct), pt: text(line.pt), factor: text(line.factor) },
      first: sent(line.first),
      second: sent(line.second),
    })),
  };
}

const DIMENSIONS: readonly (readonly string[])[] = [
  ['kWh', 'MWh', 'Wh'],
  ['m3', 'Nm3', 'L'],
  ['GJ', 'MJ', 'kJ'],
  ['t', 'kg', 'g'],
  ['kW', 'W', 'MW'],
];

/** The units that a display of a point may show. */
export function unitsOf(unit: string): readonly string[] {
  return DIMENSIONS.find((each) => each.includes(unit)) ?? [unit];
}
