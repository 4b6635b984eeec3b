// The wording of messages as it is.
import type { VNode } from 'vue';
import type { MessageTemplates } from '#api';
import { panel } from '../parts.ts';
import { say, t } from '../text.ts';
import { channelName, LANGUAGES, partsOf, stepName } from './words.ts';

/** What can be named. */
export function fieldsPanel(it: MessageTemplates): VNode {
  return panel(t('message.fields'), [
    <p class='hint'>{t('message.fieldsHint')}</p>,
    <dl class='message-fields'>
      {it.fields.map((field) => [<dt key={field.code}>{`{${field.code}}`}</dt>, <dd>{say(field.name)}</dd>])}
    </dl>,
  ]);
}

export function textsPanel(it: MessageTemplates): VNode[] {
  return [
    ...it.texts.map((text) =>
      panel(
        `${channelName(it, text.channel)} · ${stepName(it, text.event)}`,
        <dl class='message-texts'>
          {partsOf(it, text.channel).map((part) => [
            <dt>{say(part.name)}</dt>,
            ...LANGUAGES.map((language) => <dd lang={language}>{text[language][part.code] ?? ''}</dd>),
          ])}
        </dl>,
      )
    ),
    panel(t('message.sms'), [
      <p class='hint'>{t(it.approved.length ? 'message.smsHint' : 'message.smsNone')}</p>,
      it.approved.map((each) => (
        <dl class='message-texts'>
          <dt>{`${each.code} · ${stepName(it, each.event)} · ${each.language}`}</dt>
          {each.variables.map((variable) => (
            <dd>{`${variable.name} = ${smsValue(it, each.event, each.language, variable)}`}</dd>
          ))}
        </dl>
      )),
    ]),
  ];
}

function smsValue(
  it: MessageTemplates,
  event: string,
  language: string,
  variable: { name: string; value: string },
): string {
  const own = it.sms.find((each) => each.event === event) ?? it.sms.find((each) => each.event === 'any');
  return own?.[language === 'en' ? 'en' : 'zh'][variable.name] ?? variable.value;
}
