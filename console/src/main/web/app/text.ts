// Texts in two languages. A session loads the one it shows; the other comes when someone switches.
import { ref } from 'vue';
import { load } from './load.ts';
import { route } from './route.ts';

export type Language = 'zh' | 'en';

const FILES = {
  zh: () => import('../text/zh.json', { with: { type: 'json' } }),
  en: () => import('../text/en.json', { with: { type: 'json' } }),
};

type TextsOf<L extends Language> = Awaited<ReturnType<(typeof FILES)[L]>>['default'];
type AnyKey = keyof TextsOf<'zh'> | keyof TextsOf<'en'>;

/** The keys of texts. One that does not exist does not compile. */
export type TextKey = keyof TextsOf<'zh'> & keyof TextsOf<'en'>;

/** A name in both languages. */
export interface Name {
  zh: string;
  en: string;
}

type Dictionary = Readonly<Record<TextKey, string>>;

/** Both languages have the same keys: a file that lacked one of the other would not be assignable. */
const SOURCES: Record<Language, () => Promise<{ default: Readonly<Record<AnyKey, string>> }>> = FILES;

const KEY = 'greenpark-language';
const dictionaries: Partial<Record<Language, Dictionary>> = {};

/** Whether there are texts of this language. */
export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'zh' || text === 'en';
}

/** What the address says, else what was chosen last, else what the browser prefers. */
function preferred(): Language {
  const said = [route.value.query.lang, localStorage.getItem(KEY)].find(isLanguage);
  return said ?? ((navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en');
}

export const language = ref<Language>(preferred());

/** Loads the texts of a language, once. */
export async function loadTexts(wanted: Language = language.value): Promise<void> {
  dictionaries[wanted] ??= (await load(SOURCES[wanted])).default;
}

/** The language of the session as pages and requests name it. */
export function languageTag(): string {
  return language.value === 'zh' ? 'zh-CN' : 'en';
}

/** Tells the browser what language the page is in. */
export function applyLanguage(): void {
  document.documentElement.lang = languageTag();
}

/** Shows the console in a language from now on, also when it is opened again. */
export async function showLanguage(wanted: Language): Promise<void> {
  await loadTexts(wanted);
  language.value = wanted;
  localStorage.setItem(KEY, wanted);
  applyLanguage();
}

/** The text of a key in the current language, with {names} filled in. */
export function t(key: TextKey, values: Record<string, unknown> = {}): string {
  const text = dictionaries[language.value]?.[key];
  if (text === undefined) {
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** Whether there is a text of this key. */
export function has(key: string): key is TextKey {
  const texts = dictionaries[language.value];
  return texts !== undefined && Object.hasOwn(texts, key);
}

/** The codes below a prefix that there are words for, in their order. */
export function codesOf(prefix: string): string[] {
  const start = `${prefix}.`;
  return Object.keys(dictionaries[language.value] ?? {})
    .filter((key) => key.startsWith(start) && !key.slice(start.length).includes('.'))
    .map((key) => key.slice(start.length));
}

/** A name given in both languages. */
export function say(name: Partial<Name> | null | undefined): string {
  return name?.[language.value] ?? '';
}

/** A text for a code of a closed or growing set; the code itself where there is none. */
export function word(prefix: string, code: string | number): string {
  const key = `${prefix}.${code}`;
  return has(key) ? t(key) : String(code);
}
