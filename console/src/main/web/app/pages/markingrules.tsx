// By when own data are marked, by when that is decided and what it does: read by all who have to do with marks, changed by officers of the whole district.
import { computed, defineComponent, ref } from 'vue';
import type { VNode } from 'vue';
import type { MarkingRules } from '#api';
import { live, put, query } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { announce, PageHead } from '../page.tsx';
import { badge, link, panel, stale, time, waiting } from '../parts.ts';
import { isAnyOfWhole } from '../rights.ts';
import { address, param } from '../route.ts';
import { say, t, word } from '../text.ts';

type Rule = MarkingRules['rules'][number];

const EFFECTS = ['none', 'invalid', 'exempt'] as const;
const REFRESH_SECONDS = 300;

export const MarkingRulesPage = defineComponent({
  setup() {
    const version = param('version');
    const path = computed(() => query('/marking-rules', { version: version.value || null }));
    const found = live<'/marking-rules'>(() => path.value, REFRESH_SECONDS);
    const draft = ref<MarkingRules | null>(null);

    const form = useForm(async (fields) => {
      const it = draft.value!;
      await put<'/marking-rules'>('/marking-rules', {
        based: it.version,
        reason: String(fields.get('reason') ?? ''),
        term: it.term,
        decideWithin: it.decideWithin,
        longest: it.longest,
        rules: it.rules.map(tidy),
      });
      draft.value = null;
      version.value = '';
      announce(t('marking.done'));
      await found.refresh();
    });

    const text = (label: string, value: string | null | undefined, change: (text: string) => void): VNode => (
      <label class='act-field'>
        <span>{label}</span>
        <input value={value ?? ''} onChange={(event: Event) => change(valueOf(event).trim())} />
      </label>
    );

    const check = (label: string, value: boolean, change: (on: boolean) => void): VNode => (
      <label class='check'>
        <input
          type='checkbox'
          checked={value}
          onChange={(event: Event) => change((event.target as HTMLInputElement).checked)}
        />
        {label}
      </label>
    );

    /** One that is none yet, before the last, which is for all. */
    function add(it: MarkingRules): void {
      it.rules.splice(it.rules.length - 1, 0, {
        code: `rule-${it.rules.length}`,
        name: { zh: '', en: '' },
        kinds: ['start-up'],
        industries: [],
        effect: 'exempt',
        longest: '4h',
        perYear: null,
        file: true,
        source: { zh: '', en: '' },
        confirmed: false,
      });
    }

    const edited = (it: MarkingRules, rule: Rule, index: number): VNode => {
      const last = index === it.rules.length - 1;
      return (
        <fieldset key={index} class='marking-rule'>
          <legend>{say(rule.name) || rule.code}</legend>
          <div class='plan-names'>
            {text(t('marking.code'), rule.code, (value) => (rule.code = value))}
            {text(t('marking.nameZh'), rule.name.zh, (value) => (rule.name = { ...rule.name, zh: value }))}
            {text(t('marking.nameEn'), rule.name.en, (value) => (rule.name = { ...rule.name, en: value }))}
          </div>
          {last ? null : (
            <div class='chips' role='group' aria-label={t('mark.kind')}>
              {it.kinds.map((each) => (
                <button
                  type='button'
                  key={each.kind}
                  aria-pressed={rule.kinds?.includes(each.kind) ?? false}
                  onClick={() => (rule.kinds = toggled(rule.kinds ?? [], each.kind))}
                >
                  {say(each.name)}
                </button>
              ))}
            </div>
          )}
          <div class='plan-names'>
            {last ? null : text(
              t('marking.industries'),
              (rule.industries ?? []).join(', '),
              (value) => (rule.industries = value.split(/[,，\s]+/).filter(Boolean)),
            )}
            <label class='act-field'>
              <span>{t('mark.effect')}</span>
              <select
                value={rule.effect}
                onChange={(event: Event) => (rule.effect = valueOf(event) as Rule['effect'])}
              >
                {EFFECTS.map((each) => <option value={each} key={each}>{t(`marking.effect.${each}`)}</option>)}
              </select>
            </label>
            {text(t('marking.longest'), rule.longest, (value) => (rule.longest = value || null))}
            {text(t('marking.perYear'), rule.perYear, (value) => (rule.perYear = value || null))}
          </div>
          <div class='plan-names'>
            {text(t('marking.sourceZh'), rule.source.zh, (value) => (rule.source = { ...rule.source, zh: value }))}
            {text(t('marking.sourceEn'), rule.source.en, (value) => (rule.source = { ...rule.source, en: value }))}
          </div>
          {check(t('marking.file'), rule.file, (on) => (rule.file = on))}
          {check(t('marking.confirmed'), rule.confirmed, (on) => (rule.confirmed = on))}
          {last ? null : <button type='button' onClick={() => it.rules.splice(index, 1)}>{t('marking.remove')}</button>}
        </fieldset>
      );
    };

    const shown = (it: MarkingRules, rule: Rule): VNode => (
      <li key={rule.code}>
        <strong>{say(rule.name)}</strong>{' '}
        {badge(rule.effect === 'none' ? 'quiet' : 'info', t(`marking.effect.${rule.effect}`))}{' '}
        {rule.confirmed ? null : badge('warn', t('marking.unconfirmed'))}
        <span class='sub'>{ofRule(it, rule)}</span>
        {rule.longest || rule.perYear
          ? (
            <span class='sub'>
              {[
                rule.longest ? `${t('marking.longest')} ${rule.longest}` : '',
                rule.perYear ? `${t('marking.perYear')} ${rule.perYear}` : '',
              ].filter(Boolean).join(' · ')}
            </span>
          )
          : null}
        {rule.file ? <span class='sub'>{t('marking.file')}</span> : null}
        <span class='sub'>{say(rule.source)}</span>
      </li>
    );

    const read = (it: MarkingRules): VNode[] => [
      <dl class='facts'>
        <dt>{t('mark.term')}</dt>
        <dd>
          {t('marking.termText', { days: it.term.days, at: it.term.at })}{' '}
          {it.term.confirmed ? null : badge('warn', t('marking.unconfirmed'))}
          <span class='sub'>{it.term.source}</span>
        </dd>
        <dt>{t('mark.decideBy')}</dt>
        <dd>{t('marking.within', { time: it.decideWithin })}</dd>
        <dt>{t('marking.longestMark')}</dt>
        <dd>{it.longest}</dd>
      </dl>,
      <ol class='marking-rules'>{it.rules.map((rule) => shown(it, rule))}</ol>,
      <p class='hint'>{t('mark.notOfficial')}</p>,
    ];

    const editing = (it: MarkingRules): VNode => (
      <form class='act-form mute-form' onSubmit={form.submit} aria-label={t('marking.edit')}>
        <div class='plan-names'>
          {text(t('marking.termDays'), String(it.term.days), (value) => (it.term.days = Number(value)))}
          {text(t('marking.termAt'), it.term.at, (value) => (it.term.at = value))}
          {text(t('mark.decideBy'), it.decideWithin, (value) => (it.decideWithin = value))}
          {text(t('marking.longestMark'), it.longest, (value) => (it.longest = value))}
        </div>
        {text(t('marking.termSource'), it.term.source, (value) => (it.term.source = value))}
        {check(t('marking.termConfirmed'), it.term.confirmed, (on) => (it.term.confirmed = on))}
        {it.rules.map((rule, index) =>
          edited(it, rule, index)
        )}
        <div>
          <button
            type='button'
            onClick={() =>
              add(it)}
          >
            {t('marking.add')}
          </button>
        </div>
        <label class='act-field'>
          <span>{t('mute.reason')}</span>
          <textarea name='reason' rows={2} maxlength={2000} required></textarea>
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('marking.save')}</button>
          <button type='button' onClick={() => (draft.value = null)}>{t('handling.cancel')}</button>
        </div>
      </form>
    );

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={t('marking.title')} crumbs={[['/marks', t('mark.title')]]}>
          {{
            default: () => (it ? t('marking.note', { n: it.version }) : null),
            actions: () =>
              it?.newest && !draft.value && isAnyOfWhole(['officer'])
                ? (
                  <button type='button' onClick={() => (draft.value = JSON.parse(JSON.stringify(it)) as MarkingRules)}>
                    {t('marking.edit')}
                  </button>
                )
                : null,
          }}
        </PageHead>,
        stale(found),
        panel(t('marking.title'), it ? (draft.value ? editing(draft.value) : read(it)) : waiting(found)),
        it
          ? panel(
            t('marking.versions'),
            <ul class='bare marking-versions'>
              {it.versions.map((each) => (
                <li key={each.version}>
                  {link(
                    address('/marking-rules', { version: String(each.version) }),
                    t('handling.version', { n: each.version }),
                  )}{' '}
                  <span class='soft'>
                    {each.at ? [time(each.at), ` · ${each.by} · `] : null}
                    {each.reason}
                  </span>
                </li>
              ))}
            </ul>,
          )
          : null,
      ];
    };
  },
});

function toggled(all: string[], one: string): string[] {
  return all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
}

/** Of which marks a rule is, in words. */
function ofRule(it: MarkingRules, rule: Rule): string {
  const kinds = (rule.kinds ?? []).map((code) => say(it.kinds.find((each) => each.kind === code)?.name) || code);
  const industries = (rule.industries ?? []).map((each) => word('industry', each));
  return [...kinds, ...industries].join(t('procedure.between')) || t('marking.all');
}

/** A rule as it is sent: what is not said is left out. */
function tidy(rule: Rule): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rule).filter(([, value]) => value !== null && !(Array.isArray(value) && !value.length)),
  );
}
