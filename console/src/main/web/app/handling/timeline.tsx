// What happened to a case, step by step, with what each carries: fields, photos, whether the office alone reads it.
import type { VNode } from 'vue';
import type { Attachment } from '#api';
import { dateTime } from '../format.ts';
import { badge, link, time } from '../parts.ts';
import { mayOpen } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t, word } from '../text.ts';
import type { Step } from './words.tsx';

/** Fields whose text stands as what was said, or says nothing beside it. */
const SAID = ['word', 'shared'];

/** Numbers of marks that were made here; others are those of the official platform. */
const MARK = /^BJ-[0-9]{8}-[0-9A-Z]+$/;

export function timeline(steps: readonly Step[]): VNode {
  return <ol class='steps'>{steps.map(step)}</ol>;
}

function step(it: Step, index: number): VNode {
  return (
    <li key={it.number} class={['step', it.kind.toLowerCase()]}>
      <div>
        <strong>{it.owner ? t('step.assignedTo', { name: it.owner }) : name(it)}</strong>{' '}
        <span class='soft'>{[time(it.at), ' · ', by(it)]}</span>{' '}
        {it.internal ? badge('quiet', t('handling.internal'), t('handling.internalWhy')) : null}
      </div>
      {it.comment ? <blockquote>{it.comment}</blockquote> : null}
      {details(it)}
      {it.attachments?.length ? <ul class='step-files'>{it.attachments.map(file)}</ul> : null}
      {it.text
        // The first step repeats what stands above.
        ? index === 0 ? null : (
          <details class='more'>
            <summary>{t('step.text')}</summary>
            <p>{say(it.text)}</p>
          </details>
        )
        : null}
    </li>
  );
}

function name(it: Step): string {
  const value = (field: string) => it.details?.find((each) => each.field === field)?.value ?? '';
  if (it.kind === 'LEVEL_CHANGED') {
    return t('step.levelChanged', {
      before: word('caseLevel', value('levelBefore')),
      now: word('caseLevel', value('level')),
    });
  }
  return word('step', it.kind);
}

function by(it: Step): string {
  return it.by === 'greenpark' ? t('step.platform') : it.by === 'office' ? t('step.office') : it.by;
}

function details(it: Step): VNode | null {
  const rows = it.kind === 'LEVEL_CHANGED'
    ? []
    : (it.details ?? []).filter((each) => !SAID.includes(each.field) && each.value !== it.comment);
  return rows.length
    ? (
      <dl class='facts step-details'>
        {rows.map((each) => [
          <dt key={each.field}>{say(each.name)}</dt>,
          <dd>
            {each.words
              ? say(each.words)
              : each.kind === 'time'
              ? dateTime(each.value)
              : each.kind === 'truth'
              ? t(each.value === 'true' ? 'handling.yes' : 'handling.no')
              : each.field === 'mark' && MARK.test(each.value) && mayOpen('/marks')
              ? link(pathOf('marks', each.value), each.value)
              : each.value}
          </dd>,
        ])}
      </dl>
    )
    : null;
}

/** A photo as such, another file by its name. */
export function file(it: Attachment): VNode {
  const at = `/api/v1/attachments/${encodeURIComponent(it.id)}/content`;
  const photo = it.shown && it.mediaType.startsWith('image/');
  return (
    <li key={it.id}>
      <a href={at} target='_blank' rel='noopener'>
        {photo ? <img src={at} alt={it.name} loading='lazy' /> : it.name}
      </a>
    </li>
  );
}
