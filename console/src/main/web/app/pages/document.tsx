// One document of the registry: what it says, how it came to be, and changing it.
import { defineComponent, ref, watch } from 'vue';
import type { VNode, VNodeChild } from 'vue';
import type { Answers, RegistryEditResult } from '#api';
import { live, post } from '../api.ts';
import { AttachmentPanel, hasAttachments } from '../attachment/panel.tsx';
import { changeColumns } from '../document/changes.tsx';
import { entries, entryAt, factorOf, fresh, isContent, valueAt } from '../document/content.ts';
import type { Content } from '../document/content.ts';
import { DocumentForm, EditSender, sentNotice } from '../document/form.tsx';
import { kindOf } from '../document/fields.ts';
import type { Group, Kind } from '../document/fields.ts';
import { ReplacementForm } from '../document/replacement.tsx';
import { fieldWord, foundAs, keyWord, kindWord, MASK, pathWords, shown } from '../document/words.tsx';
import { dated } from '../health.ts';
import { nameOf } from '../names.ts';
import { openReview } from '../openreview.tsx';
import { PageHead } from '../page.tsx';
import { badge, link, panel, stale, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { go, pathOf, route } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { say, t, word } from '../text.ts';

type Version = Answers['/registry/{kind}/{id}/versions']['versions'][number];
type Work = 'edit' | 'replace' | 'remove' | null;

const REFRESH_SECONDS = 30;
const VERSIONS = 50;

/** Where the page of a thing with figures lies; null where a document has none. */
function pageOf(kind: string, id: string): string | null {
  const pages: Record<string, string> = {
    park: 'parks',
    enterprise: 'enterprises',
    outlet: 'outlets',
    device: 'devices',
    gateway: 'gateways',
    point: 'points',
  };
  return pages[kind] ? pathOf(pages[kind], id) : null;
}

/** What a document is called: by its name, or by what it is about. */
function titleOf(kind: string, id: string, document: unknown): string {
  const name = valueAt(document, 'name');
  const own = isContent(name) ? say(name) : name;
  if (typeof own === 'string' && own) {
    return own;
  }
  const point = entryAt(document, 'point');
  const subject = entryAt(document, 'enterprise') ?? entryAt(document, 'subject');
  const scope = foundAs(String(entryAt(document, 'scope') ?? 'enterprise'));
  const about = kind === 'limit' && point
    ? nameOf('POINT', String(point))
    : (kind === 'target' || kind === 'statistic' || kind === 'bill') && subject && scope
    ? nameOf(scope, String(subject))
    : null;
  return about ? `${about} · ${kindWord(kind)}` : foundAs(kind) ? nameOf(foundAs(kind)!, id) : id;
}

export const DocumentPage = dated(defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const colon = props.id.indexOf(':');
    const kind = kindOf(props.id.slice(0, colon));
    const id = props.id.slice(colon + 1);
    const isNew = id === '';
    const path = pathOf(`registry/${kind.code}`, id);
    const found = live<'/registry/{kind}/{id}'>(() => (isNew ? null : path), REFRESH_SECONDS);
    const versions = live<'/registry/{kind}/{id}/versions'>(
      () => (isNew ? null : `${path}/versions?limit=${VERSIONS}`),
      REFRESH_SECONDS,
    );
    const mayChange = isAny(['officer', 'operator']);
    // What leads to an edit says so, and why; the form begins with it.
    const work = ref<Work>(isNew || (mayChange && route.value.query.edit === '1') ? 'edit' : null);
    const result = ref<RegistryEditResult | null>(null);
    watch(work, (now) => now && (result.value = null));

    function sent(told: RegistryEditResult, ofId: string): void {
      result.value = told;
      work.value = null;
      if (isNew && told.applied) {
        go(pathOf('registry', `${kind.code}:${ofId}`));
      } else {
        void found.refresh();
        void versions.refresh();
      }
    }

    const title = () => {
      if (isNew) {
        return t('document.new', { kind: kindWord(kind.code) });
      }
      return titleOf(kind.code, id, found.data.value?.document);
    };

    const actions = (): VNodeChild => {
      const there = found.data.value?.document;
      const page = pageOf(kind.code, id);
      return [
        page && !isNew ? link(page, t('document.toPage'), { class: 'button' }) : null,
        mayChange && there && work.value === null
          ? [
            kind.code === 'point' ? button('replacement.title', 'replace') : null,
            button('document.edit', 'edit'),
            kind.fixed || kind.code === 'point' ? null : button('document.remove', 'remove'),
          ]
          : null,
      ];
    };
    const button = (text: 'replacement.title' | 'document.edit' | 'document.remove', to: Work) => (
      <button type='button' onClick={() => (work.value = to)}>{t(text)}</button>
    );

    const form = (content: Content, basedOn: number | null): VNode => {
      const closed = () => (isNew ? go(`/registry?kind=${kind.code}`) : (work.value = null));
      switch (work.value) {
        case 'replace':
          return panel(
            t('replacement.title'),
            <ReplacementForm
              id={id}
              content={content}
              basedOn={basedOn}
              onSent={(told: RegistryEditResult) => sent(told, id)}
              onClosed={closed}
            />,
          );
        case 'remove':
          return panel(
            t('document.remove'),
            <EditSender
              edits={() => [{ kind: kind.code, id, verb: 'remove' }]}
              basedOn={basedOn}
              onSent={(told: RegistryEditResult) => sent(told, id)}
              onClosed={closed}
            />,
          );
        default:
          return panel(
            isNew ? title() : t('document.edit'),
            <DocumentForm
              kind={kind}
              id={isNew ? null : id}
              content={content}
              basedOn={basedOn}
              onSent={sent}
              onClosed={closed}
            />,
          );
      }
    };

    return () => {
      const it = found.data.value;
      const head = (
        <PageHead
          title={title()}
          crumbs={[['/registry', t('nav.registry')], [`/registry?kind=${kind.code}`, kindWord(kind.code)]]}
        >
          {{ default: () => (isNew ? null : <code>{id}</code>), actions }}
        </PageHead>
      );
      if (isNew) {
        return [head, result.value ? sentNotice(result.value) : form(fresh(kind, route.value.query), null)];
      }
      if (!it) {
        return [head, waiting(found)];
      }
      const document = it.document as Content | null;
      return [
        head,
        stale(found),
        result.value ? sentNotice(result.value) : openReview(it.review),
        document && work.value ? form(document, it.asOf.change) : null,
        document
          ? panel(t('document.says'), contents(kind, id, document), {
            note: t('document.since', { n: it.change }),
          })
          : <p class='stale'>{t('document.gone')}</p>,
        hasAttachments(kind.code) ? <AttachmentPanel kind={kind.code} id={id} /> : null,
        panel(
          t('document.history'),
          versions.data.value ? history(kind.code, versions.data.value.versions) : waiting(versions),
        ),
      ];
    };
  },
}));

function contents(kind: Kind, id: string, document: Content): VNode[] {
  const subject = String(document.scope ?? 'enterprise');
  return [
    <dl class='facts'>
      {kind.fields.flatMap((field) => {
        const value = valueAt(document, field.path);
        return value === undefined ? [] : [
          <dt key={field.path}>{fieldWord(field.path)}</dt>,
          <dd>
            {kind.code === 'contact' && field.path === 'phone' && value === MASK
              ? <Phone id={id} />
              : shown(field, value, subject)}
          </dd>,
        ];
      })}
    </dl>,
    ...kind.groups.flatMap((group) => (entries(document, group).length ? [dates(group, document)] : [])),
  ];
}

/** What holds from a day on, or of each of several things. */
function dates(group: Group, document: Content): VNode {
  return (
    <section class='dates' key={group.path} aria-label={fieldWord(group.path)}>
      <h3>{fieldWord(group.path)}</h3>
      {entries(document, group).map(([name, value]) => (
        <div class='entry' key={name}>
          <strong>{keyWord(group, name)}</strong>
          <dl class='facts'>
            {group.fields.flatMap((field) => {
              const own = field.path === 'factor' ? factorOf(value) : valueAt(value, field.path);
              return own === undefined || own === null
                ? []
                : [<dt>{fieldWord(field.path || 'value')}</dt>, <dd>{shown(field, own)}</dd>];
            })}
          </dl>
        </div>
      ))}
    </section>
  );
}

/** A phone is asked for by itself, since that is on record. */
const Phone = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const phone = ref<string | null>(null);
    const problem = ref<string | null>(null);
    const mayLook = isAny(['officer']);

    async function show(): Promise<void> {
      try {
        const path = `${pathOf('registry/contact', props.id)}/phone`;
        phone.value = (await post<'/registry/contact/{id}/phone'>(path, {})).phone ?? '—';
      } catch (cause) {
        problem.value = (cause as Error).message;
      }
    }

    return () =>
      phone.value ? <a href={`tel:${phone.value}`}>{phone.value}</a> : [
        MASK,
        ' ',
        mayLook ? <button type='button' class='plain' onClick={show}>{t('document.showPhone')}</button> : null,
        problem.value ? <span class='problem'>{problem.value}</span> : null,
      ];
  },
});

function history(kind: string, versions: Version[]): VNode {
  const columns: Column<Version>[] = [
    ...changeColumns(),
    {
      key: 'what',
      title: t('document.changed'),
      class: 'wide',
      text: (row) => row.fields.join('; '),
      cell: (row) =>
        row.outcome === 'CHANGED'
          ? row.fields.map((each) => pathWords(kind, each.split('/'))).join(t('document.separator'))
          : badge(row.outcome === 'ADDED' ? 'good' : 'warn', word('document.outcome', row.outcome)),
    },
    { key: 'reason', title: t('registry.reason'), class: 'wide', cell: (row) => row.reason },
  ];
  return (
    <DataTable
      label={t('document.history')}
      columns={columns}
      rows={versions}
      rowKey={(row: Version) => row.change}
    />
  );
}
