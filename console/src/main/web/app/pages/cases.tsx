// Cases as a list to work through: what is new, what has been seen, what is over; found by rule, by time, by age, by words.
import { computed, defineComponent, reactive } from 'vue';
import { live, query } from '../api.ts';
import { mayOwn, SeveralCases } from '../caseowner.tsx';
import { RULES } from '../caserules.ts';
import { CaseTable } from '../casetable.tsx';
import { isExceedance } from '../casewords.tsx';
import { DateField } from '../datefield.tsx';
import { addDays } from '../format.ts';
import { handlingQuery, workTabs } from '../handling/worklist.tsx';
import { nameOf } from '../names.ts';
import { PageHead } from '../page.tsx';
import { choice, empty, link, panel, stale, waiting } from '../parts.ts';
import { param, route, setQuery } from '../route.ts';
import { isAny, mayOpen } from '../rights.ts';
import { isMeant } from '../span.ts';
import { t, word } from '../text.ts';
import { valueOf } from '../form.ts';

const AGES_DAYS = ['1', '7', '30', '90'];
const MOST = 10_000;

const KINDS = { enterprise: 'ENTERPRISE', park: 'PARK', outlet: 'OUTLET', point: 'POINT', device: 'DEVICE' } as const;

/** States to choose from: of those that are open, what nobody has acknowledged comes first. */
const STATES: Record<string, { state?: string; acknowledged?: string }> = {
  open: { state: 'open' },
  new: { state: 'open', acknowledged: 'false' },
  acknowledged: { state: 'open', acknowledged: 'true' },
  cleared: { state: 'cleared' },
  withdrawn: { state: 'withdrawn' },
  all: {},
};

export const CasesPage = defineComponent({
  setup() {
    const state = param('state', 'open');
    const words = param('q');
    const rule = param('rule');
    const from = param('from');
    const to = param('to');
    const age = param('age');
    const owner = param('owner');
    const chosen = reactive(new Set<string>());
    const official = isAny(['officer', 'leader', 'grid-officer', 'auditor']);
    const path = computed(() => {
      const { enterprise, park, scope, outlet, point, device } = route.value.query;
      return query('/alerts', {
        ...(STATES[state.value] ?? {}),
        enterprise,
        park,
        scope,
        outlet,
        point,
        device,
        rule: rule.value,
        owner: owner.value,
        q: words.value.trim(),
        from: isMeant(from.value) ? from.value : null,
        to: isMeant(to.value) ? addDays(to.value, 1) : null,
        olderThanDays: age.value,
        ...handlingQuery(),
        limit: MOST,
      });
    });
    const cases = live<'/alerts'>(() => path.value);

    const filters = () => {
      const counts = cases.data.value?.counts;
      const counted = (text: string, n: number | undefined): string => (n === undefined ? text : `${text} ${n}`);
      return (
        <div class='filters'>
          {choice(
            t('column.state'),
            [
              ['open', counted(t('state.OPEN'), counts?.open)],
              ['new', counted(t('state.NEW'), counts?.unacknowledged)],
              ['acknowledged', counted(t('state.ACKNOWLEDGED'), counts && counts.open - counts.unacknowledged)],
              ['cleared', counted(t('state.CLEARED'), counts?.cleared)],
              ['withdrawn', counted(t('state.WITHDRAWN'), counts?.withdrawn)],
              ['all', t('cases.all')],
            ],
            state.value,
            (chosen) => (state.value = chosen),
          )}
          <input
            type='search'
            placeholder={t('cases.search')}
            aria-label={t('cases.search')}
            value={words.value}
            onChange={(event: Event) => (words.value = valueOf(event))}
          />
          <select
            aria-label={t('column.rule')}
            value={rule.value}
            onChange={(event: Event) => (rule.value = valueOf(event))}
          >
            <option value=''>{t('cases.allRules')}</option>
            {RULES.map((each) => <option value={each} key={each}>{t(`rule.${each}`)}</option>)}
          </select>
          {official
            ? (
              <select
                aria-label={t('column.owner')}
                value={owner.value}
                onChange={(event: Event) => (owner.value = valueOf(event))}
              >
                <option value=''>{t('owner.any')}</option>
                {mayOwn() ? <option value='mine'>{counted(t('owner.ofMine'), counts?.mine)}</option> : null}
                <option value='none'>{counted(t('owner.ofNobody'), counts?.unowned)}</option>
                {['', 'mine', 'none'].includes(owner.value) ? null : <option value={owner.value}>{owner.value}</option>}
              </select>
            )
            : null}
          <label class='check'>
            {t('cases.raised')}
            <DateField
              label={t('range.from')}
              value={from.value}
              onChosen={(day: string) => (from.value = day)}
            />
            <span aria-hidden='true'>–</span>
            <DateField
              label={t('range.to')}
              value={to.value}
              onChosen={(day: string) => (to.value = day)}
            />
          </label>
          <select
            aria-label={t('cases.age')}
            value={age.value}
            onChange={(event: Event) => (age.value = valueOf(event))}
          >
            <option value=''>{t('cases.anyAge')}</option>
            {AGES_DAYS.map((each) => <option value={each} key={each}>{t('cases.olderThan', { n: each })}</option>)}
          </select>
          {narrowed().map(([name, text]) => (
            <button
              type='button'
              key={name}
              class='chip'
              onClick={() => setQuery({ [name]: null })}
            >
              {text} <span aria-hidden='true'>✕</span>
              <span class='sr-only'>{t('cases.without')}</span>
            </button>
          ))}
        </div>
      );
    };

    /** What the address narrows the list to. */
    function narrowed(): [string, string][] {
      return (['enterprise', 'park', 'scope', 'outlet', 'point', 'device'] as const).flatMap(
        (name): [string, string][] => {
          const id = route.value.query[name];
          if (!id) {
            return [];
          }
          const known = name === 'scope' ? word('scope', id.toUpperCase()) : nameOf(KINDS[name], id);
          return [[name, `${t(`cases.of.${name}`)}: ${known}`]];
        },
      );
    }

    return () => {
      const it = cases.data.value;
      return [
        <PageHead title={t('nav.cases')}>
          {{
            default: () =>
              [['/case-procedures', t('procedure.title')], ['/notice-plan', t('plan.title')], [
                '/message-templates',
                t('message.title'),
              ], [
                '/alert-rules',
                t('rules.title'),
              ], [
                '/mutes',
                t('mute.title'),
              ]]
                .filter(([to]) => mayOpen(to))
                .map(([to, name], i) => [i ? ' · ' : null, link(to, name)]),
          }}
        </PageHead>,
        stale(cases),
        panel(
          t('nav.cases'),
          [
            workTabs(it?.counts),
            filters(),
            !it ? waiting(cases) : it.alerts.length
              ? [
                mayOwn() ? <SeveralCases shown={it.alerts} chosen={chosen} onDone={cases.refresh} /> : null,
                <CaseTable name='cases' cases={it.alerts} file={path.value} chosen={mayOwn() ? chosen : null} />,
              ]
              : empty(t('cases.none'), t('cases.noneAdvice')),
            it?.alerts.some(isExceedance) ? <p class='hint'>{t('disclaimer.exceedance')}</p> : null,
          ],
          { note: it ? t('cases.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});
