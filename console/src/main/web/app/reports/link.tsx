// The way from whom a report can be of to the newest one.
import type { VNode } from 'vue';
import { link } from '../parts.ts';
import { mayOpen } from '../rights.ts';
import { address } from '../route.ts';
import { t } from '../text.ts';

/** @param of `district`, `park:ID` or `enterprise:ID` */
export function reportLink(of: string): VNode | null {
  return mayOpen('/reports') ? link(address('/reports', { of }), t('report.title'), { class: 'button' }) : null;
}
