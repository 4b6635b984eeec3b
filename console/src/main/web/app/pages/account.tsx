// One account: whose it is, what that person may do, signing in, and its keys.
import { defineComponent, ref } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Account, AccountWithPassword } from '#api';
import { live, patch, post, query, session } from '../api.ts';
import { PageHead, toHead } from '../page.tsx';
import { empty, link, panel, stale, time, waiting } from '../parts.ts';
import { Danger } from '../people/danger.tsx';
import { ChangeGrants, ChangePerson } from '../people/changeaccount.tsx';
import { HandOver } from '../people/handover.tsx';
import { grantList } from '../people/grants.tsx';
import { KeyTable } from '../people/keytable.tsx';
import { ShownOnce } from '../people/secret.tsx';
import { accountState } from '../people/words.tsx';
import { isAny } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { t } from '../text.ts';

const REFRESH_SECONDS = 60;
const MOST = 10_000;

export const AccountPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const path = () => pathOf('accounts', props.id);
    const account = live<'/accounts/{id}'>(path, REFRESH_SECONDS);
    const keys = live<'/keys'>(() => query('/keys', { userName: props.id, limit: MOST }), REFRESH_SECONDS);
    const given = ref<AccountWithPassword | null>(null);
    const invited = ref<string | null>(null);
    const changing = ref<'person' | 'grants' | 'leaving' | null>(null);
    const mayChange = isAny(['account-administrator']);

    function closed(): void {
      changing.value = null;
      given.value = null;
      toHead();
    }

    async function changed(): Promise<void> {
      closed();
      await Promise.all([account.refresh(), keys.refresh()]);
    }

    const change = (what: 'person' | 'grants', name: string) =>
      mayChange && changing.value === null
        ? [<button type='button' onClick={() => (changing.value = what)}>{name}</button>]
        : [];

    async function reset(reason: string): Promise<void> {
      given.value = await post<'/accounts/{id}/password'>(`${path()}/password`, { reason });
      await account.refresh();
    }

    async function endSessions(reason: string): Promise<void> {
      await post<'/accounts/{id}/end-sessions'>(`${path()}/end-sessions`, { reason });
      await account.refresh();
    }

    async function resetFactor(reason: string): Promise<void> {
      await post<'/accounts/{id}/second-factor/reset'>(`${path()}/second-factor/reset`, { reason });
      await account.refresh();
    }

    async function unlink(reason: string): Promise<void> {
      await post<'/accounts/{id}/link/removal'>(`${path()}/link/removal`, { reason });
      await account.refresh();
    }

    async function invite(reason: string): Promise<void> {
      const { sent, email } = await post<'/accounts/{id}/invitation'>(`${path()}/invitation`, { reason });
      invited.value = t(sent ? 'account.invited' : 'account.notInvited', { email });
      await account.refresh();
    }

    async function setState(it: Account, state: Account['state'], reason: string): Promise<void> {
      await patch<'/accounts/{id}'>(path(), { version: it.version, state, reason });
      await changed();
    }

    /** Nobody shuts himself out, nor gives himself a password that way. */
    const security = (it: Account): VNodeChild => {
      if (it.userName === session.value?.userName) {
        return <p class='hint'>{t('account.own')} {link('/password', t('password.title'))}</p>;
      }
      const name = { name: it.fullName };
      return it.state === 'CLOSED'
        ? (
          <Danger
            key='open'
            mild
            action={t('account.doOpen')}
            consequence={t('account.doOpenMeans', name)}
            send={(reason: string) => setState(it, 'OPEN', reason)}
          />
        )
        : (
          <div class='dangers'>
            <Danger key='reset' action={t('account.reset')} consequence={t('account.resetMeans', name)} send={reset} />
            {it.email
              ? (
                <Danger
                  key='invite'
                  mild
                  action={t('account.invite')}
                  consequence={t('account.inviteMeans', { email: it.email })}
                  send={invite}
                />
              )
              : null}
            {it.secondFactor
              ? (
                <Danger
                  key='factor'
                  action={t('account.resetFactor')}
                  consequence={t('account.resetFactorMeans', name)}
                  send={resetFactor}
                />
              )
              : null}
            {it.linked
              ? (
                <Danger
                  key='unlink'
                  action={t('account.unlink')}
                  consequence={t('account.unlinkMeans', name)}
                  send={unlink}
                />
              )
              : null}
            <Danger
              key='end'
              action={t('account.endSessions')}
              consequence={t('account.endSessionsMeans', name)}
              send={endSessions}
            />
            {it.first ? null : (
              <button key='leave' type='button' onClick={() => (changing.value = 'leaving')}>
                {t('handOver.begin')}
              </button>
            )}
            <Danger
              key='close'
              action={t('account.close')}
              consequence={t('account.closeMeans', name)}
              send={(reason: string) => setState(it, 'CLOSED', reason)}
            />
          </div>
        );
    };

    return () => {
      const it = account.data.value;
      if (!it) {
        return [<PageHead title={props.id} crumbs={[['/accounts', t('nav.accounts')]]} />, waiting(account)];
      }
      return [
        <PageHead title={it.fullName} crumbs={[['/accounts', t('nav.accounts')]]}>
          {{ marks: () => accountState(it), default: () => <code>{it.userName}</code> }}
        </PageHead>,
        stale(account),
        given.value
          ? (
            <ShownOnce
              title={t('account.passwordOf', { name: it.fullName })}
              advice={t('account.passwordAdvice', { userName: it.userName })}
              secret={given.value.password}
              onNoted={closed}
            />
          )
          : null,
        <div class='two'>
          {panel(
            t('account.whose'),
            changing.value === 'person' ? <ChangePerson account={it} onDone={changed} onClosed={closed} /> : facts(it),
            { actions: change('person', t('account.changePerson')) },
          )}
          {panel(
            t('column.grants'),
            changing.value === 'grants' ? <ChangeGrants account={it} onDone={changed} onClosed={closed} /> : [
              grantList(it.grants),
              it.first ? <p class='hint'>{t('account.firstWhy')}</p> : null,
            ],
            { actions: it.userName === session.value?.userName ? [] : change('grants', t('account.changeGrants')) },
          )}
        </div>,
        changing.value === 'leaving' ? <HandOver account={it} onDone={changed} onClosed={closed} /> : null,
        invited.value ? <p class='done' role='status'>{invited.value}</p> : null,
        mayChange ? panel(t('account.security'), security(it)) : null,
        panel(
          t('nav.keys'),
          !keys.data.value
            ? waiting(keys)
            : keys.data.value.rows.length
            ? <KeyTable keys={keys.data.value.rows} own={false} onChanged={keys.refresh} />
            : empty(t('keys.none'), t('keys.noneOfAccount')),
          mayChange && it.state === 'OPEN'
            ? {
              actions: [link(address('/keys', { tab: 'all', add: it.userName }), t('keys.add'), { class: 'button' })],
            }
            : {},
        ),
      ];
    };
  },
});

function facts(it: Account): VNode {
  const line = (name: string, value: VNodeChild) => [<dt>{name}</dt>, <dd>{value}</dd>];
  return (
    <dl class='facts'>
      {line(t('signIn.userName'), <code>{it.userName}</code>)}
      {line(t('column.person'), it.fullName)}
      {line(t('column.email'), it.email ?? '—')}
      {line(t('column.phone'), it.phone ?? '—')}
      {line(t('column.lastSignIn'), it.lastSignIn ? time(it.lastSignIn) : t('account.neverSignedIn'))}
      {line(t('account.factor'), t(it.secondFactor ? 'document.yes' : 'document.no'))}
      {it.linked ? line(t('account.linked'), t('document.yes')) : null}
      {line(t('column.created'), [time(it.createdAt), ` · ${it.createdBy}`])}
      {isAny(['auditor'])
        ? line(t('nav.audit'), [
          link(address('/audit-log', { who: it.userName }), t('account.didWhat')),
          ' · ',
          link(address('/audit-log', { kind: 'account', id: it.userName }), t('account.wasChanged')),
        ])
        : null}
    </dl>
  );
}
