// Pages for who runs the platform, as one part.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { AcceptancePage, AcceptancesPage } from './acceptance.tsx';
export { ContactsPage } from './contacts.tsx';
export { DevicePage } from './device.tsx';
export { DevicesPage } from './devices.tsx';
export { FindingsPage } from './findings.ts';
export { GatewayPage, GatewaysPage } from './gateways.tsx';
export { InboxPage } from './inbox.ts';
export { OperationsPage } from './operations.js';
export { ReferencePage } from './reference.tsx';
export { RefusalsPage } from './refusals.ts';
export { SheetsPage } from './sheets.tsx';
export { UnknownDevicePage, UnknownDevicesPage } from './unknown.tsx';
