// The way from an enterprise to its inspection packs.
import type { VNode } from 'vue';
import { link } from '../parts.ts';
import { mayOpen } from '../rights.ts';
import { address } from '../route.ts';
import { t } from '../text.ts';

export function packLink(enterprise: string): VNode | null {
  return mayOpen('/inspection-packs')
    ? link(address('/inspection-packs', { enterprise }), t('pack.title'), { class: 'button' })
    : null;
}
