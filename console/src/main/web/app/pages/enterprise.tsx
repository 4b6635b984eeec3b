// One enterprise: how it stands, what it uses and discharges, its meters, what the figures rest on, and the quality of its data.
import { defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live, query } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { CleanPart } from '../clean/part.tsx';
import { EnergyPanel } from '../energy.tsx';
import { ExplainPanel } from '../explain.tsx';
import { FindingsPanel, ProposalsPanel } from '../findings.ts';
import { dated } from '../health.ts';
import { IntensityPanel } from '../intensity.tsx';
import { MeterPanel } from '../meters.tsx';
import { EnterpriseObjections } from '../objections/file.tsx';
import { objectable } from '../objections/mark.tsx';
import { isOwnDesk, OwnDesk } from '../marks/own.tsx';
import { OutletPanel } from '../outlet.tsx';
import { muteButton, MuteNotice } from '../mutes/notice.tsx';
import { packLink } from '../packs/link.tsx';
import { reportLink } from '../reports/link.tsx';
import { PageHead } from '../page.tsx';
import { badge, empty, link, panel, stale, waiting } from '../parts.ts';
import { askedBasis, BasisPicker } from '../pickers.tsx';
import { registryLink } from '../registrylink.tsx';
import { pathOf } from '../route.ts';
import { WhenSeen } from '../seen.tsx';
import { hourly, useSpan } from '../span.ts';
import type { ChosenSpan } from '../span.ts';
import { marks } from '../standingtable.tsx';
import { standingTiles } from '../subject.tsx';
import { openTab, Tabs } from '../tabs.tsx';
import type { Tab } from '../tabs.tsx';
import { say, t, word } from '../text.ts';
import { waitingForContact } from '../waitinglist.tsx';

type Enterprise = Answers['/enterprises/{id}'];

export const EnterprisePage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const path = pathOf('enterprises', props.id) as `/enterprises/${string}`;
    const enterprise = live<'/enterprises/{id}'>(() => query(path, { basis: askedBasis() }));
    const account = useSpan('year', ['hour', 'day', 'month']);
    // Stacks are judged by the hour, waste water by the day.
    const stacks = useSpan('7d', ['hour', 'day'], hourly);
    const waters = useSpan('30d', ['hour', 'day'], () => 'day');
    return () => {
      const it = enterprise.data.value;
      if (!it) {
        return [<PageHead title={props.id} />, waiting(enterprise)];
      }
      const tabs: Tab[] = [
        ['summary', t('tab.summary')],
        ...(it.outlets.length ? [['outlets', t('tab.outlets')] as Tab] : []),
        ['meters', t('tab.meters')],
        ['basis', t('tab.basis')],
        ['quality', t('tab.quality')],
        ['objections', t('nav.objections')],
      ];
      return [
        <PageHead
          title={say(it.name)}
          crumbs={[['/', t('nav.overview')], ['/enterprises', t('nav.enterprises')], [
            pathOf('parks', it.park.id),
            say(it.park.name),
          ]]}
        >
          {{
            marks: () => [
              badge('quiet', word('industry', it.industry)),
              ...marks(it),
              it.unaccepted
                ? link(
                  `/acceptance?enterprise=${encodeURIComponent(it.id)}`,
                  badge('warn', t('acceptance.notCount', { n: it.unaccepted }), t('acceptance.notWhy')),
                  { class: 'plain' },
                )
                : null,
            ],
            actions: () => [
              it.meters.length ? <BasisPicker /> : null,
              reportLink(`enterprise:${it.id}`),
              packLink(it.id),
              muteButton('enterprise', it.id),
              registryLink('enterprise', it.id),
            ],
          }}
        </PageHead>,
        stale(enterprise),
        <MuteNotice scope='enterprise' id={it.id} />,
        openTab(tabs) === 'summary' ? waitingForContact() : null,
        <Tabs tabs={tabs} />,
        ...contents(openTab(tabs), it, path, account, { STACK: stacks, WATER: waters }),
      ];
    };
  },
}));

function contents(
  tab: string,
  it: Enterprise,
  path: `/enterprises/${string}`,
  account: ChosenSpan,
  means: Record<'STACK' | 'WATER', ChosenSpan>,
): VNodeChild[] {
  switch (tab) {
    case 'outlets':
      return it.outlets.map((outlet) => (
        <WhenSeen key={outlet.id} height={420}>
          <OutletPanel outlet={outlet} chosen={means[outlet.medium]} enterprise={it.id} />
        </WhenSeen>
      ));
    case 'meters':
      return [<MeterPanel enterprise={it} chosen={account} />];
    case 'basis':
      return [
        <ExplainPanel path={path} id={it.id} newest={it.intensity?.from.slice(0, 7) ?? null} meters={it.meters} />,
      ];
    case 'quality':
      return [
        <ProposalsPanel filter={{ enterprise: it.id, state: 'open' }} />,
        <FindingsPanel filter={{ enterprise: it.id }} title={t('nav.findings')} always />,
      ];
    case 'objections':
      return [<EnterpriseObjections enterprise={it} />];
    default:
      return summary(it, path, account);
  }
}

function summary(it: Enterprise, path: `/enterprises/${string}`, account: ChosenSpan): VNodeChild[] {
  const metered = it.meters.length > 0;
  return [
    it.performanceClasses.length
      ? (
        <p class='hint'>
          {t('field.performanceClasses')}: {it.performanceClasses.map((each) => [
            `${each.year} · ${each.class} `,
            ...objectable(it.id, { kind: 'class', year: String(each.year) }, each.objection),
            ' ',
          ])}
        </p>
      )
      : null,
    isOwnDesk() ? <OwnDesk id={it.id} /> : null,
    standingTiles(it, { cases: `/cases?enterprise=${it.id}`, devices: `/devices?enterprise=${it.id}` }),
    it.openCases
      ? panel(t('enterprise.cases'), <CaseList filter={{ enterprise: it.id }} />, {
        note: t('enterprise.openCases', { n: it.openCases }),
      })
      : null,
    <CleanPart id={it.id} />,
    metered
      ? <EnergyPanel path={path} chosen={account} />
      : panel(t('energy.title'), empty(t('enterprise.notMetered'), t('enterprise.notMeteredAdvice'))),
    metered
      ? (
        <WhenSeen>
          <IntensityPanel path={path} />
        </WhenSeen>
      )
      : null,
    it.openCases ? null : (
      <WhenSeen>
        {panel(t('enterprise.cases'), <CaseList filter={{ enterprise: it.id }} />, {
          note: t('enterprise.openCases', { n: 0 }),
        })}
      </WhenSeen>
    ),
  ];
}
