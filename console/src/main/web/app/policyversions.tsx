// Versions of a policy that the office keeps: each with who put it in force and why, the shipped one without either.
import type { VNode } from 'vue';
import { link, panel, time } from './parts.ts';
import { address } from './route.ts';
import { t } from './text.ts';

interface Version {
  version: number;
  at: string | null;
  by: string;
  reason: string;
}

/** @param path of the page that shows one of them by {@code ?version=} */
export function policyVersions(path: string, versions: readonly Version[]): VNode {
  return panel(
    t('procedure.versions'),
    <ol class='steps'>
      {versions.map((each) => (
        <li key={each.version} class='step'>
          {link(
            address(path, { version: String(each.version) }),
            t('handling.version', { n: each.version }),
          )} {each.version === 0 ? null : <span class='soft'>{[time(each.at), ' · ', each.by]}</span>}
          <blockquote>{each.version === 0 ? t('procedure.shipped') : each.reason}</blockquote>
        </li>
      ))}
    </ol>,
  );
}
