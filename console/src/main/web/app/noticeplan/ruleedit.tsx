// One rule of who is told what when, as it is edited: what is typed goes into the draft at once.
import { defineComponent } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Telling } from '#api';
import { valueOf } from '../form.ts';
import { LEVELS } from '../handling/words.tsx';
import { RULES } from '../caserules.ts';
import { say, t, word } from '../text.ts';
import { conditionOf, CONDITIONS, MANNERS, mannerText, ofCases, TIERS } from './words.ts';
import type { Climb, Condition, Manner, Rule, Tier } from './words.ts';

/** What a condition begins with. */
const USUAL: Record<Condition, string | boolean> = {
  runningFor: '2h',
  openFor: '24h',
  unansweredFor: '2h',
  timesLimit: '2',
  level: 'red',
  monthClosed: true,
};

export const RuleEdit = defineComponent({
  props: {
    rule: { type: Object as PropType<Rule>, required: true },
    /** Where it stands, from 0 on. */
    place: { type: Number, required: true },
    /** How many there are; the last one is for all cases and stays the last. */
    count: { type: Number, required: true },
    digestAt: { type: String, default: '' },
  },
  emits: { moved: (_by: number) => true, copied: () => true, removed: () => true },
  setup(props, { emit }) {
    const isLast = () => props.place === props.count - 1;

    const manner = (value: Manner, label: string, all: readonly Manner[], change: (to: Manner) => void): VNode => (
      <select aria-label={label} value={value} onChange={(event: Event) => change(valueOf(event) as Manner)}>
        {all.map((each) => <option value={each} key={each}>{mannerText(each, props.digestAt)}</option>)}
      </select>
    );

    const several = (name: string, all: readonly string[], field: 'rules' | 'levels', words: string): VNode => (
      <fieldset>
        <legend>{name}</legend>
        {all.map((each) => (
          <label class='check' key={each}>
            <input
              type='checkbox'
              checked={props.rule[field]?.includes(each) ?? false}
              onChange={(event: Event) => {
                const others = (props.rule[field] ?? []).filter((one) => one !== each);
                const now = (event.target as HTMLInputElement).checked ? [...others, each] : others;
                if (now.length) {
                  props.rule[field] = now;
                } else {
                  delete props.rule[field];
                }
              }}
            />
            {word(words, each)}
          </label>
        ))}
      </fieldset>
    );

    const one = (name: string, field: 'step' | 'standing', choices: [string, string][]): VNode => (
      <label>
        {name}
        <select
          value={props.rule[field] ?? ''}
          onChange={(event: Event) => {
            const chosen = valueOf(event);
            if (chosen) {
              props.rule[field] = chosen;
            } else {
              delete props.rule[field];
            }
          }}
        >
          <option value=''>{t('plan.any')}</option>
          {choices.map(([code, text]) => <option value={code} key={code}>{text}</option>)}
        </select>
      </label>
    );

    function put(climbs: Climb[], at: number, condition: Condition, value: string | boolean): void {
      climbs[at] = { manner: climbs[at].manner, [condition]: value };
    }

    const climb = (tier: Tier, climbs: Climb[], at: number): VNode => {
      const it = climbs[at];
      const condition = conditionOf(it);
      const label = `${say(props.rule.name)}, ${t(`plan.tier.${tier}`)}`;
      const valued = {
        'aria-label': `${label}: ${t(`plan.condition.${condition}`)}`,
        value: String(it[condition] ?? ''),
      };
      const take = (event: Event) => put(climbs, at, condition, valueOf(event).trim());
      return (
        <li key={at}>
          <select
            aria-label={`${label}: ${t('plan.condition')}`}
            value={condition}
            onChange={(event: Event) => {
              const chosen = valueOf(event) as Condition;
              put(climbs, at, chosen, USUAL[chosen]);
            }}
          >
            {CONDITIONS.map((each) => <option value={each} key={each}>{t(`plan.condition.${each}`)}</option>)}
          </select>
          {condition === 'monthClosed' ? null : condition === 'level'
            ? (
              <select {...valued} onChange={take}>
                {LEVELS.map((each) => <option value={each} key={each}>{word('caseLevel', each)}</option>)}
              </select>
            )
            : (
              <input
                {...valued}
                class='short'
                inputmode={condition === 'timesLimit' ? 'decimal' : 'text'}
                onChange={take}
              />
            )}
          {manner(it.manner, `${label}: ${t('plan.then')}`, MANNERS.slice(1), (to) => {
            climbs[at] = { ...it, manner: to as Climb['manner'] };
          })}
          <button type='button' onClick={() => climbs.splice(at, 1)}>{t('plan.without')}</button>
        </li>
      );
    };

    const tier = (which: Tier): VNode => {
      const it: Telling = props.rule[which] ?? { first: 'never' };
      const change = (to: Telling) => (props.rule[which] = to);
      const climbs = it.climbs ?? [];
      return (
        <fieldset class='plan-tier' key={which}>
          <legend>{t(`plan.tier.${which}`)}</legend>
          <label>
            {t('plan.first')}
            {manner(
              it.first,
              `${say(props.rule.name)}: ${t(`plan.tier.${which}`)}`,
              MANNERS,
              (to) => change({ ...it, first: to }),
            )}
          </label>
          <ul>{climbs.map((_, at) => climb(which, climbs, at))}</ul>
          <button
            type='button'
            onClick={() =>
              change({ ...it, climbs: [...climbs, { manner: 'at-once', runningFor: USUAL.runningFor as string }] })}
          >
            {t('plan.addCondition')}
          </button>
        </fieldset>
      );
    };

    const name = (language: 'zh' | 'en'): VNode => (
      <label>
        {t(`plan.name.${language}`)}
        <input
          value={props.rule.name[language]}
          maxlength={60}
          required
          onChange={(event: Event) => (props.rule.name[language] = valueOf(event))}
        />
      </label>
    );

    return () => {
      const { rule, place } = props;
      return (
        <details class='plan-rule'>
          <summary>
            <strong>{`${place + 1}. ${say(rule.name)}`}</strong> <span class='soft'>{ofCases(rule)}</span>
          </summary>
          <div class='plan-edit'>
            <div class='plan-names'>{[name('zh'), name('en')]}</div>
            {isLast() ? <p class='hint'>{t('plan.lastHint')}</p> : [
              several(t('column.rule'), RULES, 'rules', 'rule'),
              several(t('handling.level'), LEVELS, 'levels', 'caseLevel'),
              <div class='plan-names'>
                {one(t('plan.meansOver'), 'step', [['hour', t('plan.step.hour')], ['day', t('plan.step.day')]])}
                {one(t('plan.outlets'), 'standing', [
                  ['evidence', t('procedure.evidence')],
                  ['clue', t('procedure.clue')],
                ])}
              </div>,
            ]}
            {TIERS.map(tier)}
            <p class='hint'>{t('plan.lengthsHint')}</p>
            <div class='buttons'>
              <button type='button' disabled={place === 0 || isLast()} onClick={() => emit('moved', -1)}>
                {t('plan.up')}
              </button>
              <button type='button' disabled={place >= props.count - 2} onClick={() => emit('moved', 1)}>
                {t('plan.down')}
              </button>
              <button type='button' onClick={() => emit('copied')}>{t('plan.copy')}</button>
              <button type='button' disabled={isLast()} onClick={() => emit('removed')}>{t('plan.remove')}</button>
            </div>
          </div>
        </details>
      );
    };
  },
});
