// Files attached to something: listed, looked at, added, and removed with a reason.
import { defineComponent, ref, watch } from 'vue';
import type { VNode } from 'vue';
import type { Attachment, AttachmentList } from '#api';
import { live, post, query } from '../api.ts';
import { bytes } from '../format.ts';
import { Danger } from '../people/danger.tsx';
import { empty, panel, stale, time, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { t } from '../text.ts';
import { FilePicker } from './picker.tsx';
import { Preview } from './preview.tsx';
import { useSendings } from './sending.ts';

const REFRESH_SECONDS = 30;
const MB = 1024 * 1024;

/** Kinds of documents that no file is attached to. */
const WITHOUT = ['contact', 'statistic', 'bill'];

/** Whether whoever is signed in sees files of a kind of things. */
export function hasAttachments(kind: string): boolean {
  return !WITHOUT.includes(kind) &&
    isAny(['officer', 'leader', 'enterprise-contact', 'grid-officer', 'maintainer', 'operator', 'auditor']);
}

/** Where the content of a file lies. */
export function contentOf(one: Attachment): string {
  return `/api/v1${pathOf('attachments', one.id)}/content`;
}

/** Gives a file to what it belongs to. */
export async function attach(one: Attachment, kind: string, id: string, about?: string): Promise<Attachment> {
  return await post<'/attachments/{id}/attach'>(`${pathOf('attachments', one.id)}/attach`, {
    kind,
    id,
    about: about ?? null,
  });
}

/** What a field for files takes: media types, and endings of those that browsers do not know. */
function acceptOf(taken: AttachmentList['taken']): string {
  const endings = taken.kinds.flatMap((
    { kind },
  ) => (['heic', 'heif', 'csv', 'txt'].includes(kind) ? [`.${kind}`] : []));
  return [...taken.kinds.map((each) => each.mediaType), ...endings].join(',');
}

export const AttachmentPanel = defineComponent({
  props: {
    kind: { type: String, required: true },
    id: { type: String, required: true },
    /** The files stay as they are: none is added or removed. */
    fixed: { type: Boolean, default: false },
  },
  /** A file was attached or removed. */
  emits: { changed: () => true },
  setup(props, { emit }) {
    const mayAdd = !props.fixed && isAny(['officer', 'enterprise-contact', 'grid-officer', 'maintainer', 'operator']);
    // What an objection was filed with stays.
    const mayRemove = !props.fixed && props.kind !== 'objection' && isAny(['officer', 'operator']);
    const found = live<'/attachments'>(
      () => query('/attachments', { kind: props.kind, id: props.id }),
      REFRESH_SECONDS,
    );
    const shown = ref<Attachment | null>(null);
    const sendings = useSendings(async (made) => {
      const attached = await attach(made, props.kind, props.id);
      emit('changed');
      await found.refresh();
      return attached;
    });
    watch(() => [props.kind, props.id], () => (shown.value = null));

    async function remove(one: Attachment, reason: string): Promise<void> {
      await post<'/attachments/{id}/remove'>(`${pathOf('attachments', one.id)}/remove`, { reason });
      shown.value = shown.value?.id === one.id ? null : shown.value;
      emit('changed');
      await found.refresh();
    }

    const columns = (): Column<Attachment>[] => [
      {
        key: 'name',
        title: t('attachment.name'),
        class: 'name',
        sort: (row) => row.name,
        text: (row) => row.name,
        cell: (row) => <a href={contentOf(row)} download={row.name}>{row.name}</a>,
      },
      { key: 'kind', title: t('attachment.kind'), sort: (row) => row.kind, cell: (row) => row.kind.toUpperCase() },
      {
        key: 'size',
        title: t('attachment.size'),
        number: true,
        sort: (row) => row.bytes,
        cell: (row) => bytes(row.bytes),
      },
      { key: 'by', title: t('attachment.by'), sort: (row) => row.uploadedBy, cell: (row) => row.uploadedBy },
      { key: 'at', title: t('attachment.at'), sort: (row) => row.uploadedAt, cell: (row) => time(row.uploadedAt) },
      {
        key: 'captured',
        title: t('attachment.captured'),
        sort: (row) => row.capturedAt,
        cell: (row) => row.capturedAt?.replace('T', ' ').slice(0, 16) ?? '—',
      },
      {
        key: 'about',
        title: t('attachment.about'),
        sort: (row) => row.about,
        cell: (row) => (row.about ? time(row.about) : '—'),
      },
      {
        key: 'acts',
        title: t('attachment.acts'),
        class: 'acts',
        text: () => '',
        cell: (row) => [
          row.shown
            ? (
              <button
                type='button'
                aria-expanded={shown.value?.id === row.id}
                aria-label={t('attachment.showOf', { name: row.name })}
                onClick={() => (shown.value = shown.value?.id === row.id ? null : row)}
              >
                {t('attachment.show')}
              </button>
            )
            : null,
          mayRemove
            ? (
              <Danger
                key={row.id}
                action={t('attachment.remove')}
                consequence={t('attachment.consequence', { name: row.name })}
                send={(reason: string) => remove(row, reason)}
              />
            )
            : null,
        ],
      },
    ];

    const list = (it: AttachmentList): VNode =>
      it.attachments.length
        ? (
          <DataTable
            label={t('attachment.title')}
            columns={columns()}
            rows={it.attachments}
            rowKey={(row: Attachment) => row.id}
          />
        )
        : empty(t('attachment.none'), t('attachment.noneAdvice'));

    const picker = ({ taken }: AttachmentList): VNode => (
      <FilePicker
        sendings={sendings}
        label={t('attachment.add')}
        accept={acceptOf(taken)}
        note={t('attachment.limits', {
          kinds: taken.kinds.map((each) => each.kind.toUpperCase()).join(', '),
          most: Math.round(taken.mostBytes / MB),
        })}
      />
    );

    return () => {
      const it = found.data.value;
      return panel(
        t('attachment.title'),
        it
          ? [
            stale(found),
            list(it),
            shown.value
              ? (
                <Preview
                  key={shown.value.id}
                  file={shown.value}
                  at={contentOf(shown.value)}
                  onClosed={() => (shown.value = null)}
                />
              )
              : null,
            mayAdd ? picker(it) : null,
          ]
          : waiting(found),
        { id: 'attachments' },
      );
    };
  },
});
