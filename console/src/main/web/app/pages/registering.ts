// The pages of the registry, in one part that is fetched when the first of them is opened.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { ChangePage, ChangesPage } from './changes.tsx';
export { CleanAuditPage } from './cleanaudit.tsx';
export { CleanListsPage } from './cleanlists.tsx';
export { CleanProductionPage } from './cleanproduction.tsx';
export { ClosingPage } from './closing.tsx';
export { ClosingsPage, DifferencesPage } from './closings.tsx';
export { DocumentPage } from './document.tsx';
export { PlanPage, PlansPage } from './plans.tsx';
export { PlanTargetPage } from './plantarget.tsx';
export { ObjectionPage, ObjectionsPage } from './objections.tsx';
export { RegistryPage } from './registry.tsx';
export { ReturnPage, ReturnsPage } from './returns.tsx';
export { ReviewPage, ReviewsPage } from './reviews.tsx';
export { SetupPage } from './setup.tsx';
export { ProceduresPage } from './procedures.tsx';
export { MondayPage } from './monday.tsx';
export { ReportsPage } from './reports.tsx';
export { MarkingRulesPage } from './markingrules.tsx';
export { MarkPage, MarksPage } from './marks.tsx';
export { PacksPage } from './packs.tsx';
export { MutesPage } from './mutes.tsx';
export { MessageTemplatesPage } from './messagetemplates.tsx';
export { RulePage, RulesPage } from './rules.tsx';
export { NoticePlanPage } from './noticeplan.tsx';
export { YearSheetPage, YearSheetsPage } from './yearsheets.tsx';
