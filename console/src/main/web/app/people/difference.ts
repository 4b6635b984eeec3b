// In which fields two states of something differ.

/** What says nothing of a change: it follows from it, or stands in the entry itself. */
const UNSAID = new Set(['version', 'createdAt', 'createdBy', 'id', 'where']);

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

type State = Record<string, unknown>;

/** The fields of two states that differ; of something that was made, those that say anything. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const was = stateOf(before);
  const is = stateOf(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !UNSAID.has(field) && JSON.stringify(was[field] ?? null) !== JSON.stringify(is[field] ?? null))
    .filter((field) => before !== null || is[field] !== false)
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
}

function stateOf(state: unknown): State {
  if (state === null || state === undefined) {
    return {};
  }
  return typeof state === 'object' && !Array.isArray(state) ? state as State : { value: state };
}
