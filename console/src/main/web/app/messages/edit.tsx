// The wording of messages as it is edited: what is typed goes into the draft at once.
import type { VNode } from 'vue';
import type { MessageTemplates } from '#api';
import { valueOf } from '../form.ts';
import { panel } from '../parts.ts';
import { say, t } from '../text.ts';
import { ANY, channelName, LANGUAGES, partsOf, stepName, stepsLeft } from './words.ts';
import type { Part, Text, Written } from './words.ts';

function field(text: Text, part: Part): VNode {
  return (
    <fieldset key={part.code}>
      <legend>{say(part.name)}</legend>
      {LANGUAGES.map((language) => (
        <label>
          {t(language === 'zh' ? 'message.zh' : 'message.en')}
          {part.lines > 1
            ? (
              <textarea
                rows={6}
                maxlength={part.longest}
                value={text[language][part.code] ?? ''}
                onInput={(event: Event) => (text[language][part.code] = valueOf(event))}
              >
              </textarea>
            )
            : (
              <input
                maxlength={part.longest}
                value={text[language][part.code] ?? ''}
                onInput={(event: Event) => (text[language][part.code] = valueOf(event))}
              />
            )}
        </label>
      ))}
    </fieldset>
  );
}

/** Chooses a step that has nothing of its own yet. */
function choose(used: readonly string[], it: MessageTemplates, begin: (event: string) => void): VNode {
  return (
    <label>
      {t('message.another')}
      <select
        value=''
        onChange={(event: Event) => {
          const step = valueOf(event);
          if (step) {
            begin(step);
          }
        }}
      >
        <option value=''>{t('message.choose')}</option>
        {stepsLeft(it, used).map((step) => <option value={step} key={step}>{stepName(it, step)}</option>)}
      </select>
    </label>
  );
}

/** Begins the text of another step with a copy of what is said now. */
function another(it: MessageTemplates, channel: string): VNode {
  const own = it.texts.filter((text) => text.channel === channel);
  const base = own.find((text) => text.event === ANY) ?? own[0];
  return choose(own.map((text) => text.event), it, (event) => {
    if (base) {
      it.texts.push({ ...JSON.parse(JSON.stringify(base)), event });
    }
  });
}

export function textsEdit(it: MessageTemplates): VNode[] {
  return it.channels.map((channel) =>
    panel(channelName(it, channel.code), [
      ...it.texts.filter((text) => text.channel === channel.code).map((text) => (
        <details key={text.event} open={text.event === ANY} class='message-edit'>
          <summary>{stepName(it, text.event)}</summary>
          {partsOf(it, channel.code).map((part) =>
            field(text, part)
          )}
          {text.event === ANY ? null : (
            <button
              type='button'
              onClick={() => it.texts.splice(it.texts.indexOf(text), 1)}
            >
              {t('message.remove')}
            </button>
          )}
        </details>
      )),
      another(it, channel.code),
    ])
  );
}

/** Variables of the approved templates that tell of a step, or of any. */
function variablesOf(it: MessageTemplates, event: string): MessageTemplates['approved'][number]['variables'] {
  const concerned = it.approved.filter((each) => event === ANY || each.event === ANY || each.event === event);
  const found = new Map<string, MessageTemplates['approved'][number]['variables'][number]>();
  for (const variable of concerned.flatMap((each) => each.variables)) {
    const known = found.get(variable.name);
    if (!known || variable.longest < known.longest) {
      found.set(variable.name, variable);
    }
  }
  return [...found.values()];
}

/** Of a step: what is left empty in both languages is as the settings have it. */
function smsOf(it: MessageTemplates, event: string): VNode[] {
  const own = () => it.sms.find((each) => each.event === event);

  function change(name: string, usual: string, language: Written, value: string): void {
    if (!own()) {
      it.sms.push({ event, zh: {}, en: {} });
    }
    const all = own()!;
    all[language][name] = value;
    all[language === 'zh' ? 'en' : 'zh'][name] ??= usual;
    if (!all.zh[name] && !all.en[name]) {
      delete all.zh[name];
      delete all.en[name];
    }
    if (!Object.keys(all.zh).length && event === ANY) {
      it.sms.splice(it.sms.indexOf(all), 1);
    }
  }

  return variablesOf(it, event).map(({ name, value, longest }) => (
    <fieldset key={name}>
      <legend>{t('message.variable', { name, n: longest })}</legend>
      {LANGUAGES.map((language) => (
        <label>
          {t(language === 'zh' ? 'message.zh' : 'message.en')}
          <input
            placeholder={value}
            maxlength={100}
            value={own()?.[language][name] ?? ''}
            onInput={(event: Event) => change(name, value, language, valueOf(event))}
          />
        </label>
      ))}
    </fieldset>
  ));
}

/** What goes into the variables of approved templates. */
export function smsEdit(it: MessageTemplates): VNode {
  const steps = it.sms.map((each) => each.event).filter((event) => event !== ANY);
  return panel(t('message.sms'), [
    <p class='hint'>{t(it.approved.length ? 'message.smsHint' : 'message.smsNone')}</p>,
    it.approved.length
      ? [
        [ANY, ...steps].map((event) => (
          <details key={event} open={event === ANY} class='message-edit'>
            <summary>{stepName(it, event)}</summary>
            {smsOf(it, event)}
            {event === ANY ? null : (
              <button
                type='button'
                onClick={() => it.sms.splice(it.sms.findIndex((each) => each.event === event), 1)}
              >
                {t('message.remove')}
              </button>
            )}
          </details>
        )),
        choose([ANY, ...steps], it, (event) => it.sms.push({ event, zh: {}, en: {} })),
      ]
      : null,
  ]);
}

function names(title: string, all: Record<string, { zh: string; en: string }>, codes: readonly string[]): VNode {
  return panel(
    title,
    <details class='message-edit'>
      <summary>{t('message.show')}</summary>
      {codes.map((code) => (
        <fieldset key={code}>
          <legend>{code}</legend>
          {LANGUAGES.map((language) => (
            <label>
              {t(language === 'zh' ? 'message.zh' : 'message.en')}
              <input
                maxlength={40}
                value={all[code]?.[language] ?? ''}
                onInput={(event: Event) => {
                  all[code] ??= { zh: '', en: '' };
                  all[code][language] = valueOf(event);
                }}
              />
            </label>
          ))}
        </fieldset>
      ))}
    </details>,
  );
}

/** What each step is called. */
export function stepsEdit(it: MessageTemplates): VNode {
  return names(t('message.steps'), it.events, it.steps);
}

/** What each quantity is called. */
export function factorsEdit(it: MessageTemplates): VNode {
  return names(t('message.factors'), it.factors, Object.keys(it.factors));
}
