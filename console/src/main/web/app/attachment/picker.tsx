// Where files are chosen: by a button, dropped, or taken with the camera of a phone; and how far each is.
import { defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import { bytes } from '../format.ts';
import { t } from '../text.ts';
import type { Chosen, Sendings } from './sending.ts';

export const FilePicker = defineComponent({
  props: {
    sendings: { type: Object as PropType<Sendings>, required: true },
    label: { type: String, required: true },
    /** Media types and endings that are taken. */
    accept: { type: String, required: true },
    note: { type: String, default: null },
  },
  setup(props) {
    const over = ref(false);

    function chosen(event: Event): void {
      const input = event.target as HTMLInputElement;
      props.sendings.add([...input.files ?? []]);
      // The same file may be chosen again.
      input.value = '';
    }

    function dropped(event: DragEvent): void {
      event.preventDefault();
      over.value = false;
      props.sendings.add([...event.dataTransfer?.files ?? []]);
    }

    return () => (
      <div
        class={['file-picker', over.value ? 'over' : null]}
        role='group'
        aria-label={props.label}
        onDragover={(event: DragEvent) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragleave={() => (over.value = false)}
        onDrop={dropped}
      >
        <div class='file-ways'>
          <label class='button'>
            {t('attachment.choose')}
            <input type='file' multiple accept={props.accept} onChange={chosen} />
          </label>
          <label class='button camera'>
            {t('attachment.camera')}
            <input type='file' accept='image/*' {...{ capture: 'environment' }} onChange={chosen} />
          </label>
          <span class='hint drop'>{t('attachment.drop')}</span>
        </div>
        {props.note ? <p class='hint'>{props.note}</p> : null}
        {props.sendings.chosen.length
          ? <ul class='file-sendings'>{props.sendings.chosen.map((one) => line(props.sendings, one))}</ul>
          : null}
      </div>
    );
  },
});

function line(sendings: Sendings, one: Chosen): VNode {
  return (
    <li key={one.key}>
      <span class='file-name'>{one.file.name}</span>
      {one.problem
        ? <span class='problem' role='alert'>{one.problem}</span>
        : one.made
        ? <span class='done'>{t('attachment.sent')}</span>
        : [
          <progress
            value={one.kept}
            max={one.file.size}
            aria-label={t('attachment.sending', { name: one.file.name })}
          />,
          <span class='hint'>
            {t('attachment.progress', { kept: bytes(one.kept), all: bytes(one.file.size) })}
          </span>,
        ]}
      {one.broken
        ? (
          <span class='stale' role='status'>
            {t('attachment.broken')} <button type='button' class='plain' onClick={one.again}>{t('state.again')}</button>
          </span>
        )
        : null}
      {one.made?.owner ? null : (
        <button
          type='button'
          class='plain'
          aria-label={t('attachment.giveUpOf', { name: one.file.name })}
          onClick={() => sendings.forget(one)}
        >
          {t('attachment.giveUp')}
        </button>
      )}
    </li>
  );
}
