// Figures in tooltips: grouped, with their unit, as exact as they are worth reading.
import { digitsFor, rounded, unitText } from '../format.ts';
export { tip } from './options.ts';

/** A figure with its unit; more digits than lists show, not those of the arithmetic. */
export function exact(text: string | number, unit: string | null | undefined): string {
  const shown = rounded(String(text), Math.min(6, digitsFor(text) + 2));
  return `${shown.includes('.') ? shown.replace(/0+$/, '').replace(/\.$/, '') : shown} ${unitText(unit)}`.trim();
}
