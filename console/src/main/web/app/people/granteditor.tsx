// Rights, edited: roles, and for each what it is for.
import { defineComponent, nextTick, ref } from 'vue';
import type { PropType } from 'vue';
import type { Role } from '#api';
import { valueOf } from '../form.ts';
import { t } from '../text.ts';
import { KINDS_OF, kindsFor } from './drafts.ts';
import type { Draft, ScopeKind } from './drafts.ts';
import { ScopePicker } from './scopepicker.tsx';

const ROLES = Object.keys(KINDS_OF) as Role[];

export const GrantEditor = defineComponent({
  props: { drafts: { type: Array as PropType<Draft[]>, required: true } },
  emits: { changed: (_drafts: Draft[]) => true },
  setup(props, { emit }) {
    const replace = (at: number, draft: Draft) =>
      emit('changed', props.drafts.map((each, i) => (i === at ? draft : each)));

    const box = ref<HTMLElement | null>(null);

    /** What is focused next, where what was pressed may be gone. */
    async function change(drafts: Draft[], next: string): Promise<void> {
      emit('changed', drafts);
      await nextTick();
      box.value?.querySelector<HTMLElement>(next)?.focus();
    }

    const add = () =>
      change([...props.drafts, { role: 'officer', kind: 'parks', ids: [] }], '.grant:last-of-type select');

    /** Another role is for what it is usually given for; what was picked stays where that is of the same kind. */
    function chooseRole(at: number, role: Role): void {
      const { kind, ids } = props.drafts[at];
      replace(at, KINDS_OF[role].includes(kind) ? { role, kind, ids } : { role, kind: KINDS_OF[role][0], ids: [] });
    }

    const line = (draft: Draft, at: number) => (
      <fieldset class='grant' key={at}>
        <legend>{t('grants.right', { n: at + 1 })}</legend>
        <div class='filters'>
          <select
            aria-label={t('grants.role')}
            value={draft.role}
            onChange={(event: Event) => chooseRole(at, valueOf(event) as Role)}
          >
            {ROLES.map((role) => <option value={role} key={role}>{t(`role.${role}`)}</option>)}
          </select>
          <select
            aria-label={t('grants.for')}
            value={draft.kind}
            onChange={(event: Event) => replace(at, { ...draft, kind: valueOf(event) as ScopeKind, ids: [] })}
          >
            {kindsFor(draft).map((kind) => <option value={kind} key={kind}>{t(`grants.kind.${kind}`)}</option>)}
          </select>
          <button type='button' onClick={() => change(props.drafts.filter((_, i) => i !== at), '.add-grant')}>
            {t('grants.remove')}
          </button>
        </div>
        <p class='hint'>{t(`grants.does.${draft.role}`)}</p>
        {draft.kind === 'district' ? null : (
          <ScopePicker
            key={draft.kind}
            kind={draft.kind}
            ids={draft.ids}
            onChosen={(ids: string[]) => replace(at, { ...draft, ids })}
          />
        )}
      </fieldset>
    );

    return () => (
      <div ref={box} class='grant-editor'>
        {props.drafts.map(line)}
        {props.drafts.length ? null : <p class='hint'>{t('grants.none')}</p>}
        <button type='button' class='add-grant' onClick={add}>{t('grants.add')}</button>
      </div>
    );
  },
});
