// How what a display shows becomes what the platform's value is compared with, so that whoever reads a sheet can follow it.
import type { AcceptanceSheet } from '#api';
import { grouped, unitText } from '../format.ts';
import { t } from '../text.ts';

type Line = AcceptanceSheet['lines'][number];

/** A secondary value with the ratio of the plates and the primary value that they come to; null where the display shows that itself. */
export function multiplied(
  reading: NonNullable<Line['first']>,
  line: Pick<Line, 'side' | 'unit' | 'nameplateRatio'>,
): string | null {
  return line.side === 'SECONDARY' && line.nameplateRatio !== null && reading.primary !== null
    ? t('acceptance.multiplied', {
      value: reading.value,
      ratio: grouped(line.nameplateRatio),
      primary: grouped(reading.primary),
      unit: unitText(line.unit),
    })
    : null;
}
