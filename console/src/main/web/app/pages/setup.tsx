// Setting up: from an empty registry to the first reading that counts, in steps that know how far they have come.
import { defineComponent, ref } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { RegistryEditResult } from '#api';
import { live } from '../api.ts';
import { copy } from '../copy.ts';
import { fresh, isContent, valueAt } from '../document/content.ts';
import { kindOf } from '../document/fields.ts';
import { DocumentForm, sentNotice } from '../document/form.tsx';
import { PageHead } from '../page.tsx';
import { badge, link, panel, time } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import type { TextKey } from '../text.ts';

/** What can be entered without leaving the page. */
type Entered = 'park' | 'enterprise' | 'gateway';

interface Step {
  key:
    | 'district'
    | 'park'
    | 'enterprise'
    | 'coefficients'
    | 'gateway'
    | 'message'
    | 'claim'
    | 'accept'
    | 'told'
    | 'colleagues';
  /** Null while that is not known, or nobody has told it to whoever is signed in. */
  done: boolean | null;
  /** What there is of it so far. */
  found?: VNodeChild;
  more?: VNodeChild;
  enters?: Entered;
}

/** Often enough to see a message arrive. */
const REFRESH_SECONDS = 5;
/** What people enter, on this page or another one. */
const ENTERED_SECONDS = 30;
const SHOWN = 5;

export const SetupPage = defineComponent({
  setup() {
    const registry = (kind: string) =>
      live<'/registry/{kind}'>(() => `/registry/${kind}?limit=${SHOWN}`, ENTERED_SECONDS);
    const district = registry('district');
    const parks = registry('park');
    const enterprises = registry('enterprise');
    const coefficients = registry('coefficient-set');
    const gateways = registry('gateway');
    const contacts = registry('contact');
    const devices = live<'/devices'>(() => `/devices?limit=${SHOWN}`, REFRESH_SECONDS);
    const unknown = live<'/quarantine'>(() => '/quarantine?limit=1', REFRESH_SECONDS);
    const acceptance = live<'/acceptance'>(() => '/acceptance?limit=1', REFRESH_SECONDS);
    const doors = live<'/operations'>(() => (isAny(['operator']) ? '/operations' : null), ENTERED_SECONDS);
    const accounts = live<'/accounts'>(
      () => (isAny(['account-administrator']) ? '/accounts?limit=2' : null),
      ENTERED_SECONDS,
    );
    const entering = ref<Entered | null>(null);
    const entered = ref<RegistryEditResult | null>(null);
    const problem = ref<string | null>(null);

    const documents = (of: typeof parks) => of.data.value?.documents ?? null;
    const names = (kind: string, of: typeof parks): VNodeChild => {
      const rows = documents(of);
      return rows?.length
        ? [
          rows.map((row, i) => [
            i ? t('setup.and') : null,
            link(pathOf('registry', `${kind}:${row.id}`), nameIn(row.document) ?? row.id),
          ]),
          of.data.value?.next ? ' …' : null,
        ]
        : null;
    };
    const any = (of: typeof parks) => {
      const rows = documents(of);
      return rows === null ? null : rows.length > 0;
    };

    function steps(): Step[] {
      const first = documents(district)?.[0];
      const heard = (devices.data.value?.devices ?? []).filter((each) => each.lastMessage !== null);
      const registered = devices.data.value?.count ?? 0;
      const waits = unknown.data.value?.count ?? null;
      const toAccept = acceptance.data.value?.count ?? null;
      return [
        {
          key: 'district',
          done: first ? nameIn(first.document) !== first.id : null,
          found: first ? nameIn(first.document) : null,
          more: first ? link(pathOf('registry', `district:${first.id}`), t('setup.open'), { class: 'button' }) : null,
        },
        { key: 'park', done: any(parks), found: names('park', parks), enters: 'park' },
        { key: 'enterprise', done: any(enterprises), found: names('enterprise', enterprises), enters: 'enterprise' },
        {
          key: 'coefficients',
          done: any(coefficients),
          found: names('coefficient-set', coefficients),
          more: link('/registry/coefficient-set:', t('setup.enter'), { class: 'button' }),
        },
        {
          key: 'gateway',
          done: gatewayThere(),
          found: names('gateway', gateways),
          enters: 'gateway',
          more: [
            link('/registry/device:', t('setup.enterDevice'), { class: 'button' }),
            ' ',
            link('/gateways', t('setup.handOut'), { class: 'button' }),
          ],
        },
        {
          key: 'colleagues',
          done: accounts.data.value ? accounts.data.value.count > 1 : null,
          more: isAny(['account-administrator']) ? link('/accounts', t('setup.open'), { class: 'button' }) : null,
        },
        {
          key: 'message',
          done: devices.data.value ? heard.length > 0 || Boolean(waits) : null,
          found: heard.map((each) => (
            <span class='sub' key={each.id}>
              {link(pathOf('devices', each.id), say(each.name))} {time(each.lastMessage?.arrival)}
            </span>
          )),
        },
        {
          key: 'claim',
          done: waits === null ? null : waits === 0 && registered > 0,
          found: waits ? t('setup.claim.waiting', { n: waits }) : null,
          more: waits ? link('/unknown-devices', t('setup.open'), { class: 'button' }) : null,
        },
        {
          key: 'accept',
          done: toAccept === null ? null : toAccept === 0 && registered > 0,
          found: toAccept ? t('setup.accept.waiting', { n: toAccept }) : null,
          more: toAccept ? link('/acceptance', t('setup.open'), { class: 'button' }) : null,
        },
        {
          key: 'told',
          done: any(contacts),
          found: names('contact', contacts),
          more: link('/registry/contact:', t('setup.enter'), { class: 'button' }),
        },
      ];
    }

    function gatewayThere(): boolean | null {
      const behind = any(gateways);
      const own = devices.data.value ? devices.data.value.count > 0 : null;
      return behind === null || own === null ? null : behind || own;
    }

    /** Where to send to, and a message to try it with. */
    function sending(): VNodeChild {
      const open = doors.data.value?.doors ?? [];
      const sender = documents(gateways)?.[0]?.id ?? devices.data.value?.devices[0]?.id ?? null;
      const mqtt = open.find((each) => each.name === 'mqtt')?.address ?? null;
      const [host, port] = mqtt ? mqtt.split(/[:,]/) : [];
      const device = devices.data.value?.devices[0]?.id ?? 'meter-1';
      const line = sender && host && port
        ? `mosquitto_pub -V mqttv5 -h ${host} -p ${port} -u ${sender} -P '…' -q 1 ` +
          `-t greenpark/${device}/telemetry -m '{"kwh": 1234.5}'`
        : null;
      return [
        open.length
          ? (
            <ul class='plain'>
              {open.map((each) => (
                <li key={each.name}>
                  {each.name} <code>{each.address}</code> {each.open ? null : badge('bad', t('setup.shut'))}
                </li>
              ))}
            </ul>
          )
          : <p class='hint'>{t('setup.askOperator')}</p>,
        line
          ? (
            <p class='command'>
              <code>{line}</code> <button type='button' onClick={() => void copied(line)}>{t('table.copy')}</button>
            </p>
          )
          : null,
        problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
        <p class='hint'>{t('setup.ownFormat')}</p>,
        <p class='hint'>{t('setup.refusedHere')} {link('/dead-letters', t('nav.refusals'))}</p>,
      ];
    }

    async function copied(line: string): Promise<void> {
      problem.value = null;
      try {
        await copy(line);
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    const done = (result: RegistryEditResult): void => {
      entered.value = result;
      entering.value = null;
      [parks, enterprises, gateways].forEach((each) => void each.refresh());
    };

    const form = (kind: Entered): VNode => {
      const only = documents(parks)?.length === 1 ? documents(parks)?.[0]?.id : undefined;
      const content = { ...fresh(kindOf(kind)), ...(kind === 'enterprise' && only ? { park: only } : {}) };
      return (
        <DocumentForm
          key={kind}
          kind={kindOf(kind)}
          content={content}
          onSent={done}
          onClosed={() => (entering.value = null)}
        />
      );
    };

    const buttons = (step: Step, next: Step['key'] | undefined): VNode => (
      <div class='buttons'>
        {step.enters && isAny(['officer', 'operator'])
          ? (
            <button
              type='button'
              class={step.key === next ? 'primary' : undefined}
              onClick={() => (entering.value = step.enters ?? null)}
            >
              {t('setup.enter')}
            </button>
          )
          : null}
        {step.more}
      </div>
    );

    return () => {
      const all = steps();
      const next = all.find((each) => each.done === false)?.key;
      const mayEnter = isAny(['officer', 'operator']);
      return [
        <PageHead title={t('setup.title')}>{{ default: () => t('setup.note') }}</PageHead>,
        entered.value ? sentNotice(entered.value) : null,
        <ol class='setup-steps'>
          {all.map((step) => (
            <li
              key={step.key}
              class={{ next: step.key === next }}
              aria-current={step.key === next ? 'step' : undefined}
            >
              {panel(
                t(`setup.${step.key}` satisfies TextKey),
                [
                  <p>{t(`setup.${step.key}.text` satisfies TextKey)}</p>,
                  step.found ? <p class='found'>{step.found}</p> : null,
                  step.key === 'message' ? sending() : null,
                  mayEnter && step.enters && entering.value === step.enters ? form(step.enters) : buttons(step, next),
                ],
                {
                  note: step.done === null
                    ? null
                    : step.done
                    ? badge('good', t('setup.done'))
                    : badge(step.key === next ? 'info' : 'quiet', t(step.key === next ? 'setup.next' : 'setup.later')),
                },
              )}
            </li>
          ))}
        </ol>,
      ];
    };
  },
});

/** The name in a document, in the reader's language. */
function nameIn(document: unknown): string | null {
  const name = valueAt(document, 'name');
  return isContent(name) ? say(name) : typeof name === 'string' ? name : null;
}
