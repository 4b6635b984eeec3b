// The way from a thing to what the registry says of it, for who may look there.
import type { VNode } from 'vue';
import { way } from './parts.ts';
import { pathOf } from './route.ts';
import { t } from './text.ts';

/** A button to the document of a thing; null for who has no use for it. */
export function registryLink(kind: string, id: string): VNode | null {
  return way(pathOf('registry', `${kind}:${id}`), t('document.toRegistry'), { class: 'button' });
}
