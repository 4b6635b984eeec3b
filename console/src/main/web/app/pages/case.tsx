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
import { addDays, dateTime, duration, plain, rounded, unitText } from '../format.ts';
import { explainedNotice, explainsPanel } from '../explained.tsx';
import { useForm } from '../form.ts';
import { DossierButton } from '../handling/dossier.tsx';
import { HandlingPanel } from '../handling/panel.tsx';
import { SimilarCases } from '../handling/similar.tsx';
import { MarkList } from '../marks/list.tsx';
import { timeline } from '../handling/timeline.tsx';
import { levelMark } from '../handling/words.tsx';
import { nameOf } from '../names.ts';
import { objectable, objectionMark } from '../objections/mark.tsx';
import { PageHead } from '../page.tsx';
import { badge, link, panel, stale, time, waiting, way } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { PullPanel } from '../pull.ts';
import { mayAcknowledge, mayOpen } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { parametersText } from '../rules/words.tsx';
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
              ...(it.handling ? levelMark(it.handling) : []),
              it.enterprise && it.state !== 'WITHDRAWN'
                ? objectable(it.enterprise.id, { kind: 'case', id: it.id }, it.objection)
                : objectionMark(it.objection),
            ],
            actions: () => <DossierButton id={it.id} />,
            default: () => [aboutLink(it), it.scope === 'ENTERPRISE' ? null : ` (${t(`scope.${it.scope}`)})`],
          }}
        </PageHead>,
        stale(found),
        explainedNotice(it),
        it.muted
          ? (
            <p class='stale' role='status'>
              {t(`mute.case.${it.muted.kind}`, { until: dateTime(it.muted.to) })} {link('/mutes', t('mute.see'))}
            </p>
          )
          : null,
        <div class={['case', it.handling?.side ? 'acting' : null]}>
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
          <div class='case-acts'>
            {it.handling ? <HandlingPanel it={it} onDone={found.refresh} /> : null}
            {!it.handling?.side && mayAcknowledge() && (it.state === 'OPEN' || !it.acknowledgedBy)
              ? <Acknowledge id={it.id} again={Boolean(it.acknowledgedBy)} onDone={found.refresh} />
              : null}
            {panel(t('case.steps'), timeline(it.steps))}
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
            {it.point ? <MarkList filter={{ case: it.id }} make={markOf(it)} /> : null}
            <SimilarCases key={it.id} id={it.id} />
            {explainsPanel(it)}
            {mayOpen(aboutPath(it)) ? notices(it) : null}
          </div>
        </div>,
      ];
    };
  },
});

/** A mark that would be of the time of a case begins with it. */
function markOf(it: Alert): Record<string, string | null> {
  return {
    enterprise: it.enterprise?.id ?? null,
    ...(it.outlet ? { scope: 'outlet', target: it.outlet } : { scope: 'device', target: it.device ?? null }),
    from: (it.since ?? '').slice(0, 16) || null,
    to: (it.clearedAt ?? '').slice(0, 16) || null,
  };
}

/** Who was told; only for those who see what the case is about as a whole, as its contacts are. */
function notices(it: Alert): VNode {
  return panel(
    t('case.notices'),
    it.notices?.length ? <ul class='notices'>{it.notices.map(notice)}</ul> : (
      <p class='hint'>
        {it.muted && !it.trial
          ? t(`mute.case.${it.muted.kind}`, { until: dateTime(it.muted.to) })
          : t(it.trial ? 'case.trialWhy' : 'case.noNotices')}
      </p>
    ),
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
      {line(t('case.spells'), spells(it))}
      {line(t('column.raised'), time(it.raisedAt))}
      {line(t('column.cleared'), it.clearedAt ? time(it.clearedAt) : null)}
      {line(t('column.acknowledged'), it.acknowledgedBy)}
      {line(t('column.owner'), ownerWords(it))}
      {line(t('nav.contacts'), it.rule === 'no-working-contact' ? contactsLink(it) : null)}
      {line(t('nav.cleanProduction'), it.rule === 'clean-production-overdue' ? auditLink(it) : null)}
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
      {line(t('case.again'), it.again ? t('case.againTimes', { n: it.again }) : null)}
      {line(t('case.judgedBy'), it.judgedBy ? judgedBy(it.judgedBy) : null)}
      {line(t('handling.number'), it.handling?.number)}
      {line(t('column.caseId'), <code>{it.id}</code>)}
    </dl>
  );
}

/** The rule by which it was raised, as it stood then, and what that rests on. */
function judgedBy(rule: NonNullable<Alert['judgedBy']>): VNodeChild {
  const name = `${say(rule.kindText)} · ${say(rule.name)} · ${say(rule.scopeText)}`;
  return [
    way(pathOf('alert-rules', rule.rule), name) ?? name,
    ' ',
    rule.confirmed ? null : badge('quiet', t('rules.unconfirmed')),
    <span class='sub'>{t('case.judgedOn', { day: rule.day, version: rule.version })}</span>,
    <span class='sub'>{parametersText(rule)}</span>,
    rule.bases.map((each) => (
      <span class='sub' key={each.id}>
        {`${say(each.document)}${each.article ? ` ${each.article}` : ''} · ${say(each.text)}`}
      </span>
    )),
  ];
}

/** The contacts of whom nobody can be told. */
function contactsLink(it: Alert): VNode {
  const kind = it.scope === 'PARK' ? 'park' : 'enterprise';
  return link(address('/contacts', { [kind]: it.about.id }), t('contacts.see'));
}

/** To the audits of the enterprise; of a step that the authority takes, to what is overdue in the park. */
function auditLink(it: Alert): VNode {
  return link(
    it.scope === 'PARK'
      ? address('/clean-production', { park: it.about.id, overdue: 'true' })
      : pathOf('clean-production', it.about.id),
    t('clean.open'),
  );
}

/** How often it was so that came and went, and for how long in all; null for once. */
function spells(it: Alert): string | null {
  if (!it.again) {
    return null;
  }
  return it.stoodSeconds == null
    ? t('case.spellsAgain', { n: it.again })
    : t('case.spellsTimes', { n: it.again + 1, time: duration(it.stoodSeconds) });
}

/** The month that the newest evidence is of. */
function monthOf(it: Alert): string {
  return (it.evidence?.at(-1)?.from ?? it.since ?? '').slice(0, 7);
}

function notice(it: Notice): VNode {
  const tones: Record<Notice['state'], Tone> = { DELIVERED: 'good', WAITING: 'warn', GIVEN_UP: 'bad' };
  return (
    <li key={it.id}>
      {it.planned ? badge('info', t('notice.planned')) : badge(tones[it.state], t(`notice.${it.state}`))}
      {` ${t('notice.to', { recipient: it.recipient, channel: word('channel', it.channel), step: it.step })}`}
      {it.deliveredAt ? [' · ', time(it.deliveredAt)] : null}
      {it.planned ? ` · ${t(`notice.planned.${it.planned}`, { at: dateTime(it.nextAttemptAt) })}` : null}
      {it.together ? <span class='soft'>{` · ${t('notice.together')}`}</span> : null}
      {it.lastError
        ? <p class='soft'>{t('notice.error', { attempts: rounded(String(it.attempts), 0), error: it.lastError })}</p>
        : null}
    </li>
  );
}
