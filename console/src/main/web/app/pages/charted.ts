// Pages that draw, as one part.
// What the start loads anyway is one file for all parts, since all parts import all of it.
import '../shell.ts';
export { CasePage } from './case.js';
export { EnterprisePage } from './enterprise.js';
export { ParkPage } from './park.js';
