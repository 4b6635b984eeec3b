// A place to drop a file, and a field to choose it with.
import { defineComponent, ref } from 'vue';
import { t } from '../text.ts';

export const FileField = defineComponent({
  props: { disabled: { type: Boolean, default: false } },
  emits: { chosen: (_file: File) => true },
  setup(props, { emit }) {
    const over = ref(false);

    function take(files: FileList | null | undefined): void {
      over.value = false;
      const file = files?.[0];
      if (file && !props.disabled) {
        emit('chosen', file);
      }
    }

    function choose(event: Event): void {
      const field = event.target as HTMLInputElement;
      take(field.files);
      // The same file, corrected, is another choice.
      field.value = '';
    }

    return () => (
      <label
        class={['sheet-drop', over.value ? 'over' : null]}
        onDragover={(event: DragEvent) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragleave={() => (over.value = false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          take(event.dataTransfer?.files);
        }}
      >
        <span>{t('sheets.drop')}</span>
        <input type='file' accept='.xlsx,.csv' disabled={props.disabled} onChange={choose} />
      </label>
    );
  },
});
