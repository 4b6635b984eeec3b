// Words and marks of clean production that several of its pages use.
import type { VNode } from 'vue';
import type { AuditReason, AuditStep, CleanProductionLine, Paper } from '#api';
import { badge, link } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';

export const STEPS = ['listed', 'published', 'started', 'reported', 'assessed', 'measures', 'accepted'] as const;
export const REASONS = ['over-standard', 'over-total', 'over-energy-quota', 'toxic'] as const;
export const STATES = ['UNLISTED', 'RUNNING', 'COVERED', 'DUE_AGAIN'] as const;

const TONES: Record<CleanProductionLine['state'], Tone> = {
  UNLISTED: 'warn',
  RUNNING: 'info',
  COVERED: 'good',
  DUE_AGAIN: 'warn',
};

export function stateBadge(state: CleanProductionLine['state']): VNode {
  return badge(TONES[state], t(`clean.state.${state}`));
}

export function stepText(step: AuditStep): string {
  return t(`clean.step.${step}`);
}

export function reasonsText(reasons: AuditReason[]): string {
  return reasons.map((each) => t(`clean.reason.${each}`)).join(t('clean.and'));
}

/** How a register is called, with its reasons. */
export function listingText(it: { register: 'mandatory' | 'voluntary' | null; reasons: AuditReason[] }): string {
  if (!it.register) {
    return '—';
  }
  const register = t(`clean.register.${it.register}`);
  return it.reasons.length ? `${register} · ${reasonsText(it.reasons)}` : register;
}

/** By when a step is due, and that it is overdue or soon is. */
export function dueMark(it: { dueOn: string | null; daysLeft: number | null; overdue: boolean }): (VNode | string)[] {
  if (it.dueOn === null || it.daysLeft === null) {
    return ['—'];
  }
  const mark = it.overdue
    ? badge('bad', t('clean.overdueBy', { n: -it.daysLeft }))
    : it.daysLeft <= 30
    ? badge('warn', it.daysLeft ? t('clean.daysLeft', { n: it.daysLeft }) : t('clean.today'))
    : null;
  return mark ? [it.dueOn, ' ', mark] : [it.dueOn];
}

/** A document: its number and authority, and the file where there is one. */
export function paperText(paper: Paper | null): (VNode | string | null)[] {
  return paper
    ? [
      `${paper.number}（${paper.authority}）`,
      paper.attachment
        ? <a href={`/api/v1${pathOf('attachments', paper.attachment)}/content`} target='_blank'>{t('clean.file')}</a>
        : null,
    ]
    : [];
}

/** The way to the audits of an enterprise. */
export function pageOf(id: string, text: string): VNode {
  return link(pathOf('clean-production', id), text);
}
