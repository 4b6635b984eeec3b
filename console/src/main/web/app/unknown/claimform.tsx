// Claims a device that waits: what it is and what its keys are, entered beside what they sent, tried out, and sent with a reason.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { ClaimResult } from '#api';
import { fresh, withValue } from '../document/content.ts';
import type { Content } from '../document/content.ts';
import { kindOf } from '../document/fields.ts';
import { EditSender } from '../document/form.tsx';
import type { Trial } from '../document/form.tsx';
import { claim } from '../document/save.ts';
import { valueOf } from '../form.ts';
import { t } from '../text.ts';
import { claimedField, KeyFields, suggested } from './keyfields.tsx';
import type { Entry, Waiting } from './keyfields.tsx';
import { keySummary } from './keys.tsx';

export type { Waiting } from './keyfields.tsx';

/** Its gateway is who sent it, and its name as sent is what it was sent as. */
const DEVICE = kindOf('device').fields.filter((field) => field.path !== 'gateway' && field.path !== 'sentAs');

export const ClaimForm = defineComponent({
  props: { device: { type: Object as PropType<Waiting>, required: true } },
  emits: { sent: (_result: ClaimResult) => true, closed: () => true },
  setup(props, { emit }) {
    const it = props.device;
    const isKnown = it.registered !== null;
    const id = ref(it.suggested.id);
    const device = ref<Content>(
      withValue(
        withValue(fresh(kindOf('device')), ['name'], { zh: it.device, en: it.device }),
        ['enterprise'],
        it.suggested.enterprise?.id ?? null,
      ),
    );
    const entries = ref<Record<string, Entry>>(
      Object.fromEntries(it.keys.map((key) => [key.key, suggested(it, key)])),
    );

    const taken = () => it.keys.map((key) => ({ key: key.key, ...entries.value[key.key] })).filter((each) => each.take);

    /** What is sent but for the reason; null where nothing would be claimed. */
    function body(): object | null {
      const points = taken().map(({ key, id, point }) => ({ key, ...(id ? { id } : {}), facts: {}, ...point }));
      const named = { ...(id.value ? { id: id.value } : {}), ...device.value };
      return points.length ? { ...(isKnown ? {} : { device: named }), points } : null;
    }

    function set(key: string, changes: Partial<Entry>): void {
      entries.value = { ...entries.value, [key]: { ...entries.value[key], ...changes } };
    }

    /** Ids of points that were made of the device's follow it. */
    function rename(to: string): void {
      const before = `${id.value}-`;
      id.value = to;
      for (const [key, entry] of Object.entries(entries.value)) {
        if (entry.id.startsWith(before) && to) {
          set(key, { id: `${to}-${entry.id.slice(before.length)}` });
        }
      }
    }

    return () => (
      <div class='document-form'>
        <p class='hint'>{t('unknown.claimNote')}</p>
        {isKnown ? null : (
          <div class='fields-row'>
            <label class='field'>
              <span>
                {t('unknown.deviceId')}
                <span class='needed' title={t('document.needed')}>*</span>
              </span>
              <input
                value={id.value}
                required
                pattern='[a-z0-9][a-z0-9\-]*'
                maxlength={64}
                autocomplete='off'
                onInput={(event: Event) => rename(valueOf(event).trim())}
              />
              <span class='hint'>
                {id.value === it.device ? t('document.idHint') : t('unknown.sentAs', { name: it.device })}
              </span>
            </label>
            {DEVICE.map((field) => claimedField(field, device.value, (content) => (device.value = content)))}
          </div>
        )}
        {it.keys.map((key) => (
          <KeyFields
            key={key.key}
            name={key.key}
            entry={entries.value[key.key]}
            like={it.suggested.keys[key.key].like}
            onChanged={(changes: Partial<Entry>) => set(key.key, changes)}
          >
            {keySummary(key)}
          </KeyFields>
        ))}
        <EditSender
          edits={body}
          send={(claimed: object, trial: Trial) => claim(it.id, claimed, trial)}
          onSent={(result) => emit('sent', result as ClaimResult)}
          onClosed={() => emit('closed')}
        />
      </div>
    );
  },
});
