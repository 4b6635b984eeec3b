// The frame around every page: name, navigation, health, language, session.
import { defineAsyncComponent, defineComponent, h, onBeforeUnmount, onMounted } from 'vue';
import type { Component, VNode } from 'vue';
import type { Session } from '#api';
import { session, signOut } from './api.ts';
import { drawing } from './drawing.ts';
import { clockTime } from './format.ts';
import { askHealth, health } from './health.ts';
import { load } from './load.ts';
import { empty, icon, link } from './parts.ts';
import { route } from './route.ts';
import { language, switchLanguage, t, word } from './text.ts';
import './findings.ts';
import { CasesPage } from './pages/cases.ts';
import { DevicesPage } from './pages/devices.js';
import { Overview } from './pages/overview.js';
import { SignInPage } from './pages/signin.ts';

const HEALTH_SECONDS = 10;

/** Pages with charts, fetched when the first of them is opened, beside the library that draws. */
const charted = () => {
  // A chart that finds the library missing says so itself.
  drawing().catch(() => {});
  return load(() => import('./pages/charted.ts'));
};

/** Pages for who runs the platform. */
const operating = () => load(() => import('./pages/operating.ts'));

const EnterprisePage = later(charted, (pages) => pages.EnterprisePage);
const ParkPage = later(charted, (pages) => pages.ParkPage);
const CasePage = later(charted, (pages) => pages.CasePage);
const FindingsPage = later(operating, (pages) => pages.FindingsPage);
const RefusalsPage = later(operating, (pages) => pages.RefusalsPage);
const OperationsPage = later(operating, (pages) => pages.OperationsPage);
const InboxPage = later(operating, (pages) => pages.InboxPage);

/** A page of a part that is loaded when it is first shown. */
function later<T>(part: () => Promise<T>, page: (loaded: T) => Component): Component {
  return defineAsyncComponent({
    loader: () => part().then(page),
    delay: 0,
    loadingComponent: () => h('div', { class: 'state', 'aria-busy': 'true' }, t('state.loading')),
    errorComponent: () =>
      h('div', { class: 'state bad', role: 'alert' }, [
        h('strong', t('state.failed')),
        h('p', t('error.unreachable')),
        // Browsers keep in mind that a module could not be loaded; only a page loaded anew asks again.
        h('button', { type: 'button', onClick: () => location.reload() }, t('state.again')),
      ]),
  });
}

function page(): VNode {
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

export const Shell = defineComponent({
  setup() {
    let timer: ReturnType<typeof setInterval> | undefined;
    onMounted(() => {
      timer = setInterval(askHealth, HEALTH_SECONDS * 1000);
    });
    onBeforeUnmount(() => clearInterval(timer));
    return () =>
      session.value?.signedIn
        ? [
          h('a', { class: 'skip', href: '#content', onClick: skip }, t('nav.skip')),
          top(session.value),
          h('main', { id: 'content', tabindex: -1, key: language.value }, [page()]),
        ]
        : h(SignInPage, { onDone: askHealth });
  },
});

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function top(known: Session): VNode {
  return h('header', { class: 'top' }, [
    h('a', { class: 'brand', href: '#/' }, [h('img', { src: icon(), alt: '', width: 24, height: 24 }), t('app.name')]),
    h('nav', { 'aria-label': t('nav.label') }, ways(known)),
    h('div', { class: 'top-right' }, [
      healthMark(),
      h('button', {
        type: 'button',
        class: 'language',
        onClick: switchLanguage,
        lang: language.value === 'zh' ? 'en' : 'zh',
      }, t('nav.otherLanguage')),
      known.signInRequired
        ? h('span', { class: 'who' }, [
          known.userName,
          h('button', { type: 'button', onClick: signOut }, t('nav.signOut')),
        ])
        : h('span', { class: 'who' }, t('nav.demo')),
    ]),
  ]);
}

function ways(known: Session): VNode[] {
  const here = route.value.parts[0] ?? '';
  const all: [key: string, to: string, text: string, under: string[]][] = [
    ['', '/', t('nav.overview'), ['', 'parks', 'enterprises']],
    ['cases', '/cases', t('nav.cases'), ['cases']],
    ['devices', '/devices', t('nav.devices'), ['devices']],
    ['findings', '/findings', t('nav.findings'), ['findings']],
    ['dead-letters', '/dead-letters', t('nav.refusals'), ['dead-letters']],
    ['operations', '/operations', t('nav.operations'), ['operations']],
  ];
  if (known.inbox) {
    all.push(['inbox', '/inbox', t('nav.inbox'), ['inbox']]);
  }
  return all.map(([name, to, text, under]) =>
    link(to, text, { key: name, 'aria-current': under.includes(here) ? 'page' : undefined })
  );
}

function healthMark(): VNode {
  const { status, failed, readers = [], doors = [], certificates = [], time } = health.value;
  const tone = failed ? 'bad' : status === 'ok' ? 'good' : status === 'unknown' ? 'quiet' : 'warn';
  const lines = [
    ...doors.map((door) =>
      t(door.open ? 'health.doorOpen' : 'health.doorShut', {
        name: word('door', door.name),
        address: door.address,
        problem: door.problem,
      })
    ),
    ...readers.map((
      reader,
    ) => (reader.failure ? t('health.readerFails', { ...reader }) : t('health.reader', { ...reader }))),
    ...certificates.map((c) =>
      t(`health.certificate.${c.state}`, {
        name: word('door', c.usedBy),
        date: c.expires?.slice(0, 10),
        days: c.daysLeft,
        trouble: c.trouble,
      })
    ),
  ];
  const text = failed ? t('health.failed') : t(`health.${status}`);
  return h('details', { class: ['health', tone] }, [
    h('summary', [
      h('span', { class: 'dot', 'aria-hidden': 'true' }),
      text,
      h('span', { class: 'clock' }, clockTime(time)),
    ]),
    h('ul', lines.map((line) => h('li', { key: line }, line))),
  ]);
}
