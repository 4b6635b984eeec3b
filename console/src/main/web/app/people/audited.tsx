// What something was done to or looked at: its kind in words, and the way to it where it has a page.
import type { VNode } from 'vue';
import type { Answers } from '#api';
import { link } from '../parts.ts';
import { nameOf } from '../names.ts';
import { pathOf } from '../route.ts';
import { word } from '../text.ts';

type HitKind = Answers['/search']['hits'][number]['kind'];

/** Kinds of the log, the pages of each, and as what the search knows them. */
const PAGES: Record<string, { pages: string; named?: HitKind }> = {
  account: { pages: 'accounts' },
  case: { pages: 'cases' },
  park: { pages: 'parks', named: 'PARK' },
  enterprise: { pages: 'enterprises', named: 'ENTERPRISE' },
  outlet: { pages: 'outlets', named: 'OUTLET' },
  point: { pages: 'points', named: 'POINT' },
  device: { pages: 'devices', named: 'DEVICE' },
  gateway: { pages: 'gateways' },
};

/** Of looks, `*` stands for several that were counted together. */
export function audited(kind: string | null, id: string | null): (VNode | string)[] | string {
  if (kind === null || id === null) {
    return '—';
  }
  const known = PAGES[kind];
  const name = known?.named && id !== '*' ? nameOf(known.named, id) : id;
  return [
    <span class='sub'>{word('audit.kind', kind)}</span>,
    known && id !== '*' ? link(pathOf(known.pages, id), name, { class: 'soft' }) : <code>{name}</code>,
  ];
}
