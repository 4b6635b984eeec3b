// The editions of the approved list with their two signatures, and the terms.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { CleanList } from '#api';
import { live, post } from '../api.ts';
import { AttachmentPanel } from '../attachment/panel.tsx';
import { ListForm } from '../clean/listform.tsx';
import { TermsPanel } from '../clean/terms.tsx';
import { pageOf, paperText } from '../clean/words.tsx';
import { useForm } from '../form.ts';
import { PageHead } from '../page.tsx';
import { badge, empty, panel, stale, time, waiting } from '../parts.ts';
import { isAnyOfWhole } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

export const CleanListsPage = defineComponent({
  setup() {
    const found = live<'/clean-production-lists'>(() => '/clean-production-lists', 30);
    const proposes = isAnyOfWhole(['officer']);

    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/clean-production', t('nav.cleanProduction')]];
      const open = it?.rows.some((each) => each.verdict === null);
      return [
        <PageHead title={t('clean.lists')} crumbs={crumbs}>{{ default: () => t('clean.listsNote') }}</PageHead>,
        stale(found),
        !it ? waiting(found) : panel(
          t('clean.editions'),
          it.rows.length
            ? (
              <ol class='named'>
                {it.rows.map((each) => (
                  <li key={each.number}>
                    <Edition it={each} current={each.number === it.current} onDone={found.refresh} />
                  </li>
                ))}
              </ol>
            )
            : empty(t('clean.noList'), t('clean.noListAdvice')),
        ),
        it && proposes && !open
          ? panel(t('clean.newList'), <ListForm key={it.rows.length} it={it} onDone={found.refresh} />)
          : null,
        <TermsPanel />,
        it && proposes ? <AttachmentPanel kind='district' id={it.district.id} /> : null,
      ];
    };
  },
});

const Edition = defineComponent({
  props: { it: { type: Object as PropType<CleanList>, required: true }, current: { type: Boolean, default: false } },
  emits: { done: () => true },
  setup(props, { emit }) {
    const decide = (verdict: 'approved' | 'rejected') =>
      useForm(async (fields) => {
        await post<'/clean-production-lists/{number}/decision'>(
          `${pathOf('clean-production-lists', String(props.it.number))}/decision`,
          { verdict, word: String(fields.get('word') ?? '').trim() || null },
        );
        emit('done');
      });
    const approve = decide('approved');
    const reject = decide('rejected');

    const mark = (it: CleanList): VNode =>
      it.verdict === null
        ? badge('warn', t('clean.waits'))
        : it.verdict === 'rejected'
        ? badge('quiet', t('clean.rejected'))
        : props.current
        ? badge('good', t('clean.current'))
        : badge('quiet', t('clean.former'));

    return () => {
      const it = props.it;
      return (
        <span class='named-what'>
          <strong>{t('clean.edition', { n: it.number })}</strong> {mark(it)}{' '}
          {t('clean.members', { n: it.members.length })}
          <span class='sub'>{paperText(it.document)}</span>
          <span class='sub'>
            {t('clean.approvedOn')} {it.approvedOn} · {t('clean.validFrom')} {it.validFrom} · {it.reason}
          </span>
          <span class='sub'>
            {t('clean.proposedBy')} {it.proposedBy} {time(it.proposedAt)}
            {it.decidedBy ? [' · ', t('clean.decidedBy'), ' ', it.decidedBy, ' ', time(it.decidedAt)] : null}
            {it.word ? ` · ${it.word}` : ''}
          </span>
          <details>
            <summary>{t('clean.showMembers')}</summary>
            <ul class='clean-members'>
              {it.members.map((each) => (
                <li key={each.enterprise.id}>
                  {pageOf(each.enterprise.id, say(each.enterprise.name))}{' '}
                  <span class='hint'>{say(each.park.name)}</span>
                  {each.inRegistry ? null : badge('warn', t('clean.notInRegistry'))}
                </li>
              ))}
            </ul>
          </details>
          {it.left.length
            ? (
              <details open>
                <summary>{t('clean.left', { n: it.left.length })}</summary>
                <ul>
                  {it.left.map((each) => (
                    <li key={each.enterprise.id}>
                      {say(each.enterprise.name)}：{each.why}
                    </li>
                  ))}
                </ul>
              </details>
            )
            : null}
          {it.mayDecide && isAnyOfWhole(['officer'])
            ? [
              <form class='people-form' onSubmit={approve.submit}>
                <p class='hint'>{t('clean.decideHint')}</p>
                <label>
                  {t('clean.word')}
                  <input name='word' maxlength={2000} />
                </label>
                {approve.message()}
                <div class='buttons'>
                  <button type='submit' class='primary' disabled={approve.busy.value}>{t('clean.approve')}</button>
                </div>
              </form>,
              <form class='people-form' onSubmit={reject.submit}>
                <label>
                  {t('clean.rejectWhy')}
                  <input name='word' maxlength={2000} required />
                </label>
                {reject.message()}
                <div class='buttons'>
                  <button type='submit' disabled={reject.busy.value}>{t('clean.reject')}</button>
                </div>
              </form>,
            ]
            : null}
        </span>
      );
    };
  },
});
