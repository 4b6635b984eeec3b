// A photo or a PDF, as the browser shows it.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import type { Attachment } from '#api';
import { t } from '../text.ts';

export const Preview = defineComponent({
  props: {
    file: { type: Object as PropType<Attachment>, required: true },
    /** Where its content lies. */
    at: { type: String, required: true },
  },
  emits: { closed: () => true },
  setup(props, { emit }) {
    // Few browsers know what phones of one maker take photos in.
    const unknown = ref(false);
    return () => {
      const { file, at } = props;
      return (
        <figure class='file-preview'>
          <figcaption>
            <strong>{file.name}</strong>
            <a class='button' href={at} download={file.name}>{t('attachment.save')}</a>
            <button type='button' onClick={() => emit('closed')}>{t('attachment.hide')}</button>
          </figcaption>
          {unknown.value
            ? <p class='stale'>{t('attachment.unknown')}</p>
            : file.kind === 'pdf'
            ? <iframe src={at} title={file.name} />
            : <img src={at} alt={file.name} onError={() => (unknown.value = true)} />}
        </figure>
      );
    };
  },
});
