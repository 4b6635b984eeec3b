// The district, a park or an enterprise against its target: level, gap, and why there is none.
import type { VNode } from 'vue';
import type { Answers, Figure, ReasonCodeOrNull, Standing, TargetProgress } from '#api';
import { signed, yearToDate } from './format.ts';
import { hint } from './hints.ts';
import { badge } from './parts.ts';
import type { Tone } from './parts.ts';
import { pathOf } from './route.ts';
import { say, t } from './text.ts';

/** A row of the list of standings. */
export type StandingRow = Answers['/standings']['rows'][number];

type Known = NonNullable<Standing>;
type Progress = NonNullable<TargetProgress>;
export type Level = NonNullable<Progress['level']>;

/** From the worst. */
export const LEVELS: readonly Level[] = ['NOT_FALLING', 'BEHIND', 'ON_PATH'];

const LEVEL_TONES: Record<Level, Tone> = { NOT_FALLING: 'bad', BEHIND: 'warn', ON_PATH: 'good' };
const TONES: Record<Known['verdict'], Tone> = { ON_TARGET: 'good', BEHIND: 'bad', NOT_JUDGED: 'quiet' };

/** How far the axis of a gap reaches, percentage points. */
const REACH_POINTS = 10;
const HALF = 60;

/** The level of progress in words; without one why there is none. */
export function levelBadge(
  standing: Standing | undefined,
  progress: TargetProgress | undefined,
  otherTarget = false,
): VNode {
  return progress?.level && standing
    ? badge(LEVEL_TONES[progress.level], t(`level.${progress.level}`), gapText(standing))
    : verdict(standing, otherTarget);
}

/** The verdict in words; without a target it says so, or that its target is of the other basis. */
export function verdict(standing: Standing | undefined, otherTarget = false): VNode {
  if (!standing) {
    return badge('quiet', t(otherTarget ? 'verdict.otherTarget' : 'verdict.noTarget'), noTargetWhy(otherTarget));
  }
  return badge(TONES[standing.verdict], verdictText(standing), say(standing.reasonText) || gapText(standing));
}

/** Why there is no target to be judged against. */
export function noTargetWhy(otherTarget: boolean | undefined): string {
  return t(otherTarget ? 'verdict.otherTargetWhy' : 'verdict.noTargetWhy');
}

/** That too much is estimated is said where it can be seen, as nobody would look for it. */
export function verdictText(standing: Known): string {
  return t(
    tellsOf(standing.reasonCode, 'TOO_MUCH_ESTIMATED') ? 'verdict.TOO_MUCH_ESTIMATED' : `verdict.${standing.verdict}`,
  );
}

/** A reason of an enterprise, or of the year before, has the reason there within it. */
function tellsOf(reason: ReasonCodeOrNull | undefined, code: string): boolean {
  return Boolean(reason) && (reason?.code === code || tellsOf((reason as { reason?: ReasonCodeOrNull }).reason, code));
}

function gapText(standing: Known): string {
  return t('verdict.gap', {
    change: signed(standing.changePercent, 2) ?? '—',
    target: signed(standing.targetChangePercent, 2),
    gap: signed(standing.gapPoints, 2) ?? '—',
    year: standing.baseYear,
  });
}

/** The gap to the target: to the right how far behind, to the left how far ahead. Whoever is far behind has the longest bar. */
export function gapBar(standing: Standing | undefined, pixels = 64): VNode | null {
  if (!standing || standing.gapPoints === null) {
    return null;
  }
  const gap = Number(standing.gapPoints);
  const width = (Math.min(Math.abs(gap), REACH_POINTS) / REACH_POINTS) * HALF;
  return (
    <svg
      class='gap-bar'
      width={pixels}
      height={14}
      preserveAspectRatio='none'
      viewBox='0 0 120 14'
      role='img'
      aria-label={gapText(standing)}
      {...hint(gapText(standing))}
    >
      <rect x={0} y={6} width={2 * HALF} height={2} class='track' />
      <rect
        x={gap > 0 ? HALF : HALF - width}
        y={2}
        width={Math.max(1, width)}
        height={10}
        class={gap > 0 ? 'behind' : 'kept'}
      />
      <line x1={HALF} x2={HALF} y1={0} y2={14} class='zero' />
    </svg>
  );
}

/** The page of a row. */
export function pageOf({ scope, id }: Pick<StandingRow, 'scope' | 'id'>): string {
  return scope === 'DISTRICT' ? '/district' : pathOf(scope === 'PARK' ? 'parks' : 'enterprises', id);
}

/** From the worst level to none. */
export function rank({ progress, standing }: Pick<StandingRow, 'progress' | 'standing'>): number {
  return progress?.level ? LEVELS.indexOf(progress.level) : standing ? LEVELS.length : LEVELS.length + 1;
}

/** Whether somebody has to do something about a row. */
export function needsAttention(row: StandingRow): boolean {
  return row.openCases > 0 || row.silentDevices > 0 || row.lateDevices > 0 || row.progress?.level === 'NOT_FALLING' ||
    row.progress?.level === 'BEHIND';
}

/** Why a figure is missing, in the reader's language; failing that, why another of its period is. */
export function reasonOf(figures: Pick<Figure, 'reasonTexts'> | null | undefined, name: string): string {
  const texts = figures?.reasonTexts ?? {};
  return say(texts[name] ?? Object.values(texts)[0]);
}

/** The period of a month's standings in words. */
export function periodText(month: string): string {
  return t('overview.period', { period: yearToDate(`${month}-01`) });
}
