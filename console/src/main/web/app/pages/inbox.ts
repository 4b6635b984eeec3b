// The demo's mailbox.
import { defineComponent, h, ref } from 'vue';
import type { VNode } from 'vue';
import type { Mail } from '#api';
import { t } from '../text.ts';
import { live } from '../api.ts';
import { PageHead } from '../page.tsx';
import { empty, panel, stale, time, waiting } from '../parts.ts';
import { dateTime } from '../format.ts';

export const InboxPage = defineComponent({
  setup() {
    const inbox = live<'/inbox'>(() => '/inbox', 5);
    const chosen = ref<string | null>(null);
    return () => {
      if (!inbox.data.value) {
        return waiting(inbox);
      }
      const mails = inbox.data.value.mails;
      const open = mails.find((mail) => mail.id === chosen.value) ?? mails[0];
      return [
        h(PageHead, { title: t('nav.inbox') }),
        stale(inbox),
        panel(
          t('nav.inbox'),
          mails.length
            ? h('div', { class: 'inbox' }, [
              h('ul', { class: 'mails' }, mails.map((mail) => line(mail, mail === open, (id) => (chosen.value = id)))),
              letter(open),
            ])
            : empty(t('inbox.none'), t('inbox.noneAdvice')),
          { note: t('inbox.note') },
        ),
      ];
    };
  },
});

function line(mail: Mail, open: boolean, choose: (id: string) => void): VNode {
  return h('li', { key: mail.id }, [
    h('button', { type: 'button', 'aria-pressed': open, onClick: () => choose(mail.id) }, [
      h('strong', mail.subject),
      h('span', { class: 'soft' }, [mail.to, ' · ', dateTime(mail.sentAt)]),
    ]),
  ]);
}

/** A mail's text; addresses in it can be followed. */
function letter(mail: Mail): VNode {
  return h('article', { class: 'letter' }, [
    h('h2', mail.subject),
    h('p', { class: 'soft' }, [t('inbox.from', { from: mail.from, to: mail.to }), ' · ', time(mail.sentAt)]),
    h(
      'div',
      { class: 'letter-text' },
      mail.text.split(/(https?:\/\/\S+)/).map((part, index) =>
        index % 2 ? h('a', { href: part, rel: 'noreferrer' }, part) : part
      ),
    ),
  ]);
}
