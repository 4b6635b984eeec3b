// What a second person has to review, and that one's decision.
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { RegistryReview, RegistryReviewDetail } from '#api';
import { live } from '../api.ts';
import { fates, matterWords } from '../document/fates.tsx';
import { policyChanges, policyLink } from '../document/policychanges.tsx';
import { decide } from '../document/save.ts';
import { kindWord } from '../document/words.tsx';
import { useForm, valueOf } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import type { Tone } from '../parts.ts';
import { isAny } from '../rights.ts';
import { documentPath, param, pathOf } from '../route.ts';
import { askWaiting } from '../waiting.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { t, word } from '../text.ts';

const MOST = 200;
const OPEN = 'waiting,unreviewed';
const ALL = `${OPEN},approved,rejected,withdrawn,superseded`;
const TONES: Record<RegistryReview['state'], Tone> = {
  WAITING: 'warn',
  UNREVIEWED: 'bad',
  APPROVED: 'good',
  REJECTED: 'info',
  WITHDRAWN: 'quiet',
  SUPERSEDED: 'quiet',
};

function stateBadge(it: RegistryReview): VNode {
  return badge(TONES[it.state], word('review.state', it.state));
}

export const ReviewsPage = defineComponent({
  setup() {
    const state = param('state', OPEN);
    const found = live<'/registry/reviews'>(() => `/registry/reviews?limit=${MOST}&state=${state.value}`, 20);
    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.reviews')} crumbs={[['/registry', t('nav.registry')]]}>
          {{ default: () => (it ? t('reviews.note', { matters: matterWords(it.matters) }) : null) }}
        </PageHead>,
        stale(found),
        panel(t('nav.reviews'), [
          <div class='filters'>
            <select
              aria-label={t('column.state')}
              value={state.value}
              onChange={(event: Event) => (state.value = valueOf(event))}
            >
              <option value={OPEN}>{t('review.open')}</option>
              <option value={ALL}>{t('review.all')}</option>
            </select>
          </div>,
          !it ? waiting(found) : it.reviews.length
            ? (
              <DataTable
                name='reviews'
                label={t('nav.reviews')}
                columns={columns()}
                rows={it.reviews}
                rowKey={(row: RegistryReview) => row.number}
              />
            )
            : empty(t('review.none'), t('review.noneAdvice')),
        ]),
      ];
    };
  },
});

function columns(): Column<RegistryReview>[] {
  return [
    {
      key: 'number',
      title: t('registry.number'),
      number: true,
      sort: (row) => row.number,
      cell: (row) => link(`/reviews/${row.number}`, row.number),
    },
    { key: 'state', title: t('column.state'), sort: (row) => row.state, cell: stateBadge },
    { key: 'matters', title: t('review.matters'), cell: (row) => matterWords(row.matters) },
    {
      key: 'documents',
      title: t('registry.document'),
      class: 'name',
      cell: (row) => [
        row.documents.length ? null : policyLink(row),
        ...row.documents.slice(0, 3).map((each) => (
          <span class='sub' key={each.kind + each.id}>
            {kindWord(each.kind)} {link(documentPath(each), each.id, { class: 'soft' })}
          </span>
        )),
        row.documents.length > 3 ? t('review.more', { n: row.documents.length - 3 }) : null,
      ],
    },
    { key: 'who', title: t('review.who'), sort: (row) => row.who, cell: (row) => row.who },
    { key: 'at', title: t('registry.when'), sort: (row) => row.at, cell: (row) => time(row.at) },
    { key: 'reason', title: t('registry.reason'), class: 'wide', cell: (row) => row.reason },
  ];
}

export const ReviewPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/registry/reviews/{number}'>(() => pathOf('registry/reviews', props.id), 20);
    const decided = () => void Promise.all([found.refresh(), askWaiting()]);
    return () => {
      const it = found.data.value;
      const title = t('review.title', { n: props.id });
      const crumbs: [string, string][] = [['/registry', t('nav.registry')], ['/reviews', t('nav.reviews')]];
      if (!it) {
        return [<PageHead title={title} crumbs={crumbs} />, waiting(found)];
      }
      return [
        <PageHead title={title} crumbs={crumbs}>
          {{
            marks: () => [stateBadge(it), it.emergency ? badge('bad', t('review.emergency')) : null],
            default: () => matterWords(it.matters),
          }}
        </PageHead>,
        stale(found),
        panel(t('review.asked'), facts(it)),
        it.result ? panel(t('document.becomes'), fates(it.result)) : null,
        it.policy ? panel(t('document.becomes'), policyChanges(it.policy, it.matters[0])) : null,
        it.decision === null && isAny(['officer']) ? <Decide it={it} onDone={decided} /> : null,
      ];
    };
  },
});

function facts(it: RegistryReviewDetail): VNode {
  return (
    <dl class='facts'>
      <dt>{t('review.who')}</dt>
      <dd>{it.who} ({word('registry.source', it.source)})</dd>
      <dt>{t('registry.when')}</dt>
      <dd>{time(it.at)}</dd>
      <dt>{t('registry.reason')}</dt>
      <dd>{it.reason}</dd>
      <dt>{t('registry.document')}</dt>
      <dd>
        {it.policy ? policyLink(it) : null}
        {it.documents.map((each) => (
          <div key={each.kind + each.id}>
            {kindWord(each.kind)} {link(documentPath(each), each.id)}
          </div>
        ))}
      </dd>
      {it.change === null ? null : [
        <dt>{t('review.change')}</dt>,
        <dd>{it.policy ? t('handling.version', { n: it.change }) : link(`/changes/${it.change}`, it.change)}</dd>,
      ]}
      {it.decision
        ? [
          <dt>{t('review.decided')}</dt>,
          <dd>
            {word('review.state', it.decision.verdict)} · {it.decision.who} · {time(it.decision.at)}
          </dd>,
          <dt>{t('review.comment')}</dt>,
          <dd>{it.decision.comment}</dd>,
        ]
        : null}
    </dl>
  );
}

/** Whoever asked takes it back; somebody else approves or rejects. */
const Decide = defineComponent({
  props: { it: { type: Object as () => RegistryReviewDetail, required: true } },
  emits: ['done'],
  setup(props, { emit }) {
    const told = ref<RegistryReviewDetail | null>(null);
    const form = useForm(async (fields) => {
      const verdict = props.it.own ? 'withdrawn' : String(fields.get('verdict'));
      const answer = await decide(props.it.number, verdict, String(fields.get('comment')).trim());
      told.value = answer.decision ? null : answer;
      emit('done');
      if (!answer.decision) {
        throw new Error(
          t(props.it.state === 'UNREVIEWED' && verdict !== 'approved' ? 'review.notTakenBack' : 'review.notPossible'),
        );
      }
    });
    return () =>
      panel(t(props.it.own ? 'review.withdraw' : 'review.decide'), [
        props.it.own
          ? <p class='hint'>{t(props.it.state === 'UNREVIEWED' ? 'review.ownEmergency' : 'review.own')}</p>
          : null,
        props.it.state === 'UNREVIEWED' && !props.it.own ? <p class='hint'>{t('review.unreviewedAdvice')}</p> : null,
        <form class='people-form' onSubmit={form.submit}>
          {props.it.own ? null : (
            <fieldset class='verdicts'>
              <legend>{t('review.verdict')}</legend>
              <label class='check'>
                <input type='radio' name='verdict' value='approved' required /> {t('review.approve')}
              </label>
              <label class='check'>
                <input type='radio' name='verdict' value='rejected' required /> {t('review.reject')}
              </label>
              {props.it.state === 'UNREVIEWED'
                ? (
                  <label class='check'>
                    <input type='radio' name='verdict' value='superseded' required /> {t('review.supersede')}
                  </label>
                )
                : null}
            </fieldset>
          )}
          <label>
            {t('review.comment')}
            <textarea name='comment' rows={2} maxlength={2000} required placeholder={t('review.commentHint')}>
            </textarea>
          </label>
          {form.message()}
          {told.value?.result ? fates(told.value.result) : null}
          <div class='buttons'>
            <button type='submit' class='primary' disabled={form.busy.value}>
              {t(props.it.own ? 'review.withdraw' : 'review.decide')}
            </button>
          </div>
        </form>,
      ]);
  },
});
