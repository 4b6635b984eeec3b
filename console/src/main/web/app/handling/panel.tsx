// What whoever looks can do about a case now: a button for each, and the form of the one that is chosen.
import { defineComponent, ref, watch } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Alert } from '#api';
import { dateTime } from '../format.ts';
import { link, panel } from '../parts.ts';
import { mayOpen } from '../rights.ts';
import { route } from '../route.ts';
import { say, t } from '../text.ts';
import { ActForm } from './form.tsx';
import { levelMark, stageMark } from './words.tsx';
import type { Handling } from './words.tsx';

/** What leads on stands first and is offered as such; the rest beside it. */
const LEADING = ['answer', 'report-rectified', 'close', 'review', 'verify', 'rectify', 'push', 'acknowledge'];

export const HandlingPanel = defineComponent({
  props: { it: { type: Object as PropType<Alert>, required: true } },
  emits: { done: () => true },
  setup(props, { emit }) {
    // Whoever comes by a way to an action begins with its form.
    const chosen = ref<string | null>(route.value.query.act ?? null);
    // What somebody has begun to fill in outlasts steps that come in meanwhile.
    watch(() => props.it.id, () => (chosen.value = null));

    const buttons = (open: NonNullable<Handling['actions']>): VNode => {
      const free = open.filter((each) => !each.refused);
      // Where the next step is somebody else's, nothing else is offered in its place: it might be an order.
      const leading = LEADING.find((code) => open.some((each) => each.action === code));
      const inOrder = [...free].sort((a, b) => Number(b.action === leading) - Number(a.action === leading));
      return (
        <div class='act-buttons'>
          {inOrder.map((each) => (
            <button
              type='button'
              key={each.action}
              class={each.action === leading ? 'primary' : null}
              aria-expanded={chosen.value === each.action}
              onClick={() => (chosen.value = chosen.value === each.action ? null : each.action)}
            >
              {say(each.name)}
            </button>
          ))}
        </div>
      );
    };

    return () => {
      const { it } = props;
      const handling = it.handling!;
      const open = handling.actions ?? [];
      const action = open.find((each) => each.action === chosen.value && !each.refused);
      return panel(t('handling.title'), [
        <dl class='facts handling-facts'>
          <dt>{t('handling.stage')}</dt>
          <dd>{stageMark(handling)}</dd>
          <dt>{t('handling.level')}</dt>
          <dd>{levelMark(handling)}</dd>
          {handling.due && !handling.over
            ? [
              <dt>{t('handling.due')}</dt>,
              <dd>
                {[
                  dateTime(handling.due),
                  handling.term ? <span class='soft'>（{say(handling.term.name)}）</span> : null,
                ]}
              </dd>,
            ]
            : null}
          {handling.procedure
            ? [
              <dt>{t('handling.procedure')}</dt>,
              <dd>
                {mayOpen('/case-procedures')
                  ? link(`/case-procedures?version=${handling.procedure.version}`, say(handling.procedure.name))
                  : say(handling.procedure.name)}{' '}
                <span class='soft'>{t('handling.version', { n: handling.procedure.version })}</span>
              </dd>,
            ]
            : null}
        </dl>,
        open.some((each) => !each.refused)
          ? buttons(open)
          : handling.side
          ? <p class='hint'>{t('handling.nothing')}</p>
          : null,
        action
          ? (
            <ActForm
              key={`${it.id} ${action.action}`}
              it={it}
              action={action}
              onDone={() => {
                chosen.value = null;
                emit('done');
              }}
              onOvertaken={() => emit('done')}
              onCancelled={() => (chosen.value = null)}
            />
          )
          : null,
        open.filter((each) => each.refused).map((each) => (
          <p class='hint' key={each.action}>
            {t('handling.refused', { name: say(each.name), why: say(each.refused) })}
          </p>
        )),
      ]);
    };
  },
});
