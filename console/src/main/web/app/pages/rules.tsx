// By what cases are judged: all rules, one of them with its versions, and what holds for something on a day.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { AlertRule, EffectiveRules, LegalBasis } from '#api';
import { live, query } from '../api.ts';
import { idCalled } from '../document/choose.ts';
import { valueOf } from '../form.ts';
import { dated, health } from '../health.ts';
import { openReview } from '../openreview.tsx';
import { announce, PageHead, toHead } from '../page.tsx';
import { badge, link, listed, panel, stale, time, waiting } from '../parts.ts';
import { isAnyOfWhole } from '../rights.ts';
import { go, param, pathOf, setQuery } from '../route.ts';
import { BasisForm } from '../rules/basisform.tsx';
import { DependenciesPanel } from '../rules/dependencies.tsx';
import { RuleForm } from '../rules/form.tsx';
import { aboutRule, basesOf, marks, parametersText, periodText } from '../rules/words.tsx';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';

const REFRESH_SECONDS = 300;
const ASKED = ['enterprise', 'outlet', 'device', 'point'] as const;

export const RulesPage = dated(defineComponent({
  setup() {
    const found = live<'/alert-rules'>(() => '/alert-rules', REFRESH_SECONDS);
    const bases = live<'/legal-bases'>(() => '/legal-bases', REFRESH_SECONDS);
    const official = isAnyOfWhole(['officer']);
    const adding = ref(false);
    /** The legal basis that is changed; empty for a new one. */
    const changing = ref<string | null>(null);
    const about = param('about', 'enterprise');
    const id = param('id');
    const day = param('day');
    const effective = live<'/effective-rules'>(
      () => (id.value ? query('/effective-rules', { [about.value]: id.value, day: day.value || null }) : null),
      REFRESH_SECONDS,
    );

    async function ask(text: string): Promise<void> {
      const plain = text.trim();
      const called = plain ? await idCalled(about.value, plain).catch(() => null) : null;
      setQuery({ id: called ?? (plain || null) });
    }

    const asking = (): VNode => (
      <div class='plan-names'>
        <label class='act-field'>
          <span>{t('rules.scope')}</span>
          <select
            value={about.value}
            onChange={(event: Event) => setQuery({ about: valueOf(event), id: null })}
          >
            {ASKED.map((each) => <option value={each} key={each}>{t(`rules.about.${each}`)}</option>)}
          </select>
        </label>
        <label class='act-field'>
          <span>{t('rules.target')}</span>
          <input
            value={id.value}
            placeholder={t('rules.targetHint')}
            onChange={(event: Event) => void ask(valueOf(event))}
          />
        </label>
        <label class='act-field'>
          <span>{t('rules.day')}</span>
          <input
            type='date'
            value={day.value || (health.value.time ?? '').slice(0, 10)}
            onChange={(event: Event) => setQuery({ day: valueOf(event) || null })}
          />
        </label>
      </div>
    );

    return () => [
      <PageHead title={t('rules.title')} crumbs={[['/cases', t('nav.cases')]]}>
        {{
          default: () => t('rules.about'),
          actions: () =>
            official && !adding.value && found.data.value && bases.data.value
              ? <button type='button' class='primary' onClick={() => (adding.value = true)}>{t('rules.add')}</button>
              : null,
        }}
      </PageHead>,
      adding.value && found.data.value && bases.data.value
        ? panel(
          t('rules.add'),
          <RuleForm
            forms={found.data.value.forms}
            bases={bases.data.value.rows}
            like={found.data.value.rows.find((each) => each.id === 'limit-exceeded') ?? null}
            onDone={(made: AlertRule | null) => {
              announce(t(made ? 'rules.done' : 'document.waits'));
              if (made) {
                go(pathOf('alert-rules', made.id));
              } else {
                adding.value = false;
                void found.refresh();
                toHead();
              }
            }}
            onCancelled={() => {
              adding.value = false;
              toHead();
            }}
          />,
        )
        : null,
      panel(t('rules.effective'), [asking(), id.value ? effectiveRows(effective.data.value, effective) : null]),
      (found.data.value?.added ?? []).map(openReview),
      panel(
        t('rules.list'),
        listed(
          found,
          (rows) => (
            <DataTable
              name='alert-rules'
              label={t('rules.list')}
              columns={columns()}
              rows={rows}
              rowKey={(it: AlertRule) => it.id}
            />
          ),
          [t('rules.none'), t('rules.noneAdvice')],
        ),
        { note: t('rules.listNote') },
      ),
      <DependenciesPanel />,
      changing.value !== null && bases.data.value
        ? panel(
          t('basis.edit'),
          <BasisForm
            key={changing.value}
            basis={bases.data.value.rows.find((each) => each.id === changing.value) ?? null}
            others={bases.data.value.rows}
            onDone={(inForce: boolean) => {
              changing.value = null;
              announce(t(inForce ? 'basis.done' : 'document.waits'));
              void bases.refresh();
              void found.refresh();
              toHead();
            }}
            onCancelled={() => (changing.value = null)}
          />,
        )
        : null,
      panel(
        t('rules.basesList'),
        bases.data.value
          ? basesTable(bases.data.value.rows, official ? (basis) => (changing.value = basis) : null)
          : waiting(bases),
        {
          note: t('rules.basesNote'),
          actions: official
            ? [<button type='button' onClick={() => (changing.value = '')}>{t('basis.add')}</button>]
            : undefined,
        },
      ),
    ];
  },
}));

function columns(): Column<AlertRule>[] {
  return [
    {
      key: 'kind',
      title: t('rules.kind'),
      sort: (row) => say(row.kindText),
      group: (row) => say(row.kindText),
      text: (row) => say(row.kindText),
      cell: (row) => link(pathOf('alert-rules', row.id), say(row.kindText)),
    },
    { key: 'id', title: t('rules.id'), sort: (row) => row.id, cell: (row) => row.id },
    {
      key: 'about',
      title: t('column.about'),
      sort: (row) => say(row.name),
      group: (row) => say(row.scopeText),
      text: (row) => say(row.name),
      cell: aboutRule,
    },
    { key: 'parameters', title: t('rules.parameters'), class: 'mute-text', cell: parametersText },
    { key: 'period', title: t('rules.period'), class: 'mute-text', sort: (row) => row.from ?? '', cell: periodText },
    {
      key: 'marks',
      title: t('column.state'),
      cell: (row) => [marks(row), row.review ? [' ', badge('warn', t('rules.waits'))] : null],
    },
    { key: 'version', title: t('rules.version'), number: true, sort: (row) => row.version, cell: (row) => row.version },
  ];
}

function effectiveRows(it: EffectiveRules | null, source: Parameters<typeof stale>[0]): VNode | VNode[] {
  return it
    ? (
      <dl class='facts'>
        {it.rows.map((row) => [
          <dt>{say(row.rule.kindText)}</dt>,
          <dd>
            {link(
              pathOf('alert-rules', row.rule.id),
              `${row.rule.id} · ${t('handling.version', { n: row.rule.version })}`,
            )}
            {` ${say(row.rule.name)} · ${say(row.rule.scopeText)} `}
            {marks(row.rule)}
            <span class='sub'>{parametersText(row.rule)}</span>
            {row.onTrial
              ? (
                <span class='sub'>
                  {badge('info', t('rules.trial'))} {link(pathOf('alert-rules', row.onTrial.id), row.onTrial.id)}
                  {` ${parametersText(row.onTrial)}`}
                </span>
              )
              : null}
          </dd>,
        ])}
      </dl>
    )
    : waiting(source);
}

function basesTable(rows: LegalBasis[], change: ((id: string) => void) | null): VNode {
  return (
    <dl class='facts'>
      {rows.map((each) => [
        <dt key={each.id}>
          {say(each.document)}
          <span class='sub'>{each.id}</span>
        </dt>,
        <dd>
          {each.article ? `${each.article} ` : ''}
          {each.confirmed ? null : badge('quiet', t('rules.unconfirmed'))}
          {each.over
            ? badge('warn', each.successor ? t('rules.followedBy', { id: each.successor }) : t('rules.over'))
            : null}
          {change ? <button type='button' onClick={() => change(each.id)}>{t('basis.change')}</button> : null}
          {openReview(each.review ?? null)}
          <span class='sub'>{say(each.text)}</span>
          <span class='sub'>
            {[
              each.from ? t('rules.fromOn', { from: each.from }) : null,
              each.to ? t('rules.until', { to: each.to }) : null,
              each.source,
            ]
              .filter((part) => part).join(' · ')}
          </span>
        </dd>,
      ])}
    </dl>
  );
}

export const RulePage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/alert-rules/{id}'>(() => pathOf('alert-rules', props.id), REFRESH_SECONDS);
    const official = isAnyOfWhole(['officer']);
    const editing = ref(false);
    const all = live<'/alert-rules'>(() => (editing.value ? '/alert-rules' : null), REFRESH_SECONDS);
    const bases = live<'/legal-bases'>(() => (editing.value ? '/legal-bases' : null), REFRESH_SECONDS);
    const ready = computed(() => editing.value && all.data.value && bases.data.value);

    return () => {
      const it = found.data.value;
      return [
        <PageHead
          title={it ? `${say(it.kindText)} · ${say(it.name)}` : props.id}
          crumbs={[['/cases', t('nav.cases')], ['/alert-rules', t('rules.title')]]}
        >
          {{
            default: () => (it ? [t('handling.version', { n: it.version }), ' ', marks(it)] : ''),
            actions: () =>
              official && it && !editing.value
                ? (
                  <button type='button' class='primary' onClick={() => (editing.value = true)}>
                    {t('rules.edit')}
                  </button>
                )
                : null,
          }}
        </PageHead>,
        stale(found),
        !it ? waiting(found) : [
          openReview(it.review ?? null),
          ready.value
            ? panel(
              t('rules.edit'),
              <RuleForm
                key={it.version}
                forms={all.data.value!.forms}
                bases={bases.data.value!.rows}
                rule={it}
                onDone={(made: AlertRule | null) => {
                  editing.value = false;
                  announce(t(made ? 'rules.done' : 'document.waits'));
                  void found.refresh();
                  toHead();
                }}
                onCancelled={() => {
                  editing.value = false;
                  toHead();
                }}
              />,
            )
            : null,
          panel(t('rules.says'), facts(it)),
          versions(it),
        ],
      ];
    };
  },
}));

function facts(it: AlertRule): VNode {
  return (
    <dl class='facts'>
      <dt>{t('column.about')}</dt>
      <dd>{aboutRule(it)}</dd>
      {it.parameters.map((each) => [
        <dt>{say(each.text)}</dt>,
        <dd>{[each.value, ' ', say(each.unit)]}</dd>,
      ])}
      <dt>{t('rules.period')}</dt>
      <dd>{periodText(it)}</dd>
      <dt>{t('rules.bases')}</dt>
      <dd>{basesOf(it)}</dd>
      {it.note ? [<dt>{t('rules.note')}</dt>, <dd>{it.note}</dd>] : null}
    </dl>
  );
}

function versions(it: AlertRule): VNode {
  return panel(
    t('procedure.versions'),
    <ol class='steps'>
      {(it.versions ?? []).map((each) => (
        <li key={each.version} class='step'>
          <strong>{t('handling.version', { n: each.version })}</strong>{' '}
          {each.version === 0 ? null : <span class='soft'>{[time(each.at), ' · ', each.by]}</span>}{' '}
          {each.trial ? badge('info', t('rules.trial')) : null}
          <p>{parametersText(each)}</p>
          <p class='soft'>
            {each.raised
              ? t(each.trial ? 'rules.wouldHaveRaised' : 'rules.raised', each.raised)
              : t('rules.raisedUnknown')}
          </p>
          <blockquote>{each.version === 0 ? t('rules.shipped') : each.reason}</blockquote>
        </li>
      ))}
    </ol>,
  );
}
