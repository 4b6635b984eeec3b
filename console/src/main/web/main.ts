// Starts the console: texts, session and health are asked for at once; the page is drawn as soon as the first is there, and the second
// unless somebody was signed in here before.
import { createApp, h } from 'vue';
import { applyLanguage, loadTexts } from './app/text.ts';
import { assumeSession, loadSession } from './app/api.ts';
import { askHealth } from './app/health.ts';
import { showHints } from './app/hints.ts';
import { Shell } from './app/shell.tsx';

async function start() {
  const session = loadSession();
  void askHealth();
  await (assumeSession() ? loadTexts() : Promise.all([loadTexts(), session]));
  applyLanguage();
  showHints();
  createApp({ render: () => h(Shell) }).mount('#console');
  await session;
}

start().catch((cause: Error) => {
  const place = document.getElementById('console')!;
  place.className = 'state bad';
  place.textContent = `Greenpark: ${cause.message}`;
});
