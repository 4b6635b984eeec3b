// The form of a document: entered, tried out, and sent with a reason; what weighs much waits for a second person.
import { computed, defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { RegistryEditResult } from '#api';
import { valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { link } from '../parts.ts';
import { route } from '../route.ts';
import { say, t } from '../text.ts';
import { entered, entryAt, withValue } from './content.ts';
import type { Content } from './content.ts';
import { fates, matterWords } from './fates.tsx';
import type { Field, Kind } from './fields.ts';
import { GroupEditor } from './groups.tsx';
import { FieldInput } from './input.tsx';
import { change, isPossible } from './save.ts';
import type { Edit } from './save.ts';

/** How edits are sent: with what reason, and whether only to say what would become of them. */
export interface Trial {
  reason: string;
  emergency: boolean;
  dryRun: boolean;
}

/** From when on facts hold that always did. */
const EVER = '1970-01-01T00:00:00Z';

/** Tries edits out, says what would become of them, and sends them with a reason. */
export const EditSender = defineComponent({
  props: {
    /** The edits as they are now, or what else is sent; null where something needed is missing. */
    edits: { type: Function as PropType<() => object | null>, required: true },
    /** Sends something else than edits of documents. */
    send: {
      type: Function as PropType<((what: object, trial: Trial) => Promise<RegistryEditResult>) | null>,
      default: null,
    },
    basedOn: { type: Number as PropType<number | null>, default: null },
  },
  emits: {
    sent: (_result: RegistryEditResult) => true,
    tried: (_result: RegistryEditResult) => true,
    closed: () => true,
  },
  setup(props, { emit }) {
    const tried = ref<{ of: string; result: RegistryEditResult } | null>(null);
    const reason = ref(route.value.query.reason ?? '');
    const emergency = ref(false);
    const busy = ref(false);
    const problem = ref<string | null>(null);

    const now = () => JSON.stringify(props.edits());
    // What was tried stands for what is entered only as long as nothing else is.
    const stands = computed(() => (tried.value?.of === now() ? tried.value.result : null));

    async function ask(dryRun: boolean): Promise<void> {
      const edits = props.edits();
      if (!edits || busy.value) {
        return;
      }
      busy.value = true;
      problem.value = null;
      try {
        const of = now();
        const trial = { reason: reason.value.trim() || t('document.trying'), emergency: emergency.value, dryRun };
        const result = await (props.send
          ? props.send(edits, trial)
          : change({ edits: edits as Edit[], basedOn: props.basedOn, ...trial }));
        tried.value = { of, result };
        if (dryRun || !isPossible(result)) {
          emit('tried', result);
          announce(t(isPossible(result) ? 'document.possible' : 'document.notPossible'));
        } else {
          emit('sent', result);
        }
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    function sent(event: Event): void {
      event.preventDefault();
      void ask(false);
    }

    return () => {
      const result = stands.value;
      const possible = result !== null && isPossible(result);
      const unchanged = possible && result.edits.every((each) => each.outcome === 'UNCHANGED');
      return (
        <div class='sender'>
          {result ? <section aria-label={t('document.becomes')}>{fates(result)}</section> : null}
          {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
          {possible && !unchanged
            ? (
              <form class='people-form' onSubmit={sent}>
                {result.review.matters.length
                  ? <p class='stale'>{t('document.reviewed', { matters: matterWords(result.review.matters) })}</p>
                  : null}
                <label>
                  {t('document.reason')}
                  <textarea
                    rows={2}
                    required
                    maxlength={2000}
                    value={reason.value}
                    placeholder={t('document.reasonHint')}
                    onInput={(event: Event) => (reason.value = valueOf(event))}
                  >
                  </textarea>
                </label>
                {result.review.matters.length
                  ? (
                    <label class='check'>
                      <input
                        type='checkbox'
                        checked={emergency.value}
                        onChange={(event: Event) => (emergency.value = (event.target as HTMLInputElement).checked)}
                      />
                      {t('document.emergency')}
                    </label>
                  )
                  : null}
                <div class='buttons'>
                  <button type='submit' class='primary' disabled={busy.value}>
                    {t(result.review.matters.length && !emergency.value ? 'document.ask' : 'document.save')}
                  </button>
                  <button type='button' onClick={() => emit('closed')}>{t('people.cancel')}</button>
                </div>
              </form>
            )
            : (
              <div class='buttons'>
                <button
                  type='button'
                  class='primary'
                  disabled={busy.value || props.edits() === null}
                  onClick={() => ask(true)}
                >
                  {t('document.try')}
                </button>
                <button type='button' onClick={() => emit('closed')}>{t('people.cancel')}</button>
                {unchanged ? <span class='hint'>{t('document.unchanged')}</span> : null}
              </div>
            )}
        </div>
      );
    };
  },
});

/** What is said once edits are sent. */
export function sentNotice(result: RegistryEditResult): VNode {
  const request = result.review.request;
  return (
    <p class='done' role='status'>
      {result.applied ? t('document.inForce', { n: result.change }) : t('document.waits')}{' '}
      {request === null || request === undefined
        ? null
        : link(`/reviews/${request}`, t('document.toReview', { n: request }))}
    </p>
  );
}

export const DocumentForm = defineComponent({
  props: {
    kind: { type: Object as PropType<Kind>, required: true },
    /** Its id; null where it is new. */
    id: { type: String as PropType<string | null>, default: null },
    content: { type: Object as PropType<Content>, required: true },
    basedOn: { type: Number as PropType<number | null>, default: null },
  },
  emits: { sent: (_result: RegistryEditResult, _id: string) => true, closed: () => true },
  setup(props, { emit }) {
    const content = ref<Content>(props.content);
    const chosenId = ref('');
    const problems = ref<Record<string, string>>({});

    const id = () => props.id ?? (props.kind.idOf ? props.kind.idOf(content.value) : chosenId.value.trim());

    function edits(): Edit[] | null {
      return id() ? [{ kind: props.kind.code, id: id(), verb: 'put', document: content.value }] : null;
    }

    function set(field: Field, given: string | boolean): void {
      content.value = withValue(content.value, field.path.split('.'), entered(field, given));
    }

    /** A new device waits for its acceptance as the installation says, or needs none, which a second person reviews. */
    function accept(without: boolean): void {
      const acceptance = without ? { [EVER]: { state: 'accepted' } } : null;
      content.value = withValue(content.value, ['acceptance'], acceptance);
    }

    function told(result: RegistryEditResult): void {
      const faults = result.edits[0]?.faults ?? [];
      problems.value = Object.fromEntries(
        faults.map((each) => [each.field.replaceAll('/', '.'), say(each.messageText)]),
      );
    }

    return () => {
      const { kind } = props;
      return (
        <div class='document-form'>
          <div class='fields-row'>
            {props.id === null && !kind.idOf
              ? (
                <label class='field'>
                  <span>
                    {t('document.id')}
                    <span class='needed'>*</span>
                  </span>
                  <input
                    value={chosenId.value}
                    required
                    pattern='[a-z0-9][a-z0-9\-]*'
                    maxlength={64}
                    autocomplete='off'
                    onInput={(event: Event) => (chosenId.value = valueOf(event))}
                  />
                  <span class='hint'>{t('document.idHint')}</span>
                </label>
              )
              : null}
            {kind.fields.map((field) => (
              <FieldInput
                key={field.path}
                field={field}
                value={entryAt(content.value, field.path)}
                subject={String(content.value.scope ?? 'enterprise')}
                problem={problems.value[field.path] ?? null}
                disabled={props.id !== null && kind.idOf !== null &&
                  ['scope', 'subject', 'enterprise', 'month'].includes(field.path)}
                onEntered={(given: string | boolean) => set(field, given)}
              />
            ))}
          </div>
          {kind.groups.map((group) => (
            <GroupEditor
              key={group.path}
              group={group}
              content={content.value}
              problems={problems.value}
              onChanged={(changed: Content) => (content.value = changed)}
            />
          ))}
          {props.id === null && kind.code === 'device'
            ? (
              <label class='check'>
                <input
                  type='checkbox'
                  name='acceptance'
                  checked={content.value.acceptance === undefined}
                  onChange={(event: Event) => accept(!(event.target as HTMLInputElement).checked)}
                />
                {t('acceptance.asked')}
              </label>
            )
            : null}
          <EditSender
            edits={edits}
            basedOn={props.basedOn}
            onTried={told}
            onSent={(result: RegistryEditResult) => emit('sent', result, id())}
            onClosed={() => emit('closed')}
          />
        </div>
      );
    };
  },
});
