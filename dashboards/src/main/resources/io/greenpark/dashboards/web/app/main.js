// Starts the console: texts, session, then the page that the address names.
import { createApp, h } from '/lib/vue.js';
import { loadTexts } from '/app/text.js';
import { loadSession } from '/app/api.js';
import { Shell } from '/app/shell.js';

async function start() {
  await loadTexts();
  await loadSession();
  createApp({ render: () => h(Shell) }).mount('#console');
}

start().catch((cause) => {
  const place = document.getElementById('console');
  place.className = 'state bad';
  place.textContent = `Greenpark: ${cause.message}`;
});
