// What people do about a case, in words: its number, stage, level and term.
import type { VNode } from 'vue';
import type { Alert } from '#api';
import { dateTime } from '../format.ts';
import { badge, sortable } from '../parts.ts';
import type { Tone } from '../parts.ts';
import type { Column } from '../table/column.ts';
import { say, t, word } from '../text.ts';

export type Handling = NonNullable<Alert['handling']>;
export type Step = Alert['steps'][number];

/** The levels, the gravest first. */
export const LEVELS = ['red', 'orange', 'yellow', 'blue'] as const;

/** A level in words, on its colour. */
export function levelMarkOf(level: string): VNode {
  return <span class={['case-level', level]}>{word('caseLevel', level)}</span>;
}

/** The level of a case; so many times the limit of some metals is suspected to be more than a case. */
export function levelMark(it: Handling): VNode[] {
  return [
    <span
      class={['case-level', it.level]}
      title={it.levelBy ? t('handling.levelByHint', { by: word('levelBy', it.levelBy) }) : undefined}
    >
      {word('caseLevel', it.level)}
    </span>,
    ...(it.levelBy === 'factor' ? [badge('warn', t('handling.suspected'), t('handling.suspectedWhy'))] : []),
  ];
}

/** Where it stands; what is overdue says so. */
export function stageMark(it: Handling): VNode[] {
  const tone: Tone = it.over ? 'quiet' : it.stage === 'returned' || it.stage === 'misreport' ? 'warn' : 'info';
  return [
    badge(tone, say(it.stageName)),
    ...(it.overdue
      ? [badge('bad', t('handling.overdue'), t('handling.overdueSince', { time: dateTime(it.due) }))]
      : []),
  ];
}

/** Columns of lists. */
export function handlingColumns(): Column<Alert>[] {
  return [
    {
      key: 'level',
      code: 'level',
      title: t('handling.level'),
      sort: (row) => row.handling ? sortable(LEVELS.length - LEVELS.indexOf(row.handling.level)) : null,
      group: (row) => row.handling ? word('caseLevel', row.handling.level) : null,
      text: (row) => row.handling ? word('caseLevel', row.handling.level) : '',
      cell: (row) => row.handling ? levelMark(row.handling) : '—',
    },
    {
      key: 'stage',
      code: 'stage',
      title: t('handling.stage'),
      sort: (row) => row.handling ? say(row.handling.stageName) : null,
      group: (row) => row.handling ? say(row.handling.stageName) : null,
      text: (row) => row.handling ? say(row.handling.stageName) : '',
      cell: (row) =>
        row.handling
          ? [
            ...stageMark(row.handling),
            row.handling.due && !row.handling.over
              ? <span class='sub'>{t('handling.until', { time: dateTime(row.handling.due) })}</span>
              : null,
          ]
          : '—',
    },
  ];
}
