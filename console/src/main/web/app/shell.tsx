// The frame around every page: name, search, navigation, health, language, session.
import { defineComponent, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import type { VNode } from 'vue';
import { session } from './api.ts';
import { listenToEvents } from './events.ts';
import { askHealth } from './health.ts';
import { HealthMark } from './healthmark.tsx';
import { page } from './pages.tsx';
import { announced } from './page.tsx';
import { Navigation, waitingMark } from './navigation.tsx';
import { icon, link } from './parts.ts';
import { printsByKeys } from './print.ts';
import { go, route, setQuery } from './route.ts';
import { keepPlaces } from './scroll.ts';
import { beginning, seesData } from './rights.ts';
import { Search } from './search.tsx';
import { SessionMark } from './sessionmark.tsx';
import { isLanguage, language, showLanguage, t } from './text.ts';
import { keepWaiting, mayBeWaitedFor, waitingForMe, waitingLines } from './waiting.ts';
import { ContactLinkPage } from './pages/contactlink.tsx';
import { ReceiptPage } from './pages/receipt.tsx';
import { InvitationPage } from './pages/invitation.tsx';
import { PasswordPage } from './pages/password.tsx';
import { SecondFactorPage } from './pages/secondfactor.tsx';
import { SignInPage } from './pages/signin.ts';

const HEALTH_SECONDS = 10;

export const Shell = defineComponent({
  setup() {
    const menu = ref(false);
    let timer: ReturnType<typeof setInterval> | undefined;
    onMounted(() => {
      keepPlaces();
      timer = setInterval(askHealth, HEALTH_SECONDS * 1000);
    });
    onBeforeUnmount(() => clearInterval(timer));
    onBeforeUnmount(printsByKeys());
    let deaf: (() => void) | undefined;
    watch(() => session.value?.signedIn && !session.value.mustChangePassword && seesData(), (known) => {
      deaf?.();
      deaf = known ? listenToEvents() : undefined;
    }, { immediate: true });
    onBeforeUnmount(() => deaf?.());
    let rest: (() => void) | undefined;
    watch(() => {
      const now = session.value;
      return now?.signedIn && !now.mustChangePassword && !now.mustAddSecondFactor && mayBeWaitedFor() && now.userName;
    }, (who) => {
      rest?.();
      rest = who ? keepWaiting() : undefined;
    }, { immediate: true });
    onBeforeUnmount(() => rest?.());
    // Strangers are not told the time, which pages wait for.
    watch(() => session.value?.signedIn, (known) => known && void askHealth());
    watch(() => route.value.path, () => (menu.value = false));
    watch(() => route.value.query.lang, inAddress, { immediate: true });
    watch(() => [route.value.path, session.value?.grants], begin, { immediate: true });

    const frame = () => (
      <div class={['frame', menu.value ? 'menu-open' : null]}>
        <a class='skip' href='#content' onClick={skip}>{t('nav.skip')}</a>
        <header class='top'>
          <button
            type='button'
            class='menu-button'
            aria-expanded={menu.value}
            aria-controls='navigation'
            onClick={() => (menu.value = !menu.value)}
          >
            <span aria-hidden='true'>☰</span>
            <span class='sr-only'>{t('nav.menu')}</span>
            {waitingMark(waitingLines(waitingForMe.value).reduce((sum, each) => sum + each.n, 0))}
          </button>
          {link('/', brand(), { class: 'brand', 'aria-label': t('app.name') })}
          <Search />
          <HealthMark />
          <SessionMark />
        </header>
        <div class='shade' onClick={() => (menu.value = false)}></div>
        <Navigation />
        <main id='content' tabindex={-1} key={language.value}>{page()}</main>
        <div class='sr-only' aria-live='polite'>{announced.value}</div>
      </div>
    );
    return () => {
      if (route.value.path === '/invitation') {
        return <InvitationPage />;
      }
      if (route.value.path === '/contact') {
        return <ContactLinkPage />;
      }
      if (route.value.path === '/a') {
        return <ReceiptPage />;
      }
      if (!session.value?.signedIn) {
        return <SignInPage />;
      }
      if (session.value.mustChangePassword) {
        return (
          <main>
            <PasswordPage />
          </main>
        );
      }
      return session.value.mustAddSecondFactor
        ? (
          <main>
            <SecondFactorPage />
          </main>
        )
        : frame();
    };
  },
});

/** Whoever has no use for the overview begins with the first page that is for him. */
function begin(): void {
  const other = route.value.path === '/' && session.value?.signedIn ? beginning() : '/overview';
  if (other !== '/overview') {
    go(other);
  }
}

function brand(): VNode[] {
  return [<img src={icon()} alt='' width={24} height={24} />, <span>{t('app.name')}</span>];
}

/** The language is in every address, so that who gets it reads what its sender read. */
function inAddress(named: string | undefined): void {
  if (isLanguage(named)) {
    void showLanguage(named);
  } else {
    setQuery({ lang: language.value });
  }
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
