// The audits of an enterprise as they stand: what is due by which term, the steps of each round, orders, and all that was entered.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { CleanDeadline, CleanEntry, CleanOrder, CleanProductionRound, CleanRound } from '#api';
import { shown } from '../plan/values.ts';
import { post } from '../api.ts';
import { Danger } from '../people/danger.tsx';
import { badge, empty, panel, time } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { nextLine } from './part.tsx';
import { dueMark, listingText, paperText, stepText } from './words.tsx';

function deadline(it: CleanDeadline): VNode {
  return (
    <li key={`${it.round} ${it.step}`}>
      <span class='named-what'>
        {stepText(it.step)}{' '}
        <span class='hint'>{it.ofEnterprise ? t('clean.byEnterprise') : t('clean.byAuthority')}</span>
        <span class='sub'>
          {t('clean.termText', { months: it.term.months ?? 0, from: it.from })} {say(it.term.source)}{' '}
          {it.term.confirmed ? badge('good', t('clean.confirmed')) : badge('warn', t('clean.unconfirmed'))}
        </span>
      </span>
      <span class='named-mark'>{dueMark(it)}</span>
    </li>
  );
}

export function deadlines(it: CleanProductionRound): VNode {
  return panel(t('clean.nextPanel'), [
    nextLine(it),
    it.deadlines.length ? <ul class='named'>{it.deadlines.map(deadline)}</ul> : null,
  ]);
}

/** The steps of a round as a line in time: what was taken has its day and document, what is open by when. */
function round(it: CleanRound, due: CleanDeadline[]): VNode {
  return (
    <div key={it.number} class='clean-round'>
      <h3>
        {t('clean.round', { n: it.number })} · {listingText(it.listing)}
      </h3>
      <ol class='steps'>
        {it.steps.map((each) => {
          const open = due.find((one) => one.round === it.number && one.step === each.step);
          return (
            <li key={each.step} class={['step', each.day ? 'cleared' : open?.overdue ? 'raised' : null]}>
              <strong>{stepText(each.step)}</strong> {each.day
                ? <span>{each.day}</span>
                : open
                ? [t('clean.until'), ' ', dueMark(open)]
                : <span class='hint'>{t('clean.later')}</span>}
              {each.document ? <span class='sub'>{paperText(each.document)}</span> : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

export function rounds(it: CleanProductionRound): VNode {
  return panel(
    t('clean.rounds'),
    it.rounds.length
      ? it.rounds.map((each) => round(each, it.deadlines))
      : empty(t('clean.noRound'), t('clean.noRoundAdvice')),
  );
}

function order(it: CleanOrder, undo: ((reason: string) => Promise<void>) | null): VNode | null {
  if (it.undoes !== null) {
    return null;
  }
  const tone = it.kind === 'lift' ? 'quiet' : it.state === 'in-force' ? 'bad' : 'quiet';
  return (
    <li key={it.number}>
      <span class='named-what'>
        {t(`clean.order.${it.kind}`)} {it.day}
        {it.dueOn ? ` · ${t('clean.orderDue')} ${it.dueOn}` : ''}
        {it.fine
          ? <span class='sub'>{t('clean.fineOf', { amount: shown(it.fine.amountCny), basis: it.fine.basis })}</span>
          : null}
        <span class='sub'>{paperText(it.document)}</span>
        {it.word ? <span class='sub'>{it.word}</span> : null}
        {undo && it.state === 'in-force'
          ? <Danger action={t('clean.undo')} consequence={t('clean.undoWhy')} send={undo} />
          : null}
      </span>
      <span class='named-mark'>
        {it.kind === 'lift' && it.state !== 'undone' ? null : [
          it.overdue ? badge('bad', t('clean.orderOverdue')) : null,
          badge(tone, t(`clean.orderState.${it.state ?? 'undone'}`)),
        ]}
      </span>
    </li>
  );
}

export function orders(
  it: CleanProductionRound,
  undo: ((number: number, reason: string) => Promise<void>) | null,
): VNode {
  return panel(
    t('clean.orders'),
    it.orders.length
      ? (
        <ul class='named'>
          {it.orders.map((each) => order(each, undo && ((reason) => undo(each.number, reason))))}
        </ul>
      )
      : empty(t('clean.noOrders'), t('clean.noOrdersAdvice')),
  );
}

/** All entries, the newest first; officers take one back by another one. */
export const EntryList = defineComponent({
  props: { it: { type: Object as PropType<CleanProductionRound>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const undo = (entry: CleanEntry) => async (reason: string) => {
      await post<'/clean-production/{id}/entries'>(`${pathOf('clean-production', props.it.enterprise.id)}/entries`, {
        version: props.it.version,
        undoes: entry.number,
        word: reason,
      });
      emit('done');
    };
    return () => {
      const undone = new Set(props.it.entries.map((each) => each.undoes));
      return (
        <ol class='named'>
          {props.it.entries.map((each) => (
            <li key={each.number}>
              <span class='named-what'>
                {each.undoes !== null
                  ? t('clean.undid', { n: each.undoes, step: stepText(each.step) })
                  : `${each.number}. ${stepText(each.step)} ${each.day}`}{' '}
                {undone.has(each.number) ? badge('quiet', t('clean.orderState.undone')) : null}
                {each.listing ? <span class='sub'>{listingText(each.listing)}</span> : null}
                {each.document ? <span class='sub'>{paperText(each.document)}</span> : null}
                {each.word ? <span class='sub'>{each.word}</span> : null}
                <span class='sub'>
                  {say(each.who)} · {time(each.at)}
                </span>
                {isAny(['officer']) && each.undoes === null && !undone.has(each.number)
                  ? <Danger action={t('clean.undo')} consequence={t('clean.undoWhy')} send={undo(each)} />
                  : null}
              </span>
            </li>
          ))}
        </ol>
      );
    };
  },
});
