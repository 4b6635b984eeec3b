// Rights while they are being edited: each a role for things of one kind.
import type { Grant, Role, Scope } from '#api';

/** The kinds of things that a right can be for, as scopes name them. */
export type ScopeKind = 'district' | 'parks' | 'enterprises' | 'outlets' | 'devices';

/** A right as it is edited; `ids` are none where it is for the district. */
export interface Draft {
  role: Role;
  kind: ScopeKind;
  ids: string[];
}

/** What each role is given for, the usual first. */
export const KINDS_OF: Record<Role, readonly ScopeKind[]> = {
  officer: ['parks', 'district', 'enterprises'],
  leader: ['district', 'parks'],
  'enterprise-contact': ['enterprises'],
  'grid-officer': ['enterprises'],
  'sewage-plant-operator': ['outlets'],
  maintainer: ['devices', 'enterprises'],
  operator: ['district'],
  'account-administrator': ['district'],
  auditor: ['district'],
};

const NAMED = ['parks', 'enterprises', 'outlets', 'devices'] as const;

/** Rights to edit. One that is for things of several kinds becomes several, which together give the same. */
export function draftsOf(grants: readonly Grant[]): Draft[] {
  return grants.flatMap(({ role, scope }): Draft[] =>
    scope.district
      ? [{ role, kind: 'district', ids: [] }]
      : NAMED.filter((kind) => scope[kind].length > 0).map((kind) => ({ role, kind, ids: [...scope[kind]] }))
  );
}

/** What was edited, as the API takes it. */
export function grantsOf(drafts: readonly Draft[]): Grant[] {
  return drafts.map(({ role, kind, ids }) => {
    const scope: Scope = { district: kind === 'district', parks: [], enterprises: [], outlets: [], devices: [] };
    return { role, scope: kind === 'district' ? scope : { ...scope, [kind]: ids } };
  });
}

/** The kinds to choose from for a role; one that it has already stays to be chosen. */
export function kindsFor(draft: Draft): ScopeKind[] {
  const usual = KINDS_OF[draft.role];
  return usual.includes(draft.kind) ? [...usual] : [...usual, draft.kind];
}
