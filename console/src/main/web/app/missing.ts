// Why figures of a period are missing, in words that stand beside them.
import type { Figure } from '#api';
import { say } from './text.ts';

type Own = 'tce' | 'ivaCny' | 'tcePer10kCny';

/** Each reason once, of energy, value added and what comes of both; none where nothing is missing. */
export function missingReasons(figures: Pick<Figure, Own | 'reasonTexts'>): string[] {
  const names: Own[] = ['tce', 'ivaCny', 'tcePer10kCny'];
  return [...new Set(names.filter((name) => figures[name] === null).map((name) => say(figures.reasonTexts[name])))]
    .filter(Boolean);
}
