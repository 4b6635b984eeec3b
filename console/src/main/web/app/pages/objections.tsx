// Objections of enterprises: all of them, open, overdue or over; and one, with its documents, to be decided or taken back.
import { computed, defineComponent } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Objection } from '#api';
import { live, query } from '../api.ts';
import { AttachmentPanel, hasAttachments } from '../attachment/panel.tsx';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { CorrectObjectedMonth, DecideObjection, WithdrawObjection } from '../objections/decide.tsx';
import { objectionState } from '../objections/mark.tsx';
import { ObjectionTable } from '../objections/table.tsx';
import { isAny } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import { openTab, Tabs } from '../tabs.tsx';
import type { Tab } from '../tabs.tsx';
import { say, t } from '../text.ts';

const MOST = 10_000;
const OVER = 'upheld,partly,rejected,withdrawn';

export const ObjectionsPage = defineComponent({
  setup() {
    const tabs = (): Tab[] => [
      ['open', t('objection.tab.open')],
      ['overdue', t('objection.tab.overdue')],
      ['over', t('objection.tab.over')],
    ];
    const path = computed(() => {
      const tab = openTab(tabs());
      return query('/objections', {
        state: tab === 'over' ? OVER : 'open',
        overdue: tab === 'overdue' ? 'true' : null,
        sort: tab === 'over' ? '-endedAt' : 'dueOn',
        limit: MOST,
      });
    });
    const found = live<'/objections'>(() => path.value, 30);
    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('nav.objections')}>
          {{
            marks: () => (it?.overdue ? badge('bad', t('objection.overdueCount', { n: it.overdue })) : null),
            default: () => t('objection.note'),
          }}
        </PageHead>,
        stale(found),
        <Tabs tabs={tabs()} />,
        panel(
          t('nav.objections'),
          !it
            ? waiting(found)
            : it.rows.length
            ? <ObjectionTable rows={it.rows} whose file={path.value} />
            : empty(t('objection.none'), t('objection.noneAdvice')),
          { note: it ? t('objection.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});

export const ObjectionPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/objections/{id}'>(() => pathOf('objections', props.id), 30);
    const again = () => void found.refresh();
    return () => {
      const it = found.data.value;
      const crumbs: [string, string][] = [['/objections', t('nav.objections')]];
      if (!it) {
        return [<PageHead title={props.id} crumbs={crumbs} />, waiting(found)];
      }
      return [
        <PageHead title={say(it.name)} crumbs={crumbs}>
          {{
            marks: () => [objectionState(it), it.overdue ? badge('bad', t('objection.overdue')) : null],
            default: () => [
              it.number,
              ' · ',
              link(pathOf('enterprises', it.enterprise.id), say(it.enterprise.name)),
            ],
          }}
        </PageHead>,
        stale(found),
        it.edit ? edit(it) : null,
        <div class='case'>
          <div>
            {panel(t('objection.what'), facts(it))}
            {hasAttachments('objection')
              ? <AttachmentPanel key={it.state} kind='objection' id={it.number} fixed={!it.may.attach} />
              : null}
          </div>
          <div>
            {it.may.decide ? <DecideObjection key={it.number} it={it} onDecided={again} /> : null}
            {it.deciders ? deciders(it) : null}
            {it.may.correct ? <CorrectObjectedMonth it={it} onDone={again} /> : null}
            {it.may.withdraw ? <WithdrawObjection it={it} onDone={again} /> : null}
            {panel(t('case.steps'), <ol class='steps'>{it.steps.map(step)}</ol>)}
          </div>
        </div>,
      ];
    };
  },
});

/** Where what was wrong is put right, with the reason filled in; by two people, as any such edit. */
function edit(it: Objection): VNode {
  const { kind, id } = it.edit!;
  const to = address(pathOf('registry', `${kind}:${id}`), {
    edit: '1',
    reason: t('objection.editReason', { number: it.number }),
  });
  return (
    <p class='stale' role='status'>
      {t('objection.toEdit')}{' '}
      {isAny(['officer', 'operator']) ? link(to, t('objection.edit'), { class: 'button' }) : null}
    </p>
  );
}

function facts(it: Objection): VNode {
  const line = (name: string, value: VNodeChild) => (value ? [<dt>{name}</dt>, <dd>{value}</dd>] : []);
  return (
    <dl class='facts'>
      {line(t('objection.about'), [t(`objection.kind.${it.kind.toLowerCase() as 'mean'}`), ' · ', thing(it)])}
      {line(t('objection.reason'), it.reason)}
      {line(t('objection.filedAt'), [time(it.filedAt), ' · ', it.filedBy])}
      {line(t('objection.dueOn'), it.dueOn)}
      {it.ending
        ? [
          ...line(t('objection.endedAt'), [time(it.ending.at), ' · ', say(it.ending.by)]),
          ...line(t('objection.words'), it.ending.words),
          ...line(t('objection.basis'), it.ending.basis),
          ...line(
            t('objection.part'),
            it.ending.from ? [time(it.ending.from), ' — ', time(it.ending.to)] : null,
          ),
        ]
        : null}
      {it.correction
        ? [
          ...line(t('objection.awaitsWhat'), [
            say(it.correction.text),
            it.correction.reference ? ` · ${it.correction.reference}` : null,
            it.correction.cameAt ? null : [' · ', t('objection.awaits')],
          ]),
          ...line(
            t('objection.came'),
            it.correction.cameAt ? [time(it.correction.cameAt), ' · ', say(it.correction.by!)] : null,
          ),
        ]
        : null}
    </dl>
  );
}

/** What it is about, with the way to it. */
function thing(it: Objection): VNode {
  const name = say(it.name);
  switch (it.kind) {
    case 'CASE':
      return link(pathOf('cases', it.thing.id), name);
    case 'MEAN':
      return link(
        address(pathOf('points', it.thing.id.slice(0, it.thing.id.lastIndexOf('/'))), {
          span: `${it.thing.from!.slice(0, 10)}..${it.thing.to!.slice(0, 10)}`,
        }),
        name,
      );
    case 'LIMIT':
      return link(pathOf('registry', `limit:${it.thing.id}`), name);
    case 'TARGET':
      return link(pathOf('registry', `target:${it.thing.id}`), name);
    default:
      return link(pathOf('enterprises', it.enterprise.id), name);
  }
}

/** Who cannot decide, and who is left. */
function deciders(it: Objection): VNode {
  return panel(t('objection.deciders'), [
    <p>{say(it.deciders!.text)}</p>,
    it.involved.length
      ? (
        <details class='more'>
          <summary>{t('objection.involved', { n: it.involved.length })}</summary>
          <ul>{it.involved.map((each) => <li>{each.name}: {say(each.text)}</li>)}</ul>
        </details>
      )
      : null,
  ]);
}

function step(it: Objection['steps'][number]): VNode {
  return (
    <li key={it.number} class='step'>
      <div>
        <strong>{t(`objection.did.${it.kind}`)}</strong>{' '}
        <span class='soft'>
          {[time(it.at), ' · ', say(it.by) === 'greenpark' ? t('step.platform') : say(it.by)]}
        </span>
      </div>
      {it.words ? <blockquote>{it.words}</blockquote> : null}
    </li>
  );
}
