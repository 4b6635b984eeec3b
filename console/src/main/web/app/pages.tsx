// Which page an address shows, and which of them are loaded when they are first needed.
import { defineAsyncComponent, h } from 'vue';
import type { Component, VNode } from 'vue';
import { drawing } from './drawing.ts';
import { load } from './load.ts';
import { PageHead } from './page.tsx';
import { empty } from './parts.ts';
import { beginning, mayOpen } from './rights.ts';
import { route } from './route.ts';
import { t } from './text.ts';
// What several parts share is in the start, so that it is no part of its own.
import './caselist.tsx';
import './clean/part.tsx';
import './marks/list.tsx';
import './marks/own.tsx';
import './mutes/notice.tsx';
import './people/danger.tsx';
import './registrylink.tsx';
import './rules/words.tsx';
import './tabs.tsx';
import './devicepoints.tsx';
import './findings.ts';
import './span.ts';
import { CasesPage } from './pages/cases.tsx';
import { EnterprisesPage } from './pages/enterprises.tsx';
import { OutletsPage } from './pages/outlets.tsx';
import { Overview } from './pages/overview.tsx';
import { OwnAccountPage } from './pages/ownaccount.tsx';
import { ParksPage } from './pages/parks.tsx';

/** Pages with charts, fetched when the first of them is opened, beside the library that draws. */
const charted = () => {
  // A chart that finds the library missing says so itself.
  drawing().catch(() => {});
  return load(() => import('./pages/charted.ts'));
};

/** Pages for who runs the platform. */
const operating = () => load(() => import('./pages/operating.ts'));

/** Pages of accounts and rights. */
const people = () => load(() => import('./pages/people.ts'));

/** Pages of the registry: its documents, their changes and reviews. */
const registering = () => load(() => import('./pages/registering.ts'));

type Charted = Awaited<ReturnType<typeof charted>>;
type Operating = Awaited<ReturnType<typeof operating>>;
type People = Awaited<ReturnType<typeof people>>;
type Registering = Awaited<ReturnType<typeof registering>>;

/** A page of a part that is loaded when it is first shown. */
function later<T>(part: () => Promise<T>, page: (loaded: T) => Component): Component {
  return defineAsyncComponent({
    loader: () => part().then(page),
    delay: 0,
    loadingComponent: loading,
    errorComponent: () =>
      h('div', { class: 'state bad', role: 'alert' }, [
        h('strong', t('state.failed')),
        h('p', t('error.unreachable')),
        // Browsers keep in mind that a module could not be loaded; only a page loaded anew asks again.
        h('button', { type: 'button', onClick: () => location.reload() }, t('state.again')),
      ]),
  });
}

function loading(): VNode {
  return h('div', { class: 'state', 'aria-busy': 'true' }, t('state.loading'));
}

/** The pages of a kind of things: of all, and of one of them. */
interface Pages {
  all?: Component;
  one?: Component;
}

const draws = (page: (loaded: Charted) => Component) => later(charted, page);
const operates = (page: (loaded: Operating) => Component) => later(operating, page);
const registers = (page: (loaded: Registering) => Component) => later(registering, page);
const administers = (page: (loaded: People) => Component) => later(people, page);

const PAGES: Record<string, Pages> = {
  overview: { all: Overview },
  password: { all: OwnAccountPage },
  district: { all: draws((it) => it.DistrictPage) },
  parks: { all: ParksPage, one: draws((it) => it.ParkPage) },
  enterprises: { all: EnterprisesPage, one: draws((it) => it.EnterprisePage) },
  comparison: { all: draws((it) => it.ComparisonPage) },
  outlets: { all: OutletsPage, one: draws((it) => it.OutletPage) },
  exceedances: { all: draws((it) => it.ExceedancesPage) },
  energy: { all: draws((it) => it.EnergyPage) },
  points: { one: draws((it) => it.PointPage) },
  cases: { all: CasesPage, one: draws((it) => it.CasePage) },
  'case-procedures': { all: registers((it) => it.ProceduresPage) },
  'notice-plan': { all: registers((it) => it.NoticePlanPage) },
  monday: { all: registers((it) => it.MondayPage) },
  reports: { all: registers((it) => it.ReportsPage) },
  marks: { all: registers((it) => it.MarksPage), one: registers((it) => it.MarkPage) },
  'marking-rules': { all: registers((it) => it.MarkingRulesPage) },
  'inspection-packs': { all: registers((it) => it.PacksPage) },
  'message-templates': { all: registers((it) => it.MessageTemplatesPage) },
  mutes: { all: registers((it) => it.MutesPage) },
  'alert-rules': { all: registers((it) => it.RulesPage), one: registers((it) => it.RulePage) },
  contacts: { all: operates((it) => it.ContactsPage) },
  quality: { all: draws((it) => it.QualityPage) },
  registry: { all: registers((it) => it.RegistryPage), one: registers((it) => it.DocumentPage) },
  reviews: { all: registers((it) => it.ReviewsPage), one: registers((it) => it.ReviewPage) },
  returns: { all: registers((it) => it.ReturnsPage), one: registers((it) => it.ReturnPage) },
  'clean-production': {
    all: registers((it) => it.CleanProductionPage),
    one: registers((it) => it.CleanAuditPage),
  },
  'clean-production-lists': { all: registers((it) => it.CleanListsPage) },
  objections: { all: registers((it) => it.ObjectionsPage), one: registers((it) => it.ObjectionPage) },
  closings: { all: registers((it) => it.ClosingsPage), one: registers((it) => it.ClosingPage) },
  plans: { all: registers((it) => it.PlansPage), one: registers((it) => it.PlanPage) },
  'plan-targets': { one: registers((it) => it.PlanTargetPage) },
  'year-sheets': { all: registers((it) => it.YearSheetsPage), one: registers((it) => it.YearSheetPage) },
  'closing-differences': { all: registers((it) => it.DifferencesPage) },
  changes: { all: registers((it) => it.ChangesPage), one: registers((it) => it.ChangePage) },
  setup: { all: registers((it) => it.SetupPage) },
  findings: { all: operates((it) => it.FindingsPage) },
  acceptance: { all: operates((it) => it.AcceptancesPage), one: operates((it) => it.AcceptancePage) },
  devices: { all: operates((it) => it.DevicesPage), one: operates((it) => it.DevicePage) },
  gateways: { all: operates((it) => it.GatewaysPage), one: operates((it) => it.GatewayPage) },
  sheets: { all: operates((it) => it.SheetsPage) },
  'unknown-devices': {
    all: operates((it) => it.UnknownDevicesPage),
    one: operates((it) => it.UnknownDevicePage),
  },
  'dead-letters': { all: operates((it) => it.RefusalsPage) },
  operations: { all: operates((it) => it.OperationsPage) },
  reference: { all: operates((it) => it.ReferencePage) },
  accounts: { all: administers((it) => it.AccountsPage), one: administers((it) => it.AccountPage) },
  keys: { all: administers((it) => it.KeysPage) },
  'access-review': { all: administers((it) => it.ReviewPage) },
  'audit-log': { all: administers((it) => it.AuditPage) },
  inbox: { all: operates((it) => it.InboxPage) },
};

/** The page that is shown; one without an address of its own says so, and so does one that is not for whoever looks. */
export function page(): VNode {
  const [name = 'overview', id, more] = route.value.parts;
  const pages = Object.hasOwn(PAGES, name) ? PAGES[name] : {};
  const found = more !== undefined ? undefined : id === undefined ? pages.all : pages.one;
  if (route.value.parts.length === 0 && beginning() !== '/overview') {
    // The frame is about to go to where this one begins.
    return loading();
  }
  if (found && !mayOpen(route.value.path)) {
    return h('div', [
      h(PageHead, { title: t('state.notForYou') }),
      empty(t('state.notForYou'), t('state.notForYouAdvice')),
    ]);
  }
  return found
    ? h(found, id === undefined ? { key: name } : { id, key: `${name} ${id}` })
    : empty(t('state.noPage'), t('state.noPageAdvice', { path: route.value.path }));
}
