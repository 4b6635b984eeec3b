// Who stands in for one, and for whom one stands in; named with a first and a last day, and ended before.
import { defineComponent } from 'vue';
import type { Answers } from '#api';
import { live, post, session } from '../api.ts';
import { addDays, dayOf } from '../format.ts';
import { useForm } from '../form.ts';
import { badge, panel, stale, waiting } from '../parts.ts';
import { t } from '../text.ts';

type Deputyship = Answers['/session/deputies']['rows'][number];

export const Deputies = defineComponent({
  setup() {
    const all = live<'/session/deputies'>(() => '/session/deputies', 60);
    const people = live<'/case-owners'>(() => '/case-owners', 60);
    const own = () => session.value?.userName ?? '';
    const naming = useForm(async (fields) => {
      await post<'/session/deputies'>('/session/deputies', {
        deputy: fields.get('deputy'),
        from: fields.get('from'),
        until: fields.get('until'),
        word: String(fields.get('word') ?? '').trim() || null,
      });
      await all.refresh();
    }, () => t('deputy.named'));
    const ending = useForm(async (fields) => {
      await post<'/session/deputies/{id}/end'>(
        `/session/deputies/${encodeURIComponent(String(fields.get('id')))}/end`,
        {},
      );
      await all.refresh();
    });

    /** The last day: it ends as the next one begins. */
    const lastDay = (it: Deputyship) => it.endedAt ? dayOf(it.endedAt) : addDays(dayOf(it.until), -1);
    const line = (it: Deputyship) => (
      <li key={it.id}>
        {t(it.account === own() ? 'deputy.mine' : 'deputy.others', {
          name: it.account === own() ? it.deputyName : it.accountName,
        })} {`${dayOf(it.from)} – ${lastDay(it)}`} {it.over
          ? badge('quiet', t(it.endedAt ? 'deputy.ended' : 'deputy.over'))
          : it.running
          ? badge('good', t('deputy.running'))
          : badge('info', t('deputy.toCome'))}
        {it.word ? <span class='sub said'>{it.word}</span> : null}
        {it.over ? null : (
          <form onSubmit={ending.submit}>
            <input type='hidden' name='id' value={it.id} />
            <button type='submit' disabled={ending.busy.value}>{t('deputy.end')}</button>
          </form>
        )}
      </li>
    );

    return () => {
      const it = all.data.value;
      return panel(t('deputy.title'), [
        <p>{t('deputy.means')}</p>,
        stale(all),
        it ? (it.rows.length ? <ul class='deputies'>{it.rows.map(line)}</ul> : null) : waiting(all),
        ending.message(),
        <form class='people-form' onSubmit={naming.submit}>
          <label>
            {t('deputy.who')}
            <select name='deputy' required>
              <option value=''>—</option>
              {(people.data.value?.rows ?? []).filter((each) => each.userName !== own()).map((each) => (
                <option value={each.userName} key={each.userName}>{`${each.fullName} (${each.userName})`}</option>
              ))}
            </select>
          </label>
          <label>
            {t('deputy.from')}
            <input type='date' name='from' required />
          </label>
          <label>
            {t('deputy.until')}
            <input type='date' name='until' required />
          </label>
          <label>
            {t('owner.word')}
            <input name='word' maxlength={2000} />
          </label>
          {naming.message()}
          <button type='submit' class='primary' disabled={naming.busy.value}>{t('deputy.name')}</button>
        </form>,
      ]);
    };
  },
});
