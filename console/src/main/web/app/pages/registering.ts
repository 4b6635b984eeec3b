// The pages of the registry, in one part that is fetched when the first of them is opened.
// The start as a whole is one file as long as every part needs the whole of it.
import '../pages.tsx';

export { ChangePage, ChangesPage } from './changes.tsx';
export { DocumentPage } from './document.tsx';
export { RegistryPage } from './registry.tsx';
export { ReturnPage, ReturnsPage } from './returns.tsx';
export { ReviewPage, ReviewsPage } from './reviews.tsx';
