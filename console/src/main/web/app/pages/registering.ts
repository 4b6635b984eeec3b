// The pages of the registry, in one part that is fetched when the first of them is opened.
// What the start loads is one file for all parts, since all parts import all of it.
import '../../main.ts';
export { ChangePage, ChangesPage } from './changes.tsx';
export { ClosingPage } from './closing.tsx';
export { ClosingsPage, DifferencesPage } from './closings.tsx';
export { DocumentPage } from './document.tsx';
export { RegistryPage } from './registry.tsx';
export { ReturnPage, ReturnsPage } from './returns.tsx';
export { ReviewPage, ReviewsPage } from './reviews.tsx';
export { SetupPage } from './setup.tsx';
