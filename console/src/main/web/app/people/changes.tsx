// What an entry of the audit log says was changed: field by field, old and new, in words, and in full as it was recorded.
import type { VNode } from 'vue';
import type { AuditEntry, Grant } from '#api';
import { dateTime } from '../format.ts';
import { nameOf } from '../names.ts';
import { t, word } from '../text.ts';
import { changesOf } from './difference.ts';

/** Both as a reader finds them, with all of it to be opened. */
export function changes(entry: AuditEntry): VNode[] | null {
  const { before, after } = entry;
  if (before === null && after === null) {
    return null;
  }
  return [
    <ul class='changes'>
      {changesOf(before, after).map(({ field, before: was, after: is }) => (
        <li key={field}>
          <span class='soft'>{word('audit.field', field)}:</span>{' '}
          {before === null ? null : [<del>{valueText(field, was)}</del>, ' → ']}
          <ins>{valueText(field, is)}</ins>
        </li>
      ))}
    </ul>,
    <details class='excerpt'>
      <summary>{t('audit.full')}</summary>
      <pre>{JSON.stringify({ before, after }, null, 2)}</pre>
    </details>,
  ];
}

/** What a field says, in words where there are any. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return t('audit.nothing');
  }
  if (field === 'grants' && Array.isArray(value)) {
    return value.map((each: Grant) => `${word('role', each.role)} (${scopeText(each.scope)})`).join('; ');
  }
  if (field === 'state') {
    return word('account', String(value));
  }
  if (typeof value === 'boolean') {
    return t(value ? 'audit.yes' : 'audit.no');
  }
  if (field.endsWith('At')) {
    return dateTime(String(value));
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** By the names that things have now; what is gone stands by its id. */
function scopeText(scope: Grant['scope']): string {
  return scope.district ? t('grants.kind.district') : [
    ...scope.parks.map((id) => nameOf('PARK', id)),
    ...scope.enterprises.map((id) => nameOf('ENTERPRISE', id)),
    ...scope.outlets.map((id) => nameOf('OUTLET', id)),
    ...scope.devices.map((id) => nameOf('DEVICE', id)),
  ].join(', ');
}
