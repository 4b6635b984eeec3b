// The frame around every page: name, navigation, health, language, session.
import { h, onMounted, onBeforeUnmount } from '/lib/vue.js';
import { t, switchLanguage, language, word } from '/app/text.js';
import { session, get, signOut } from '/app/api.js';
import { route } from '/app/route.js';
import { link, empty } from '/app/parts.js';
import { clockTime } from '/app/format.js';
import { health } from '/app/health.js';
import { Overview } from '/app/pages/overview.js';
import { EnterprisePage } from '/app/pages/enterprise.js';
import { ParkPage } from '/app/pages/park.js';
import { CasesPage } from '/app/pages/cases.js';
import { CasePage } from '/app/pages/case.js';
import { DevicesPage } from '/app/pages/devices.js';
import { FindingsPage } from '/app/pages/findings.js';
import { RefusalsPage } from '/app/pages/refusals.js';
import { OperationsPage } from '/app/pages/operations.js';
import { InboxPage } from '/app/pages/inbox.js';
import { SignInPage } from '/app/pages/signin.js';

const HEALTH_SECONDS = 10;

function page() {
  const [name, id] = route.value.parts;
  switch (name) {
    case undefined:
      return h(Overview);
    case 'enterprises':
      return h(EnterprisePage, { id, key: id });
    case 'parks':
      return h(ParkPage, { id, key: id });
    case 'cases':
      return id ? h(CasePage, { id, key: id }) : h(CasesPage);
    case 'devices':
      return h(DevicesPage);
    case 'findings':
      return h(FindingsPage);
    case 'dead-letters':
      return h(RefusalsPage);
    case 'operations':
      return h(OperationsPage);
    case 'inbox':
      return h(InboxPage);
    default:
      return empty(t('state.noPage'), t('state.noPageAdvice', { path: route.value.path }));
  }
}

export const Shell = {
  setup() {
    let timer = null;
    async function listen() {
      try {
        health.value = { ...(await get('/health')), failed: false };
      } catch (cause) {
        health.value = { ...health.value, failed: true };
      }
    }
    onMounted(() => {
      listen();
      timer = setInterval(listen, HEALTH_SECONDS * 1000);
    });
    onBeforeUnmount(() => clearInterval(timer));
    return () =>
      session.value.signedIn
        ? [
            h('a', { class: 'skip', href: '#content', onClick: skip }, t('nav.skip')),
            top(),
            h('main', { id: 'content', tabindex: -1, key: language.value }, [
              health.value.time ? page() : h('div', { class: 'state' }, waitingForServer()),
            ]),
          ]
        : h(SignInPage, { onDone: listen });
  },
};

function waitingForServer() {
  return health.value.failed ? t('error.unreachable') : t('state.loading');
}

function skip(event) {
  event.preventDefault();
  document.getElementById('content').focus();
}

function top() {
  return h('header', { class: 'top' }, [
    h('a', { class: 'brand', href: '#/' }, [h('img', { src: '/icon.svg', alt: '', width: 24, height: 24 }), t('app.name')]),
    h('nav', { 'aria-label': t('nav.label') }, ways()),
    h('div', { class: 'top-right' }, [
      healthMark(),
      h('button', { type: 'button', class: 'language', onClick: switchLanguage, lang: language.value === 'zh' ? 'en' : 'zh' }, t('nav.otherLanguage')),
      session.value.signInRequired
        ? h('span', { class: 'who' }, [
            session.value.userName,
            h('button', { type: 'button', onClick: signOut }, t('nav.signOut')),
          ])
        : h('span', { class: 'who' }, t('nav.demo')),
    ]),
  ]);
}

function ways() {
  const here = route.value.parts[0] ?? '';
  const all = [
    ['', '/', t('nav.overview'), ['', 'parks', 'enterprises']],
    ['cases', '/cases', t('nav.cases'), ['cases']],
    ['devices', '/devices', t('nav.devices'), ['devices']],
    ['findings', '/findings', t('nav.findings'), ['findings']],
    ['dead-letters', '/dead-letters', t('nav.refusals'), ['dead-letters']],
    ['operations', '/operations', t('nav.operations'), ['operations']],
  ];
  if (session.value.inbox) {
    all.push(['inbox', '/inbox', t('nav.inbox'), ['inbox']]);
  }
  return all.map(([name, to, text, under]) =>
    link(to, text, { key: name, 'aria-current': under.includes(here) ? 'page' : undefined }),
  );
}

function healthMark() {
  const { status, failed, readers = [], doors = [], certificates = [], time } = health.value;
  const tone = failed ? 'bad' : status === 'ok' ? 'good' : 'warn';
  const lines = [
    ...doors.map((door) => t(door.open ? 'health.doorOpen' : 'health.doorShut', { name: word('door', door.name), address: door.address, problem: door.problem })),
    ...readers.map((reader) => (reader.failure ? t('health.readerFails', reader) : t('health.reader', reader))),
    ...certificates.map((c) => t(`health.certificate.${c.state}`, { name: word('door', c.usedBy), date: c.expires.slice(0, 10), days: c.daysLeft, trouble: c.trouble })),
  ];
  const text = failed ? t('health.failed') : t(`health.${status}`);
  return h('details', { class: ['health', tone] }, [
    h('summary', [h('span', { class: 'dot', 'aria-hidden': 'true' }), text, h('span', { class: 'clock' }, clockTime(time))]),
    h('ul', lines.map((line) => h('li', { key: line }, line))),
  ]);
}
