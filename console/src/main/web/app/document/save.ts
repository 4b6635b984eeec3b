// Sends edits of the registry; what becomes of them is an answer also where nothing was done.
import type { ClaimResult, RegistryEditResult, RegistryReviewDetail } from '#api';
import { refusalOf, request } from '../api.ts';

/** Statuses whose bodies say what became of edits: done, waits for a review, changed meanwhile, has faults. */
const TOLD = [200, 202, 412, 422];

export interface Edit {
  kind: string;
  id: string;
  verb: 'put' | 'patch' | 'remove';
  document?: Record<string, unknown>;
}

export interface Asked {
  edits: Edit[];
  reason: string;
  emergency?: boolean;
  /** Number of the change that was seen; null where the documents are new. */
  basedOn: number | null;
  /** Only to say what would become of it. */
  dryRun?: boolean;
}

async function told<T>(path: string, headers: Record<string, string>, body: unknown): Promise<T> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!TOLD.includes(response.status)) {
    throw await refusalOf(response);
  }
  return JSON.parse(await response.text());
}

export function change({ edits, reason, emergency, basedOn, dryRun }: Asked): Promise<RegistryEditResult> {
  return told(
    `/registry/changes${dryRun ? '?dryRun=true' : ''}`,
    basedOn === null ? {} : { 'if-match': `"${basedOn}"` },
    { reason, edits, emergency: emergency ?? false },
  );
}

/** Claims a device that waits. */
export function claim(
  id: string,
  body: object,
  { reason, emergency, dryRun }: { reason: string; emergency: boolean; dryRun: boolean },
): Promise<ClaimResult> {
  return told(`/quarantine/${id}/claim${dryRun ? '?dryRun=true' : ''}`, {}, { ...body, reason, emergency });
}

/** Claims several of them at once. */
export function claimSeveral(
  body: object,
  { reason, emergency, dryRun }: { reason: string; emergency: boolean; dryRun: boolean },
): Promise<ClaimResult> {
  return told(`/quarantine/claims${dryRun ? '?dryRun=true' : ''}`, {}, { ...body, reason, emergency });
}

/** Takes a change back. */
export function undo(number: number, reason: string, emergency: boolean): Promise<RegistryEditResult> {
  return told(`/registry/changes/${number}/undo`, {}, { reason, emergency });
}

/** Decides a request for a review. */
export function decide(number: number, verdict: string, comment: string): Promise<RegistryReviewDetail> {
  return told(`/registry/reviews/${number}/decision`, {}, { verdict, comment });
}

/** Whether nothing stands against the edits. */
export function isPossible(result: RegistryEditResult): boolean {
  return result.others.length === 0 &&
    result.edits.every((each) => each.outcome !== 'REFUSED' && each.outcome !== 'CONFLICT');
}
