// Wording of messages in the words of practice.
import type { MessageTemplates } from '#api';
import { say, t } from '../text.ts';

export type Text = MessageTemplates['texts'][number];
export type Sms = MessageTemplates['sms'][number];
export type Part = MessageTemplates['channels'][number]['parts'][number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Written = typeof LANGUAGES[number];

/** Stands for every step that has no text of its own. */
export const ANY = 'any';

/** A step, or any, by what the templates call it. */
export function stepName(it: MessageTemplates, event: string): string {
  const named = it.events[event];
  return event === ANY ? t('message.any') : named ? say(named) : event;
}

export function channelName(it: MessageTemplates, code: string): string {
  const found = it.channels.find((each) => each.code === code);
  return found ? say(found.name) : t('message.sms');
}

export function partsOf(it: MessageTemplates, channel: string): readonly Part[] {
  return it.channels.find((each) => each.code === channel)?.parts ?? [];
}

/** Steps of which a channel has no text yet. */
export function stepsLeft(it: MessageTemplates, used: readonly string[]): string[] {
  return [ANY, ...it.steps].filter((step) => !used.includes(step));
}
