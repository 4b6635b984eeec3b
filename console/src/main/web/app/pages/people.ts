// Pages of accounts and rights, as one part.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { AccountPage } from './account.tsx';
export { AccountsPage } from './accounts.tsx';
export { AuditPage } from './audit.tsx';
export { Deputies } from '../people/deputies.tsx';
export { KeysPage } from './keys.tsx';
export { ReviewPage } from './review.tsx';
