// What is being filled in: as it is typed, and as the server takes it.
import type { BillKind, MonthlyReturn, ReturnAmount } from '#api';
import { typed } from './amounts.ts';

/** An amount as somebody types it. */
export interface Typed {
  text: string;
  unit: string;
}

export interface Line {
  name: string;
  unit: string;
  text: string;
}

export interface Draft {
  output: Typed;
  valueAdded: Typed;
  products: Line[];
  bills: { kind: BillKind; units: readonly string[]; amount: Typed; cost: Typed }[];
  /** Figures that were filled in beforehand and are as they were, and whether they are confirmed. */
  prefilled: Record<string, boolean>;
  /** Words by the ids of questions. */
  words: Record<string, string>;
  allowedUse: string;
}

function typedOf(amount: ReturnAmount, unit: string): Typed {
  return amount ? { text: amount.value, unit: amount.unit } : { text: '', unit };
}

/** A draft of a return as it is kept. */
export function draftOf(it: MonthlyReturn): Draft {
  return {
    output: typedOf(it.output, 'cny-10000'),
    valueAdded: typedOf(it.valueAdded, it.output?.unit ?? 'cny-10000'),
    products: it.products.map((each) => ({ name: each.name, unit: each.unit, text: each.amount ?? '' })),
    bills: it.bills.map(({ kind, units, amount, cost }) => ({
      kind,
      units,
      amount: typedOf(amount, units[0]),
      cost: typedOf(cost, 'cny'),
    })),
    prefilled: Object.fromEntries(it.prefilled.map((each) => [each.figure, each.confirmed])),
    words: Object.fromEntries(
      it.questions.flatMap((each) => (each.answer ? [[each.id, each.answer.word]] : [])),
    ),
    allowedUse: it.allowedUse,
  };
}

/** Names the figures of a draft whose text is no number. */
export function faults(draft: Draft): Set<string> {
  const wrong = new Set<string>();
  const look = (figure: string, text: string, negative = false) => {
    if (typed(text, negative) === undefined) {
      wrong.add(figure);
    }
  };
  look('output', draft.output.text);
  look('value-added', draft.valueAdded.text, true);
  draft.products.forEach((each, i) => look(`product ${i}`, each.text));
  for (const { kind, amount, cost } of draft.bills) {
    look(`bill:${kind}`, amount.text);
    look(`cost:${kind}`, cost.text);
  }
  return wrong;
}

function sent(amount: Typed, negative = false): { value: string; unit: string } | null {
  const value = typed(amount.text, negative);
  return value ? { value, unit: amount.unit } : null;
}

/** What is sent of a draft. Lines without a name or unit are not finished, and stay here until they are. */
export function bodyOf(draft: Draft, version: number): Record<string, unknown> {
  const bills = draft.bills.map(({ kind, amount, cost }) => ({ kind, amount: sent(amount), cost: sent(cost) }));
  return {
    version,
    output: sent(draft.output),
    valueAdded: sent(draft.valueAdded, true),
    products: draft.products
      .filter((each) => each.name.trim() && each.unit.trim())
      .map((each) => ({ name: each.name.trim(), unit: each.unit.trim(), amount: typed(each.text) ?? null })),
    bills,
    prefilled: Object.entries(draft.prefilled).map(([figure, confirmed]) => ({
      figure,
      origin: 'METERS',
      confirmed,
    })),
    answers: Object.entries(draft.words)
      .filter(([, word]) => word.trim())
      .map(([question, word]) => ({ question, word: word.trim() })),
    allowedUse: draft.allowedUse,
  };
}
