// The dossier of a case, saved as PDF in the reader's language.
import { defineComponent, ref } from 'vue';
import { savePaper } from '../download.ts';
import { announce } from '../page.tsx';
import { pathOf } from '../route.ts';
import { t } from '../text.ts';

export const DossierButton = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const busy = ref(false);
    const problem = ref<string | null>(null);

    async function fetchIt(): Promise<void> {
      busy.value = true;
      problem.value = null;
      try {
        await savePaper(`${pathOf('alerts', props.id)}/dossier`);
        announce(t('dossier.saved'));
      } catch (cause) {
        problem.value = (cause as Error).message;
      } finally {
        busy.value = false;
      }
    }

    return () => [
      <button type='button' disabled={busy.value} aria-busy={busy.value} onClick={fetchIt}>
        {t(busy.value ? 'dossier.making' : 'dossier.save')}
      </button>,
      problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null,
    ];
  },
});
