// Copying to the clipboard, also where the console is reached without TLS: there browsers hide their clipboard from pages.
import { t } from './text.ts';

/**
 * Puts a text on the clipboard.
 *
 * @throws an error whose message a person can read, where the browser does not allow it
 */
export async function copy(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
  } else if (!copiedBySelection(text)) {
    throw new Error(t('table.notCopied'));
  }
}

function copiedBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen-field';
  document.body.append(field);
  const focused = document.activeElement as HTMLElement | null;
  try {
    field.select();
    return document.execCommand('copy');
  } finally {
    field.remove();
    focused?.focus();
  }
}
