// Pages are offered to those to whom the server answers what they ask for.
import type { Role, Session } from '#api';
import { session } from '../main/web/app/api.ts';
import { beginning, mayAcknowledge, mayOpen, overview } from '../main/web/app/rights.ts';
import { equal } from './assert.ts';

type Scope = NonNullable<Session['grants']>[number]['scope'];

/** Signs somebody in who has one role for a part of the district. */
function as(role: Role, part: Partial<Scope>): void {
  const scope = { district: false, parks: [], enterprises: [], outlets: [], devices: [], ...part };
  session.value = { signedIn: true, userName: 'wang', grants: [{ role, scope }] } as unknown as Session;
}

Deno.test('each begins with what it works with', () => {
  as('officer', { parks: ['fucun'] });
  equal(beginning(), '/overview');
  equal(overview(), '/');
  as('enterprise-contact', { enterprises: ['steel'] });
  equal(beginning(), '/enterprises/steel');
  as('grid-officer', { enterprises: ['steel', 'brick'] });
  equal(beginning(), '/enterprises');
  as('sewage-plant-operator', { outlets: ['steel.water'] });
  equal(beginning(), '/outlets');
  as('auditor', { district: true });
  equal(beginning(), '/audit-log');
  equal(overview(), '/overview');
});

Deno.test('what is of the whole district is not for who has a part of it', () => {
  as('officer', { parks: ['fucun'] });
  equal(mayOpen('/parks/fucun'), true);
  equal(mayOpen('/district'), false);
  equal(mayOpen('/changes/7'), false);
  equal(mayOpen('/registry/district:jindong'), false);
  as('officer', { district: true });
  equal(mayOpen('/changes/7'), true);
  equal(mayOpen('/registry/district:jindong'), true);
});

Deno.test('what surrounds what is seen is no way', () => {
  as('enterprise-contact', { enterprises: ['steel'] });
  equal(mayOpen('/enterprises/steel?tab=basis'), true);
  equal(mayOpen('/enterprises/brick'), false);
  equal(mayOpen('/registry/park%3Afucun'), false);
  equal(mayOpen('/registry/enterprise:steel'), true);
  equal(mayOpen('/gateways/east'), false);
  as('officer', { parks: ['fucun'] });
  equal(mayOpen('/registry/park%3Afucun'), true);
  equal(mayOpen('/enterprises/brick'), true);
  as('sewage-plant-operator', { outlets: ['steel.water'] });
  equal(mayOpen('/enterprises/steel'), false);
  equal(mayOpen('/outlets/steel.water'), true);
});

Deno.test('where one begins and what is no page of the list are for everybody', () => {
  as('maintainer', { devices: ['meter'] });
  equal(mayOpen('/'), true);
  equal(mayOpen('/overview'), false);
  equal(mayOpen('/password'), true);
  equal(mayAcknowledge(), true);
  as('leader', { district: true });
  equal(mayAcknowledge(), false);
});
