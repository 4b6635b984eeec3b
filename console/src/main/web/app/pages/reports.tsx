// Reports of a month or a quarter: read here, printed, saved as PDF and as a workbook.
import { computed, defineComponent, ref } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { saveList, savePaper } from '../download.ts';
import { dated } from '../health.ts';
import { announce, PageHead } from '../page.tsx';
import { badge, panel, stale, time, waiting } from '../parts.ts';
import { askedBasis } from '../pickers.tsx';
import { periodAsked, ReportChoice } from '../reports/choose.tsx';
import { subjectPath } from '../reports/period.ts';
import { reportTable } from '../reports/tables.tsx';
import { mayOpen } from '../rights.ts';
import { param } from '../route.ts';
import { say, t } from '../text.ts';

type Report = Answers['/district/report'];

const REFRESH_SECONDS = 1_800;

export const ReportsPage = dated(defineComponent({
  setup() {
    const asked = param('of');
    const first = ref('');
    const of = computed(() => asked.value || (mayOpen('/district') ? 'district' : first.value));
    const parameters = () => ({ period: periodAsked(), basis: askedBasis() });
    const found = live<'/district/report'>(() => {
      const path = subjectPath(of.value);
      return path === null ? null : query(`${path}/report`, parameters());
    }, REFRESH_SECONDS);
    const busy = ref(false);
    const problem = ref<string | null>(null);

    async function fetchIt(how: (path: string) => Promise<void>, ending: string): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        await how(query(`${subjectPath(of.value)}/report${ending}`, parameters()));
        announce(t('report.saved'));
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    const actions = () => [
      <button type='button' disabled={busy.value} onClick={() => fetchIt(savePaper, '/paper')}>
        {t('report.savePaper')}
      </button>,
      <button type='button' disabled={busy.value} onClick={() => fetchIt((path) => saveList(path, 'xlsx'), '')}>
        {t('report.saveWorkbook')}
      </button>,
    ];

    return () => {
      const it = found.data.value;
      return [
        <PageHead title={it ? `${say(it.subject.name)} ${say(it.title)}` : t('report.title')}>
          {{
            marks: () => it ? [badge(it.state === 'CLOSED' ? 'good' : 'warn', say(it.stateWords))] : [],
            actions: () => it ? actions() : [],
            default: () =>
              it ? [say(it.periodWords), ' · ', t('report.madeAt'), ' ', time(it.madeAt)] : t('report.about'),
          }}
        </PageHead>,
        <ReportChoice of={of.value} onFirst={(each: string) => (first.value = each)} />,
        problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
        stale(found),
        it ? sections(it) : waiting(found),
      ];
    };
  },
}));

function sections(it: Report) {
  return it.sections.map((section) =>
    panel(say(section.title), [
      ...section.tables.map(reportTable),
      ...section.remarks.map((remark) => <p class='report-reason' key={remark.en}>{say(remark)}</p>),
    ])
  );
}
