// Pages that draw, as one part.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { CasePage } from './case.ts';
export { EnterprisePage } from './enterprise.ts';
export { ParkPage } from './park.ts';
