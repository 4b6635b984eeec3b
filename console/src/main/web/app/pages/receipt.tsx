// Whoever has the link of a message takes note of its case. To open the page changes nothing, whatever program does it: only the button does. The
// token stands behind the # of the address, which no server on the way hears of; what is shown is no more than the message said.
import { defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { Receipt } from '#api';
import { post } from '../api.ts';
import { dateTime } from '../format.ts';
import { levelMarkOf } from '../handling/words.tsx';
import { route, setQuery } from '../route.ts';
import { language, t } from '../text.ts';

export const ReceiptPage = defineComponent({
  setup() {
    const busy = ref(false);
    const found = ref<Receipt | null>(null);
    const problem = ref<string | null>(null);
    const token = () => route.value.query.t ?? '';

    async function asking(ask: () => Promise<Receipt>): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        found.value = await ask();
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    const look = () => asking(() => post<'/session/receipt/look'>('/session/receipt/look', { token: token() }));
    const press = (it: Receipt) =>
      asking(() => post<'/session/receipt'>('/session/receipt', { token: token(), press: it.press ?? '' }));
    void look();

    const what = (it: Receipt): VNode => (
      <dl class='receipt'>
        <dt>{t('receipt.number')}</dt>
        <dd>{it.number} {levelMarkOf(it.level)}</dd>
        {it.said ? [<dt>{t('receipt.said')}</dt>, <dd>{it.said}</dd>] : null}
        {it.due ? [<dt>{t('receipt.due')}</dt>, <dd>{dateTime(it.due)}</dd>] : null}
      </dl>
    );

    function standing(it: Receipt): VNode | (VNode | null)[] {
      const who = { by: it.by ?? '', at: dateTime(it.at) };
      switch (it.standing) {
        case 'done':
          return [
            <p role='status' class='good'>{t(it.ofEnterprise ? 'receipt.done' : 'receipt.doneOffice', who)}</p>,
            it.ofEnterprise
              ? (
                <p>
                  <a href='#/cases'>{t('receipt.goOn')}</a>
                </p>
              )
              : null,
          ];
        case 'already':
          return <p role='status'>{it.by ? t('receipt.already', who) : t('receipt.further')}</p>;
        case 'withdrawn':
          return <p role='status'>{t('receipt.withdrawn')}</p>;
        case 'closed':
          return <p role='status'>{t('receipt.closed')}</p>;
        default:
          return [
            <p>{t(it.ofEnterprise ? 'receipt.means' : 'receipt.meansOffice')}</p>,
            <button type='button' class='primary' disabled={busy.value} onClick={() => press(it)}>
              {t(it.ofEnterprise ? 'receipt.press' : 'receipt.pressOffice')}
            </button>,
          ];
      }
    }

    return () => (
      <main class='sign-in' key={language.value}>
        <section class='panel'>
          <h1>{t('receipt.title')}</h1>
          {found.value ? [what(found.value), standing(found.value)] : null}
          {!found.value && busy.value ? <p role='status'>{t('receipt.looking')}</p> : null}
          {problem.value
            ? [
              <p class='problem' role='alert'>{problem.value}</p>,
              <button type='button' disabled={busy.value} onClick={look}>{t('receipt.again')}</button>,
            ]
            : null}
          <button
            type='button'
            class='language plain'
            onClick={() => setQuery({ lang: language.value === 'zh' ? 'en' : 'zh' })}
          >
            {t('nav.otherLanguage')}
          </button>
        </section>
      </main>
    );
  },
});
