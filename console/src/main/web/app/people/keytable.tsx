// Keys of programs as a list, where each can be ended.
import { defineComponent, nextTick, ref } from 'vue';
import type { PropType } from 'vue';
import type { ApiKey } from '#api';
import { post } from '../api.ts';
import { dateTime } from '../format.ts';
import { useForm } from '../form.ts';
import { toHead } from '../page.tsx';
import { link, time } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf } from '../route.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/table.tsx';
import { t } from '../text.ts';
import { reasonField } from './danger.tsx';
import { grantList, grantText } from './grants.tsx';
import { keyBadge, keyState } from './words.tsx';

export const KeyTable = defineComponent({
  props: {
    keys: { type: Array as PropType<ApiKey[]>, required: true },
    /** Whether they are the reader's own, which everyone may end. */
    own: { type: Boolean, required: true },
    name: { type: String, default: null },
    file: { type: String as PropType<string | null>, default: null },
  },
  emits: ['changed'],
  setup(props, { emit }) {
    const ending = ref<ApiKey | null>(null);
    const box = ref<HTMLElement | null>(null);

    async function ask(key: ApiKey): Promise<void> {
      ending.value = key;
      await nextTick();
      box.value?.querySelector('textarea')?.focus();
    }

    function closed(): void {
      ending.value = null;
      toHead();
    }

    const form = useForm(async (fields) => {
      const id = encodeURIComponent(ending.value!.id);
      const reason = { reason: fields.get('reason') };
      await (props.own
        ? post<'/session/keys/{id}/end'>(`/session/keys/${id}/end`, reason)
        : post<'/keys/{id}/end'>(`/keys/${id}/end`, reason));
      closed();
      emit('changed');
    });

    const mayEnd = () => props.own || isAny(['account-administrator']);

    return () => (
      <div ref={box}>
        {ending.value
          ? (
            <form
              class='people-form danger'
              aria-label={t('key.end')}
              onSubmit={form.submit}
              onKeydown={(event: KeyboardEvent) => event.key === 'Escape' && closed()}
            >
              <p>
                <strong>{t('key.end')}: {ending.value.name}</strong> <code>{ending.value.id}</code>
              </p>
              <p>{t('key.endMeans')}</p>
              {reasonField()}
              {form.message()}
              <div class='buttons'>
                <button type='submit' class='dangerous' disabled={form.busy.value}>
                  {t('people.confirm', { action: t('key.end') })}
                </button>
                <button type='button' onClick={closed}>{t('people.cancel')}</button>
              </div>
            </form>
          )
          : null}
        <DataTable
          name={props.name}
          file={props.file}
          label={t('nav.keys')}
          columns={columns(mayEnd() ? ask : null)}
          rows={props.keys}
          rowKey={(row: ApiKey) => row.id}
          tone={(row: ApiKey) => (row.good ? null : 'past')}
        />
      </div>
    );
  },
});

function columns(end: ((key: ApiKey) => void) | null): Column<ApiKey>[] {
  const all: (Column<ApiKey> | null)[] = [
    {
      key: 'name',
      code: 'name',
      title: t('column.key'),
      class: 'name',
      sort: (row) => row.name,
      cell: (row) => [<strong>{row.name}</strong>, <code class='sub'>{row.id}</code>],
    },
    {
      key: 'userName',
      code: 'userName',
      title: t('column.answersFor'),
      class: 'fold',
      sort: (row) => row.userName,
      group: (row) => row.userName,
      cell: (row) =>
        isAny(['account-administrator', 'auditor'])
          ? link(pathOf('accounts', row.userName), row.userName, { class: 'soft' })
          : row.userName,
    },
    {
      key: 'grants',
      code: 'grants',
      title: t('column.grants'),
      class: 'wide',
      sort: (row) => grantText(row.grants),
      cell: (row) => grantList(row.grants),
    },
    {
      key: 'state',
      title: t('column.state'),
      sort: (row) => keyState(row),
      text: (row) => t(`key.${keyState(row)}`),
      cell: (row) => [keyBadge(row), row.endedAt ? <span class='sub'>{dateTime(row.endedAt)}</span> : null],
    },
    {
      key: 'expiresAt',
      code: 'expiresAt',
      title: t('column.expires'),
      sort: (row) => row.expiresAt,
      cell: (row) => (row.expiresAt ? time(row.expiresAt) : t('key.noEnd')),
      text: (row) => (row.expiresAt ? dateTime(row.expiresAt) : t('key.noEnd')),
    },
    {
      key: 'lastUsed',
      code: 'lastUsed',
      title: t('column.lastUsed'),
      sort: (row) => row.lastUsed,
      cell: (row) => row.lastUsed ?? t('key.neverUsed'),
    },
    {
      key: 'created',
      title: t('column.created'),
      extra: true,
      sort: (row) => row.createdAt,
      cell: (row) => [time(row.createdAt), <span class='sub'>{row.createdBy}</span>],
    },
    end
      ? {
        key: 'end',
        title: t('column.action'),
        text: () => '',
        cell: (row) => row.good ? <button type='button' onClick={() => end(row)}>{t('key.end')}…</button> : null,
      }
      : null,
  ];
  return all.filter((each) => each !== null);
}
