// What whoever is signed in may ask for: pages offer what the server would answer, and nothing that it would refuse.
import type { Role } from '#api';
import { session } from './api.ts';

/** Whether whoever is signed in has one of some roles, wherever. */
export function isAny(roles: readonly Role[]): boolean {
  return session.value?.grants?.some((grant) => roles.includes(grant.role)) ?? false;
}

/** Whether there is anything of the district that is for whoever is signed in: an administrator of accounts sees none of it. */
export function seesData(): boolean {
  return session.value?.grants?.some((grant) => grant.role !== 'account-administrator') ?? false;
}
