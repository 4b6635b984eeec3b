// Pages that draw, as one part.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { CasePage } from './case.tsx';
export { ComparisonPage } from './comparison.tsx';
export { DistrictPage } from './district.tsx';
export { EnergyPage } from './energy.tsx';
export { EnterprisePage } from './enterprise.tsx';
export { ExceedancesPage } from './exceedances.tsx';
export { OutletPage } from './outlet.tsx';
export { ParkPage } from './park.tsx';
export { PointPage } from './point.tsx';
export { QualityPage } from './quality.tsx';
