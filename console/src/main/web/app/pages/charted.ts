// Pages that draw, as one part.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { CasePage } from './case.js';
export { EnterprisePage } from './enterprise.js';
export { ParkPage } from './park.js';
