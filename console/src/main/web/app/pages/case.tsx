// One case: figure against limit, the data behind it and the ways to them, what happened, who was told, and what an officer says of it.
import { defineComponent } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Alert } from '#api';
import { live, post } from '../api.ts';
import { CaseEvidence } from '../caseevidence.tsx';
import { mayOwn, OwnerForm, ownerWords } from '../caseowner.tsx';
import {
  aboutLink,
  aboutPath,
  caseBadge,
  caseDigits,
  caseFigure,
  caseLimit,
  isChange,
  isExceedance,
} from '../casewords.tsx';
import { PointsOfDevice } from '../devicepoints.tsx';
import { addDays, plain, rounded, unitText } from '../format.ts';
import { useForm } from '../form.ts';
import { nameOf } from '../names.ts';
import { PageHead } from '../page.tsx';
import { badge, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { PullPanel } from '../pull.ts';
import { mayAcknowledge, mayOpen } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { say, t, word } from '../text.ts';

type Notice = NonNullable<Alert['notices']>[number];

export const CasePage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/alerts/{id}'>(() => pathOf('alerts', props.id));
    return () => {
      const it = found.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(found)];
      }
      return [
        <PageHead title={say(it.title)} crumbs={[['/cases', t('nav.cases')]]}>
          {{
            marks: () => [
              caseBadge(it),
              it.suspected ? badge('warn', t('outlet.suspectedOne'), suspectedWhy(it)) : null,
              it.trial ? badge('info', t('case.trial'), t('case.trialWhy')) : null,
            ],
            default: () => [aboutLink(it), it.scope === 'ENTERPRISE' ? null : ` (${t(`scope.${it.scope}`)})`],
          }}
        </PageHead>,
        stale(found),
        <div class='case'>
          <div>
            {panel(t('case.what'), [
              <p class='case-text'>{say(it.text)}</p>,
              it.figure == null ? null : gauge(it),
              facts(it),
              isExceedance(it) ? <p class='hint'>{t('disclaimer.exceedance')}</p> : null,
            ])}
            {it.evidence?.length ? panel(t('case.evidence'), <CaseEvidence it={it} />) : null}
            {it.device && !it.point ? panel(t('device.points'), <PointsOfDevice id={it.device} />) : null}
            {it.scope === 'ENTERPRISE' ? null : <PullPanel scope={it.scope} id={it.about.id} />}
          </div>
          <div>
            {mayAcknowledge() && (it.state === 'OPEN' || !it.acknowledgedBy)
              ? <Acknowledge id={it.id} again={Boolean(it.acknowledgedBy)} onDone={found.refresh} />
              : null}
            {mayOwn() && it.state === 'OPEN'
              ? panel(t('column.owner'), [
                <p>{ownerWords(it) ?? t('owner.nobody')}</p>,
                <OwnerForm
                  cases={[it.id]}
                  seen={{ [it.id]: it.owner?.account ?? null }}
                  owned={Boolean(it.owner)}
                  onDone={found.refresh}
                />,
              ])
              : null}
            {panel(t('case.steps'), <ol class='steps'>{it.steps.map(step)}</ol>)}
            {mayOpen(aboutPath(it)) ? notices(it) : null}
          </div>
        </div>,
      ];
    };
  },
});

/** Who was told; only for those who see what the case is about as a whole, as its contacts are. */
function notices(it: Alert): VNode {
  return panel(
    t('case.notices'),
    it.notices?.length
      ? <ul class='notices'>{it.notices.map(notice)}</ul>
      : <p class='hint'>{t(it.trial ? 'case.trialWhy' : 'case.noNotices')}</p>,
  );
}

/** A comment of an officer; the first one acknowledges the case, later ones stand beside it. */
const Acknowledge = defineComponent({
  props: { id: { type: String, required: true }, again: { type: Boolean, default: false } },
  emits: ['done'],
  setup(props, { emit }) {
    const form = useForm(async (fields) => {
      await post<'/alerts/{id}/acknowledge'>(`${pathOf('alerts', props.id)}/acknowledge`, {
        comment: fields.get('comment'),
      });
      emit('done');
    }, () => t('case.said'));
    const body = () => (
      <form onSubmit={form.submit} class='acknowledge'>
        <label>
          {t('case.comment')}
          <textarea name='comment' rows={3} maxlength={2000} required placeholder={t('case.commentHint')}></textarea>
        </label>
        {form.message()}
        <button type='submit' class='primary' disabled={form.busy.value}>
          {t(props.again ? 'case.addComment' : 'case.acknowledge')}
        </button>
      </form>
    );
    // What has been acknowledged no longer asks to be.
    return () =>
      panel(
        t(props.again ? 'case.addComment' : 'case.acknowledge'),
        props.again
          ? (
            <details class='more'>
              <summary>{t('case.addComment')}</summary>
              {body()}
            </details>
          )
          : body(),
      );
  },
});

/** Why it is suspected only: the limit is not confirmed, or the data are but a clue. */
function suspectedWhy(it: Alert): string {
  return t(it.evidence?.some((row) => row.confirmed === false) ? 'outlet.suspectedWhy' : 'outlet.clueWhy');
}

/** The figure on a scale with its limit; a change has no such scale, only the chart below. */
function gauge(it: Alert): VNode {
  const value = Number(it.figure);
  const limit = Number(it.limit);
  const reach = Math.max(Math.abs(value), Math.abs(limit)) * 1.25 || 1;
  const place = (number: number) => Math.round((Math.abs(number) / reach) * 400);
  const text = t('case.gauge', {
    figure: rounded(it.figure!, caseDigits(it.rule, it.figure!, it.limit)),
    limit: plain(it.limit ?? ''),
    unit: unitText(it.unit),
  });
  return (
    <div class='gauge'>
      <div class='gauge-figures'>
        <span>
          <strong>{caseFigure(it)}</strong> {unitText(it.unit)}
          <small>{t('column.figure')}</small>
        </span>
        <span>
          <strong>{caseLimit(it)}</strong>
          <small>{t(isChange(it) ? 'column.target' : 'column.limit')}</small>
        </span>
      </div>
      {isChange(it)
        ? null
        : (
          <svg viewBox='0 0 400 22' preserveAspectRatio='xMinYMid' width={400} height={22} role='img' aria-label={text}>
            <rect x={0} y={7} width={400} height={8} rx={4} class='track' />
            <rect x={0} y={7} width={place(value)} height={8} rx={4} class={it.state === 'OPEN' ? 'behind' : 'open'} />
            <line x1={place(limit)} x2={place(limit)} y1={1} y2={21} class='target' />
          </svg>
        )}
    </div>
  );
}

/** The days around a case, for the pages of what it is about. */
function span(it: Alert): string {
  const first = (it.evidence?.[0]?.from ?? it.since ?? '').slice(0, 10);
  const last = (it.clearedAt ?? it.evidence?.at(-1)?.to ?? it.raisedAt ?? '').slice(0, 10);
  return first && last && first <= last ? `${addDays(first, -1)}..${last}` : '30d';
}

function facts(it: Alert): VNode {
  const line = (name: string, value: VNodeChild) => (value ? [<dt>{name}</dt>, <dd>{value}</dd>] : []);
  const enterprise = it.enterprise ? pathOf('enterprises', it.enterprise.id) : null;
  return (
    <dl class='facts'>
      {line(t('column.rule'), word('rule', it.rule))}
      {line(t('column.about'), [aboutLink(it), it.scope === 'ENTERPRISE' ? null : ` (${t(`scope.${it.scope}`)})`])}
      {line(
        t('column.outlet'),
        it.outlet ? link(`${pathOf('outlets', it.outlet)}?span=${span(it)}`, nameOf('OUTLET', it.outlet)) : null,
      )}
      {line(
        t('column.point'),
        it.point ? link(`${pathOf('points', it.point)}?span=${span(it)}`, nameOf('POINT', it.point)) : null,
      )}
      {line(t('column.device'), it.device ? link(pathOf('devices', it.device), nameOf('DEVICE', it.device)) : null)}
      {line(t('column.since'), time(it.since))}
      {line(t('column.raised'), time(it.raisedAt))}
      {line(t('column.cleared'), it.clearedAt ? time(it.clearedAt) : null)}
      {line(t('column.acknowledged'), it.acknowledgedBy)}
      {line(t('column.owner'), ownerWords(it))}
      {line(t('nav.contacts'), it.rule === 'no-working-contact' ? contactsLink(it) : null)}
      {line(
        t('case.ways'),
        isChange(it) && enterprise && mayOpen(enterprise)
          ? [
            link(`${enterprise}?tab=basis&month=${monthOf(it)}`, t('case.toBasis')),
            ' · ',
            link(`${enterprise}?tab=meters`, t('case.toMeters')),
          ]
          : it.point
          ? link(`${pathOf('points', it.point)}?span=${span(it)}&tab=readings`, t('case.toReadings'))
          : null,
      )}
      {line(t('column.caseId'), <code>{it.id}</code>)}
    </dl>
  );
}

/** The contacts of whom nobody can be told. */
function contactsLink(it: Alert): VNode {
  const kind = it.scope === 'PARK' ? 'park' : 'enterprise';
  return link(address('/contacts', { [kind]: it.about.id }), t('contacts.see'));
}

/** The month that the newest evidence is of. */
function monthOf(it: Alert): string {
  return (it.evidence?.at(-1)?.from ?? it.since ?? '').slice(0, 7);
}

function step(it: Alert['steps'][number], index: number): VNode {
  return (
    <li key={it.number} class={['step', it.kind.toLowerCase()]}>
      <div>
        <strong>{it.owner ? t('step.assignedTo', { name: it.owner }) : word('step', it.kind)}</strong>{' '}
        <span class='soft'>{[time(it.at), ' · ', it.by === 'greenpark' ? t('step.platform') : it.by]}</span>
      </div>
      {it.comment ? <blockquote>{it.comment}</blockquote> : null}
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

function notice(it: Notice): VNode {
  const tones: Record<Notice['state'], Tone> = { DELIVERED: 'good', WAITING: 'warn', GIVEN_UP: 'bad' };
  return (
    <li key={it.id}>
      {badge(tones[it.state], t(`notice.${it.state}`))}
      {` ${t('notice.to', { recipient: it.recipient, channel: word('channel', it.channel), step: it.step })}`}
      {it.deliveredAt ? [' · ', time(it.deliveredAt)] : null}
      {it.lastError
        ? <p class='soft'>{t('notice.error', { attempts: rounded(String(it.attempts), 0), error: it.lastError })}</p>
        : null}
    </li>
  );
}
