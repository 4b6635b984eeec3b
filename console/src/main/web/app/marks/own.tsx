// What an enterprise's people have to do, first on its page: cases with the time left, marks of own data, the monthly return. It is made for a phone.
import { defineComponent } from 'vue';
import type { VNode } from 'vue';
import type { Alert, ReturnLine } from '#api';
import { live, query } from '../api.ts';
import { dateTime, duration } from '../format.ts';
import { health } from '../health.ts';
import { levelMark, stageMark } from '../handling/words.tsx';
import { badge, link, panel, stale, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { say, t } from '../text.ts';

const SHOWN = 5;
const REFRESH_SECONDS = 30;

/** Whether the page of an enterprise is that of its own people. */
export function isOwnDesk(): boolean {
  return isAny(['enterprise-contact']);
}

export const OwnDesk = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const cases = live<'/alerts'>(
      () => query('/alerts', { enterprise: props.id, over: 'false', limit: SHOWN }),
      REFRESH_SECONDS,
    );
    const marks = live<'/marks'>(() => query('/marks', { enterprise: props.id, state: 'submitted' }), REFRESH_SECONDS);
    const returns = live<'/returns'>(() => '/returns?limit=1000', REFRESH_SECONDS);

    const own = (): ReturnLine | undefined => returns.data.value?.rows.find((each) => each.enterprise.id === props.id);

    return () =>
      panel(t('own.title'), [
        stale(cases),
        cases.data.value ? list(cases.data.value.alerts, cases.data.value.count, props.id) : waiting(cases),
        <ul class='own-ways'>
          <li>
            {link(address('/marks', { make: 'yes', enterprise: props.id }), t('mark.make'), { class: 'button' })}
            {marks.data.value?.rows.length
              ? link(
                address('/marks', { enterprise: props.id, state: 'submitted' }),
                t('own.marks', {
                  n: marks.data.value.rows.length,
                }),
              )
              : link(address('/marks', { enterprise: props.id }), t('own.allMarks'))}
          </li>
          {returnLine(own())}
        </ul>,
      ]);
  },
});

function list(all: readonly Alert[], count: number, id: string): VNode | VNode[] {
  if (!all.length) {
    return <p class='hint'>{t('own.noCases')}</p>;
  }
  return [
    <ul class='own-cases'>{all.map(line)}</ul>,
    ...(count > all.length
      ? [
        <p class='hint'>
          {link(address('/cases', { enterprise: id, state: 'all', over: 'false' }), t('cases.allOf', { n: count }))}
        </p>,
      ]
      : []),
  ];
}

/** A case, with the time that is left and the way straight to the form that is wanted. */
function line(it: Alert): VNode {
  const { handling } = it;
  const answers = handling && ['pushed', 'acknowledged', 'returned'].includes(handling.stage);
  const path = pathOf('cases', it.id);
  return (
    <li key={it.id}>
      <div>
        {link(path, say(it.title))}
        <span class='sub'>
          {handling?.number} {handling ? [stageMark(handling), ' ', levelMark(handling)] : null}
        </span>
        {handling?.due ? <span class='sub'>{left(handling.due)}</span> : null}
      </div>
      {answers ? link(`${path}?act=answer`, t('own.answer'), { class: 'button primary' }) : null}
    </li>
  );
}

function left(due: string): VNode {
  const seconds = Math.round((Date.parse(due) - Date.parse(health.value.time ?? due)) / 1000);
  return seconds < 0
    ? badge('bad', t('own.late', { at: dateTime(due) }))
    : badge(seconds < 2 * 3600 ? 'warn' : 'info', t('own.left', { time: duration(seconds), at: dateTime(due) }));
}

function returnLine(it: ReturnLine | undefined): VNode | null {
  return it
    ? (
      <li>
        {link(pathOf('returns', `${it.enterprise.id}:${it.period}`), t('own.return', { month: it.period }), {
          class: 'button',
        })}
        <span class='sub'>
          {t(`return.state.${it.state}`)}
          {` · ${t('own.due', { day: it.dueOn })}`}
        </span>
      </li>
    )
    : null;
}
