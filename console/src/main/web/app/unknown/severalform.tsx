// Claims several devices of one sender at once: what they share is entered once, what differs in a row of each; all of them or none.
import { computed, defineComponent, reactive, ref, watch } from 'vue';
import type { PropType, VNode } from 'vue';
import type { ClaimResult, RegistryEditResult } from '#api';
import { get, Refusal } from '../api.ts';
import { entered, entryAt, withValue } from '../document/content.ts';
import type { Content } from '../document/content.ts';
import { kindOf } from '../document/fields.ts';
import type { Field } from '../document/fields.ts';
import { EditSender } from '../document/form.tsx';
import type { Trial } from '../document/form.tsx';
import { FieldInput } from '../document/input.tsx';
import { claimSeveral } from '../document/save.ts';
import { pathWords } from '../document/words.tsx';
import { grouped } from '../format.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';
import { claimedField, KeyFields, suggested } from './keyfields.tsx';
import type { Entry, Waiting } from './keyfields.tsx';

const device = (path: string): Field => kindOf('device').fields.find((field) => field.path === path)!;
const SHARED: readonly Field[] = [device('enterprise'), { path: 'validFrom', type: 'time' }];
/** What each device has of its own. */
const OWN: readonly Field[] = [
  { path: 'id', type: 'text', required: true },
  device('name.zh'),
  device('name.en'),
  { path: 'ratio', type: 'decimal' },
  { path: 'outlet', type: 'id', of: 'outlet' },
];

/** Ids as proposed, each of them once. */
function distinct(all: readonly Waiting[]): Record<string, string> {
  const taken = new Set<string>();
  return Object.fromEntries(all.map((it) => {
    let id = it.suggested.id;
    for (let n = 2; taken.has(id); n++) {
      id = `${it.suggested.id}-${n}`;
    }
    taken.add(id);
    return [it.id, id];
  }));
}

/** What a key is filled in with: of the first device that something is known for. */
function shared(all: readonly Waiting[], key: string): Entry {
  const having = all.filter((it) => it.keys.some((each) => each.key === key));
  const first = having.find((it) => it.suggested.keys[key].like !== null) ?? having[0];
  const entry = suggested(first, first.keys.find((each) => each.key === key)!);
  const { name: _, validFrom: __, ...point } = entry.point;
  return { ...entry, id: '', point };
}

export const ClaimSeveralForm = defineComponent({
  props: {
    /** Ids of devices that wait, of one sender. */
    unknown: { type: Array as PropType<string[]>, required: true },
  },
  emits: { sent: (_result: ClaimResult) => true, closed: () => true },
  setup(props, { emit }) {
    const all = ref<Waiting[]>([]);
    const problem = ref<string | null>(null);
    const common = ref<Content>({});
    const rows = reactive<Record<string, Content>>({});
    const entries = reactive<Record<string, Entry>>({});
    const faults = ref<Record<string, string[]>>({});
    const keys = computed(() => [...new Set(all.value.flatMap((it) => it.keys.map((key) => key.key)))]);

    async function load(): Promise<void> {
      try {
        const found = await Promise.all(
          props.unknown.map((id) => get<'/quarantine/{id}'>(pathOf('quarantine', id))),
        );
        const ids = distinct(found);
        for (const it of found) {
          rows[it.id] = { id: ids[it.id], name: { zh: it.device, en: it.device } };
        }
        for (const key of new Set(found.flatMap((it) => it.keys.map((each) => each.key)))) {
          entries[key] = shared(found, key);
        }
        const enterprises = new Set(found.map((it) => it.suggested.enterprise?.id ?? null));
        common.value = withValue({}, ['enterprise'], enterprises.size === 1 ? [...enterprises][0] : null);
        all.value = found;
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }
    void load();

    /** A ratio of a row is that of all its keys for which none is entered above. */
    function point(key: string, row: Content): object {
      const facts = entries[key].point.facts as Content | undefined ?? {};
      return {
        key,
        ...entries[key].point,
        ...(row.outlet ? { outlet: row.outlet } : {}),
        ...(common.value.validFrom ? { validFrom: common.value.validFrom } : {}),
        facts: facts.ratio === undefined && row.ratio ? { ...facts, ratio: row.ratio } : facts,
      };
    }

    /** What is sent but for the reason; null where nothing would be claimed. */
    function body(): object | null {
      if (!all.value.length || !keys.value.some((key) => entries[key].take)) {
        return null;
      }
      return {
        devices: all.value.map((it) => {
          const row = rows[it.id];
          return {
            unknown: it.id,
            device: {
              ...(row.id ? { id: row.id } : {}),
              ...(common.value.enterprise ? { enterprise: common.value.enterprise } : {}),
              ...(row.name ? { name: row.name } : {}),
            },
            points: it.keys.filter((key) => entries[key.key].take).map((key) => point(key.key, row)),
          };
        }),
      };
    }

    // What was found wrong is of what was entered then.
    watch(() => JSON.stringify(body()), () => (faults.value = {}));

    async function send(claimed: object, trial: Trial): Promise<ClaimResult> {
      try {
        return await claimSeveral(claimed, trial);
      } catch (cause) {
        if (cause instanceof Refusal && cause.rows) {
          faults.value = Object.fromEntries(cause.rows.map((row) => [all.value[row.index].id, [row.detail]]));
        }
        throw cause;
      }
    }

    function tried(result: RegistryEditResult): void {
      const { claimed, edits } = result as ClaimResult;
      faults.value = Object.fromEntries(claimed.map((row) => [
        row.unknown,
        edits
          .filter((edit) => edit.kind === 'device' ? edit.id === row.device : row.points.includes(edit.id))
          .flatMap((edit) =>
            edit.faults.map((fault) =>
              `${fault.field ? `${pathWords(edit.kind, fault.field.split(/[./]/))} ` : ''}${say(fault.messageText)}`
            )
          ),
      ]));
    }

    function own(it: Waiting, field: Field): VNode {
      return (
        <td key={field.path}>
          <FieldInput
            field={field}
            value={entryAt(rows[it.id], field.path)}
            onEntered={(
              given: string | boolean,
            ) => (rows[it.id] = withValue(rows[it.id], field.path.split('.'), entered(field, given)))}
          />
        </td>
      );
    }

    function line(it: Waiting): VNode[] {
      const told = faults.value[it.id] ?? [];
      return [
        <tr key={it.id} class={told.length ? 'faulty' : null}>
          <th scope='row'>
            <code>{it.device}</code>
            <span class='sub'>{it.keys.slice(0, 2).map((key) => `${key.key} ${grouped(key.value)}`).join(' · ')}</span>
          </th>
          {OWN.map((field) => own(it, field))}
        </tr>,
        told.length
          ? (
            <tr key={`${it.id} faults`} class='faults'>
              <td colspan={OWN.length + 1}>
                <ul class='troubles'>{told.map((each, i) => <li key={i}>{each}</li>)}</ul>
              </td>
            </tr>
          )
          : null,
      ].filter((each) => each !== null);
    }

    return () =>
      problem.value
        ? <p class='problem' role='alert'>{problem.value}</p>
        : !all.value.length
        ? null
        : (
          <div class='document-form'>
            <p class='hint'>{t('unknown.severalNote', { n: all.value.length })}</p>
            <div class='fields-row'>
              {SHARED.map((field) => claimedField(field, common.value, (content) => (common.value = content)))}
            </div>
            <p class='hint'>{t('unknown.severalFrom')}</p>
            {keys.value.map((key) => (
              <KeyFields
                key={key}
                name={key}
                several
                entry={entries[key]}
                like={all.value.map((it) => it.suggested.keys[key]?.like).find((each) => each) ?? null}
                onChanged={(changes: Partial<Entry>) => (entries[key] = { ...entries[key], ...changes })}
              >
                {t('unknown.sentBy', {
                  n: all.value.filter((it) => it.keys.some((each) => each.key === key)).length,
                  all: all.value.length,
                })}
              </KeyFields>
            ))}
            <h3>{t('unknown.ofEach')}</h3>
            <p class='hint'>{t('unknown.ofEachNote')}</p>
            <table class='plain-table claim-rows'>
              <thead>
                <tr>
                  <th scope='col'>{t('unknown.asSent')}</th>
                  {OWN.map((field) => <th scope='col' key={field.path}>{t(COLUMNS[field.path])}</th>)}
                </tr>
              </thead>
              <tbody>{all.value.flatMap(line)}</tbody>
            </table>
            <EditSender
              edits={body}
              send={send}
              onTried={tried}
              onSent={(result) => emit('sent', result as ClaimResult)}
              onClosed={() => emit('closed')}
            />
          </div>
        );
  },
});

const COLUMNS = {
  id: 'unknown.deviceId',
  'name.zh': 'field.name.zh',
  'name.en': 'field.name.en',
  ratio: 'field.ratio',
  outlet: 'field.outlet',
} as Record<string, 'unknown.deviceId' | 'field.name.zh' | 'field.name.en' | 'field.ratio' | 'field.outlet'>;
