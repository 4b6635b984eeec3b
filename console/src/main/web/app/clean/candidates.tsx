// Candidates for the mandatory register, of the authority alone: what the books say, and that somebody proposes one.
import { defineComponent } from 'vue';
import type { PropType, VNodeChild } from 'vue';
import type { CleanCandidate } from '#api';
import { live, post, query } from '../api.ts';
import { useForm } from '../form.ts';
import { Danger } from '../people/danger.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { pageOf, REASONS, reasonsText } from './words.tsx';

export const CandidatesPanel = defineComponent({
  setup() {
    const found = live<'/clean-production-candidates'>(
      () => query('/clean-production-candidates', { limit: 10_000 }),
      60,
    );
    return () => {
      const it = found.data.value;
      return panel(t('clean.candidates'), [
        stale(found),
        <p class='hint'>{t('clean.candidatesNote')}</p>,
        !it ? waiting(found) : it.rows.length
          ? (
            <ul class='named'>
              {it.rows.map((row) => (
                <li key={row.enterprise.id}>
                  <Candidate it={row} onDone={found.refresh} />
                </li>
              ))}
            </ul>
          )
          : empty(t('clean.noCandidates'), t('clean.noCandidatesAdvice')),
      ], { id: 'candidates', note: it ? badge('quiet', t('clean.internal')) : null });
    };
  },
});

const Candidate = defineComponent({
  props: { it: { type: Object as PropType<CleanCandidate>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const form = useForm(async (fields) => {
      await post<'/clean-production/{id}/proposals'>(
        `${pathOf('clean-production', props.it.enterprise.id)}/proposals`,
        { reasons: fields.getAll('reasons'), word: String(fields.get('word') ?? '').trim() },
      );
      emit('done');
    });
    const drop = async (reason: string) => {
      const proposal = props.it.proposal;
      await post<'/clean-production/{id}/proposals/{number}/drop'>(
        `${pathOf('clean-production', props.it.enterprise.id)}/proposals/${proposal?.number}/drop`,
        { word: reason },
      );
      emit('done');
    };

    return (): VNodeChild => {
      const it = props.it;
      const officer = isAny(['officer']);
      return (
        <span class='named-what'>
          <strong>{pageOf(it.enterprise.id, say(it.enterprise.name))}</strong> {say(it.park.name)}{' '}
          {it.auditRuns ? badge('info', t('clean.state.RUNNING')) : null}
          <span class='sub'>{reasonsText(it.reasons)}</span>
          <ul>
            {it.evidence.map((each) => (
              <li>
                {say(each.words)}
                {each.cases.map((id) => [' ', link(pathOf('cases', id), id)])}
              </li>
            ))}
          </ul>
          {it.lookedAt ? <span class='sub'>{t('clean.lookedAt')} {time(it.lookedAt)}</span> : null}
          {it.proposal
            ? (
              <div class='clean-proposal'>
                {badge('info', t('clean.proposed'))} {it.proposal.word}
                <span class='sub'>{it.proposal.who} · {time(it.proposal.at)}</span>
                {officer ? <Danger action={t('clean.drop')} consequence={t('clean.dropWhy')} send={drop} /> : null}
              </div>
            )
            : officer && !it.auditRuns
            ? (
              <details>
                <summary>{t('clean.propose')}</summary>
                <form class='people-form' onSubmit={form.submit}>
                  {REASONS.map((each) => (
                    <label class='check' key={each}>
                      <input type='checkbox' name='reasons' value={each} checked={it.reasons.includes(each)} />
                      {t(`clean.reason.${each}`)}
                    </label>
                  ))}
                  <label>
                    {t('clean.why')}
                    <textarea name='word' rows={2} maxlength={2000} required></textarea>
                  </label>
                  {form.message()}
                  <div class='buttons'>
                    <button type='submit' class='primary' disabled={form.busy.value}>{t('clean.propose')}</button>
                  </div>
                </form>
              </details>
            )
            : null}
        </span>
      );
    };
  },
});
