// The way from a thing to what the registry says of it, for who may look there.
import type { VNode } from 'vue';
import { link } from './parts.ts';
import { isAny } from './rights.ts';
import { pathOf } from './route.ts';
import { t } from './text.ts';

/** A button to the document of a thing; null for who has no use for it. */
export function registryLink(kind: string, id: string): VNode | null {
  return isAny(['officer', 'leader', 'auditor', 'enterprise-contact', 'grid-officer', 'operator'])
    ? link(pathOf('registry', `${kind}:${id}`), t('document.toRegistry'), { class: 'button' })
    : null;
}
