// Gateways: what is behind each, and how it is with that.
import { defineComponent } from 'vue';
import type { VNodeChild } from 'vue';
import type { Answers } from '#api';
import { live } from '../api.ts';
import { CaseList } from '../caselist.tsx';
import { PageHead } from '../page.tsx';
import { count, empty, link, panel, stale, waiting } from '../parts.ts';
import { registryLink } from '../registrylink.tsx';
import { isAny, mayOpen } from '../rights.ts';
import { address, pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t } from '../text.ts';
import { DeviceTable } from './devices.tsx';

type Gateway = Answers['/gateways']['rows'][number];

const MOST = 10_000;

export const GatewaysPage = defineComponent({
  setup() {
    const path = `/gateways?limit=${MOST}`;
    const gateways = live<'/gateways'>(() => path, 20);
    return () => {
      const it = gateways.data.value;
      return [
        <PageHead title={t('nav.gateways')}>{{ actions: () => unknownLink() }}</PageHead>,
        stale(gateways),
        panel(
          t('nav.gateways'),
          !it ? waiting(gateways) : it.rows.length
            ? (
              <DataTable
                name='gateways'
                label={t('nav.gateways')}
                columns={columns()}
                rows={it.rows}
                rowKey={(row: Gateway) => row.id}
                file={path}
              />
            )
            : empty(t('gateways.none'), t('gateways.noneAdvice')),
          { note: it ? t('gateways.count', { n: it.count }) : null },
        ),
      ];
    };
  },
});

/** What gateways send that nobody has registered. */
function unknownLink(of?: string): VNodeChild {
  return isAny(['officer', 'maintainer', 'operator'])
    ? link(address('/unknown-devices', { sender: of }), t('nav.unknown'), { class: 'button' })
    : null;
}

function columns(): Column<Gateway>[] {
  return [
    {
      key: 'name',
      code: 'name',
      title: t('column.gateway'),
      class: 'name',
      sort: (row) => say(row.name),
      cell: (row) => [link(pathOf('gateways', row.id), say(row.name)), <code class='sub'>{row.id}</code>],
    },
    {
      key: 'enterprises',
      title: t('column.enterprise'),
      class: 'fold',
      sort: (row) => say(row.enterprises[0]?.name),
      text: (row) => row.enterprises.map((each) => say(each.name)).join('; '),
      cell: (row) =>
        row.enterprises.map((each) => (
          <span class='sub' key={each.id}>
            {link(pathOf('enterprises', each.id), say(each.name), { class: 'soft' })}
          </span>
        )),
    },
    {
      key: 'devices',
      number: true,
      title: t('nav.devices'),
      sort: (row) => row.deviceCount,
      cell: (row) => count(row.deviceCount, `/devices?gateway=${encodeURIComponent(row.id)}`, 'warn'),
    },
    {
      key: 'silent',
      number: true,
      title: t('column.silentDevices'),
      sort: (row) => row.silentDevices,
      cell: (row) => count(row.silentDevices, `/devices?gateway=${encodeURIComponent(row.id)}&state=silent`, 'warn'),
    },
  ];
}

export const GatewayPage = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const gateway = live<'/gateways/{id}'>(() => pathOf('gateways', props.id), 10);
    return () => {
      const it = gateway.data.value;
      return it
        ? [
          <PageHead title={say(it.name)} crumbs={[['/gateways', t('nav.gateways')]]}>
            {{
              default: () => <code>{it.id}</code>,
              actions: () => [unknownLink(it.id), registryLink('gateway', it.id)],
            }}
          </PageHead>,
          stale(gateway),
          panel(t('nav.devices'), <DeviceTable devices={it.devices} />, {
            note: t('gateways.devices', { n: it.devices.length }),
          }),
          mayOpen('/cases') ? panel(t('enterprise.cases'), <CaseList filter={{ device: it.id }} about />) : null,
        ]
        : [<PageHead title={props.id} />, waiting(gateway)];
    };
  },
});
