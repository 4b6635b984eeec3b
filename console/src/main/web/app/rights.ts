// What whoever is signed in may ask for: pages offer what the server would answer, and nothing that it would refuse.
import type { Role } from '#api';
import { session } from './api.ts';
import { parse } from './route.ts';

/** Whom a page is for: any of some roles; where it is of the whole, a part of the district is not enough. */
interface Readers {
  roles: readonly Role[];
  whole?: boolean;
  /** Whether the thing is one of a district, and so for those who see it as a whole: an enterprise surrounds an outlet, and is not shown. */
  ofEnterprise?: boolean;
}

const WATCH: readonly Role[] = ['officer', 'leader', 'auditor'];
/** Those who look after enterprises. */
const OWN: readonly Role[] = [...WATCH, 'enterprise-contact', 'grid-officer'];
/** Those who look at what is discharged. */
const DISCHARGED: readonly Role[] = [...OWN, 'sewage-plant-operator'];
const KEEP: readonly Role[] = ['officer', 'leader', 'maintainer', 'operator', 'auditor'];
const DATA: readonly Role[] = [...DISCHARGED, 'maintainer', 'operator'];
const ADMINISTER: readonly Role[] = ['account-administrator', 'auditor'];

const all = (roles: readonly Role[]): Readers => ({ roles });
const whole = (roles: readonly Role[]): Readers => ({ roles, whole: true });

/** By the first part of the address: a list and the pages of what is in it are for the same. What is not here is for everybody. */
const PAGES: Record<string, Readers> = {
  overview: all(WATCH),
  district: whole(WATCH),
  parks: all(WATCH),
  enterprises: { roles: OWN, ofEnterprise: true },
  comparison: all(WATCH),
  outlets: all(DISCHARGED),
  exceedances: all(DISCHARGED),
  energy: all(WATCH),
  points: all(DISCHARGED),
  cases: all([...DISCHARGED, 'maintainer']),
  'case-procedures': all([...OWN, 'operator']),
  'notice-plan': all([...WATCH, 'grid-officer', 'operator']),
  marks: all(OWN),
  'marking-rules': all([...OWN, 'operator']),
  'inspection-packs': all(['officer', 'enterprise-contact', 'auditor']),
  'message-templates': all([...WATCH, 'grid-officer', 'operator']),
  mutes: all([...WATCH, 'grid-officer']),
  monday: all([...WATCH, 'grid-officer']),
  reports: all(OWN),
  'alert-rules': all([...WATCH, 'grid-officer', 'operator']),
  contacts: all(OWN),
  quality: all(DISCHARGED),
  returns: all(OWN),
  'clean-production': { roles: OWN, ofEnterprise: true },
  'clean-production-lists': all(WATCH),
  objections: all(OWN),
  closings: all(WATCH),
  'closing-differences': all(WATCH),
  plans: whole(WATCH),
  'plan-targets': whole(WATCH),
  'year-sheets': all([...WATCH, 'enterprise-contact']),
  registry: all([...OWN, 'operator']),
  reviews: all([...WATCH, 'operator']),
  changes: whole(['officer', 'operator', 'auditor']),
  sheets: all(['officer', 'operator']),
  setup: all(['officer', 'operator']),
  findings: all(DATA),
  devices: all(DATA),
  gateways: all(KEEP),
  'unknown-devices': all(['officer', 'maintainer', 'operator']),
  acceptance: all([...KEEP, 'enterprise-contact', 'grid-officer']),
  'dead-letters': all(['officer', 'maintainer', 'operator', 'auditor']),
  operations: all(['operator', 'auditor']),
  reference: all(DATA),
  inbox: all(['operator', 'auditor']),
  accounts: all(ADMINISTER),
  keys: all([...DATA, 'account-administrator']),
  'access-review': all(ADMINISTER),
  'audit-log': all(['auditor']),
};

/** Whether whoever is signed in has one of some roles, wherever. */
export function isAny(roles: readonly Role[]): boolean {
  return session.value?.grants?.some((grant) => roles.includes(grant.role)) ?? false;
}

/** Whether whoever is signed in has one of some roles for all of the district. */
export function isAnyOfWhole(roles: readonly Role[]): boolean {
  return session.value?.grants?.some((grant) => roles.includes(grant.role) && grant.scope.district) ?? false;
}

/** Whether there is anything of the district that is for whoever is signed in: an administrator of accounts sees none of it. */
export function seesData(): boolean {
  return session.value?.grants?.some((grant) => grant.role !== 'account-administrator') ?? false;
}

/** Whether whoever is signed in says what was found out about a case. */
export function mayAcknowledge(): boolean {
  return isAny(['officer', 'enterprise-contact', 'grid-officer', 'sewage-plant-operator', 'maintainer']);
}

/** Whether the server would answer what a page asks for, as far as roles and the parts of the district that they are for tell. */
export function mayOpen(to: string): boolean {
  // Where one begins is a page for everybody.
  const { parts: [name = '', id] } = parse(to);
  const readers = Object.hasOwn(PAGES, name) ? PAGES[name] : null;
  if (!readers || !session.value?.grants) {
    return true;
  }
  // What surrounds what is seen is named, and not shown.
  if (readers.ofEnterprise && id !== undefined) {
    return isOfSeen(readers.roles, id, 'enterprises');
  }
  const [kind, key] = name === 'registry' ? (id ?? '').split(':') : [];
  if (key && kind === 'park') {
    return isOfSeen(readers.roles, key, 'parks');
  }
  if (key && kind === 'enterprise') {
    return isOfSeen(readers.roles, key, 'enterprises');
  }
  if (key && kind === 'district') {
    return isAnyOfWhole(readers.roles);
  }
  return readers.whole ? isAnyOfWhole(readers.roles) : isAny(readers.roles);
}

/** Whether a park or an enterprise may be in what somebody sees by some roles. Which park an enterprise lies in is not known here. */
function isOfSeen(roles: readonly Role[], id: string, kind: 'parks' | 'enterprises'): boolean {
  return session.value?.grants?.some(({ role, scope }) =>
    roles.includes(role) &&
    (scope.district || scope[kind].includes(id) || kind === 'enterprises' && scope.parks.length > 0)
  ) ?? false;
}

/** Where each begins who has one of these roles: with what is worked with. The first that somebody has counts. */
const BEGINNINGS: [role: Role, page: string][] = [
  ['officer', '/overview'],
  ['leader', '/overview'],
  ['auditor', '/audit-log'],
  ['operator', '/operations'],
  ['account-administrator', '/accounts'],
  ['enterprise-contact', '/enterprises'],
  ['grid-officer', '/enterprises'],
  ['sewage-plant-operator', '/outlets'],
  ['maintainer', '/devices'],
];

/** Where somebody begins; who has one enterprise with that one. */
export function beginning(): string {
  if (!session.value?.grants) {
    return '/overview';
  }
  const page = BEGINNINGS.find(([role]) => isAny([role]))?.[1] ?? '/password';
  const own = new Set(session.value.grants.flatMap((grant) => grant.scope.enterprises));
  const parts = session.value.grants.some(({ scope }) => scope.district || scope.parks.length > 0);
  return page === '/enterprises' && own.size === 1 && !parts ? `${page}/${encodeURIComponent([...own][0])}` : page;
}

/** The address of the overview: where it is where one begins, that of the beginning. */
export function overview(): string {
  return beginning() === '/overview' ? '/' : '/overview';
}
