// Texts in both languages, one dictionary each, and the switch between them.
import { ref } from '/lib/vue.js';

const KEY = 'greenpark-language';
const dictionaries = {};

function preferred() {
  const stored = localStorage.getItem(KEY);
  if (stored === 'zh' || stored === 'en') {
    return stored;
  }
  return (navigator.language || 'zh').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export const language = ref(preferred());

export async function loadTexts() {
  for (const each of ['zh', 'en']) {
    dictionaries[each] = await (await fetch(`/text/${each}.json`)).json();
  }
  apply();
}

export function switchLanguage() {
  language.value = language.value === 'zh' ? 'en' : 'zh';
  localStorage.setItem(KEY, language.value);
  apply();
}

function apply() {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
  document.title = t('app.title');
}

/** The text of a key in the current language, with {names} filled in. */
export function t(key, values = {}) {
  const text = dictionaries[language.value][key];
  if (text === undefined) {
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Whether there is a text of this key. */
export function has(key) {
  return dictionaries[language.value][key] !== undefined;
}

/** A name given in both languages. */
export function say(name) {
  return name ? name[language.value] : '';
}

/** A text for a code of a closed or growing set; the code itself where there is none. */
export function word(prefix, code) {
  return has(`${prefix}.${code}`) ? t(`${prefix}.${code}`) : code;
}
