// The tables of a report as the paper has them: what is missing leads to its reason below.
import type { VNode, VNodeChild } from 'vue';
import type { ReportCell, ReportTable } from '#api';
import { figure } from '../parts.ts';
import { say, t } from '../text.ts';

export function reportTable(it: ReportTable): VNode {
  const last = it.rows.length - 1;
  return (
    <div key={it.code} class='report-table'>
      <h3>{say(it.title)}</h3>
      {it.rows.length === 0
        ? <p class='soft'>{t('report.none')}</p>
        : (
          <div class='table-scroll' role='region' aria-label={say(it.title)} tabindex={0}>
            <table class='plain-table'>
              <thead>
                <tr>
                  {it.columns.map((each) => (
                    <th scope='col' key={each.code} class={each.kind === 'TEXT' ? '' : 'number'}>
                      {say(each.heading)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {it.rows.map((row, i) => (
                  <tr key={i} class={it.summed && i === last ? 'sum' : ''}>
                    {row.map((cell, c) => (
                      <td key={c} class={it.columns[c].kind === 'TEXT' ? '' : 'number'}>{shown(cell)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      {reasons(it).map((why) => <p class='report-reason' key={why}>{`— ${why}`}</p>)}
    </div>
  );
}

/** Why figures of a table are missing, each reason once. */
function reasons(it: ReportTable): string[] {
  return [...new Set(it.rows.flat().filter((cell) => cell?.reasonText).map((cell) => say(cell?.reasonText)))];
}

function shown(cell: ReportCell): VNodeChild {
  if (!cell) {
    return '';
  }
  if (cell.reasonText) {
    return figure(null, { reason: say(cell.reasonText) });
  }
  return cell.shown ?? (cell.words ? say(cell.words) : cell.code ?? cell.day ?? '');
}
