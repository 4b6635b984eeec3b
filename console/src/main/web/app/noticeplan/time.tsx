// When people work, when digests go out, and how many messages one gets a day: to read and to edit.
import type { VNode } from 'vue';
import type { NoticePlan } from '#api';
import { valueOf } from '../form.ts';
import { panel } from '../parts.ts';
import { t, word } from '../text.ts';
import { byYear, DAYS, listOf } from './words.ts';

/** Who may be told how a week went. */
const ROLES = ['leader', 'officer', 'grid-officer', 'auditor'] as const;
/** Channels that may have a cap of their own, beside those that have one. */
const CHANNELS = ['mail', 'sms', 'dingtalk', 'wecom', 'feishu', 'webhook'];

/** To read. */
export function timePanel({ time, caps, monday }: NoticePlan): VNode {
  const dates = (all: readonly string[] = []) =>
    all.length
      ? byYear(all).map(([year, days]) => <div key={year}>{`${year}: ${days.join(t('procedure.between'))}`}</div>)
      : '—';
  const ofEnterprise = Object.entries(caps.enterprise ?? {});
  return panel(
    t('plan.time'),
    <dl class='facts plan-time'>
      <dt>{t('plan.workingTime')}</dt>
      <dd>
        {DAYS.filter((each) => time.days?.includes(each)).map((each) => t(`plan.day.${each}`)).join(
          t('procedure.between'),
        )} {time.from}–{time.to}
      </dd>
      <dt>{t('plan.digestAt')}</dt>
      <dd>{t(time.digestOnDaysOff ? 'plan.everyDay' : 'plan.workdaysOnly', { at: time.digestAt })}</dd>
      <dt>{t('monday.title')}</dt>
      <dd>{mondayText(monday)}</dd>
      <dt>{t('plan.holidays')}</dt>
      <dd>{dates(time.holidays)}</dd>
      <dt>{t('plan.workdays')}</dt>
      <dd>{dates(time.workdays)}</dd>
      <dt>{t('plan.capOffice')}</dt>
      <dd>{t('plan.cap', { n: caps.office })}</dd>
      <dt>{t('plan.capEnterprise')}</dt>
      <dd>
        {ofEnterprise.map(([channel, n]) => (
          <div key={channel}>{`${word('channel', channel)}: ${t('plan.cap', { n })}`}</div>
        ))}
        {t(ofEnterprise.length ? 'plan.othersUncapped' : 'plan.uncapped')}
      </dd>
    </dl>,
    { note: t('plan.forAll') },
  );
}

type Weekly = NoticePlan['monday'];

function mondayText(it: Weekly): string {
  return it && it.roles.length + (it.groups ?? []).length > 0
    ? t('plan.mondayAt', {
      at: it.at,
      who: [...it.roles.map((each) => word('role', each)), ...(it.groups ?? [])].join(t('procedure.between')),
    })
    : t('plan.mondayNever');
}

/** Who is told on Mondays; without roles and groups nobody is. */
function mondayEdit(it: NoticePlan): VNode {
  const now = (): NonNullable<Weekly> => it.monday ?? { at: it.time.digestAt ?? '08:30', roles: [], groups: [] };
  return (
    <fieldset class='plan-monday'>
      <legend>{t('monday.title')}</legend>
      <label>
        {t('plan.mondayHour')}
        <input
          type='time'
          name='monday.at'
          value={now().at}
          required
          onChange={(event: Event) => (it.monday = { ...now(), at: valueOf(event) })}
        />
      </label>
      {ROLES.map((role) => (
        <label class='check' key={role}>
          <input
            type='checkbox'
            checked={now().roles.includes(role)}
            onChange={(event: Event) => {
              const on = (event.target as HTMLInputElement).checked;
              it.monday = { ...now(), roles: ROLES.filter((each) => each === role ? on : now().roles.includes(each)) };
            }}
          />
          {t(`role.${role}`)}
        </label>
      ))}
      <label>
        {t('plan.mondayGroups')}
        <input
          name='monday.groups'
          value={(now().groups ?? []).join(' ')}
          onChange={(event: Event) => (it.monday = { ...now(), groups: listOf(valueOf(event)) })}
        />
      </label>
    </fieldset>
  );
}

/** What was typed for a number; what is no number goes to the server as it is, which says so. */
function numberOf(text: string): number {
  return (/^\d+$/.test(text) ? Number(text) : text) as number;
}

/** To edit: what is typed goes into the draft at once. */
export function timeEdit(plan: NoticePlan): VNode {
  const { time, caps } = plan;
  const clock = (field: 'from' | 'to' | 'digestAt', name: string): VNode => (
    <label>
      {name}
      <input
        type='time'
        name={field}
        value={time[field]}
        required
        onChange={(event: Event) => (time[field] = valueOf(event))}
      />
    </label>
  );
  const dates = (field: 'holidays' | 'workdays', name: string): VNode => (
    <label>
      {name}
      <textarea
        name={field}
        rows={5}
        spellcheck={false}
        value={(time[field] ?? []).join('\n')}
        onChange={(event: Event) => (time[field] = listOf(valueOf(event)))}
      >
      </textarea>
    </label>
  );
  const channels = [...new Set([...CHANNELS, ...Object.keys(caps.enterprise ?? {})])];
  return panel(
    t('plan.time'),
    <div class='plan-edit'>
      <fieldset>
        <legend>{t('plan.days')}</legend>
        {DAYS.map((each) => (
          <label class='check' key={each}>
            <input
              type='checkbox'
              checked={time.days?.includes(each) ?? false}
              onChange={(event: Event) => {
                const on = (event.target as HTMLInputElement).checked;
                time.days = DAYS.filter((day) => day === each ? on : time.days?.includes(day));
              }}
            />
            {t(`plan.day.${each}`)}
          </label>
        ))}
      </fieldset>
      <div class='plan-names'>
        {[clock('from', t('plan.from')), clock('to', t('plan.to')), clock('digestAt', t('plan.digestAt'))]}
      </div>
      <label class='check'>
        <input
          type='checkbox'
          checked={time.digestOnDaysOff}
          onChange={(event: Event) => (time.digestOnDaysOff = (event.target as HTMLInputElement).checked)}
        />
        {t('plan.digestOnDaysOff')}
      </label>
      <div class='plan-names'>
        {[dates('holidays', t('plan.holidaysEdit')), dates('workdays', t('plan.workdaysEdit'))]}
      </div>
      <p class='hint'>{t('plan.datesHint')}</p>
      <fieldset class='plan-caps'>
        <legend>{t('plan.caps')}</legend>
        <label>
          {t('plan.capOffice')}
          <input
            class='short'
            name='caps.office'
            inputmode='numeric'
            value={String(caps.office ?? '')}
            onChange={(event: Event) => (caps.office = numberOf(valueOf(event).trim()))}
          />
        </label>
        {channels.map((channel) => (
          <label key={channel}>
            {t('plan.capBy', { channel: word('channel', channel) })}
            <input
              class='short'
              inputmode='numeric'
              value={String(caps.enterprise?.[channel] ?? '')}
              onChange={(event: Event) => {
                const text = valueOf(event).trim();
                const { [channel]: _, ...others } = caps.enterprise ?? {};
                caps.enterprise = text ? { ...others, [channel]: numberOf(text) } : others;
              }}
            />
          </label>
        ))}
      </fieldset>
      <p class='hint'>{t('plan.capsHint')}</p>
      {mondayEdit(plan)}
    </div>,
    { note: t('plan.forAll') },
  );
}
