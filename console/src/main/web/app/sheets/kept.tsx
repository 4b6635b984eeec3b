// The sources whose sheets are known: by name, with who provides the figures, and a way to forget one.
import { defineComponent, ref } from 'vue';
import type { KeptMapping } from '#api';
import { live, refusalOf, request } from '../api.ts';
import { dateTime } from '../format.ts';
import { panel } from '../parts.ts';
import { t } from '../text.ts';

export const KeptMappings = defineComponent({
  setup() {
    const kept = live<'/figure-sheets/mappings'>(() => '/figure-sheets/mappings', 60);
    /** The one that is to be forgotten, once somebody says so again. */
    const going = ref<string | null>(null);
    const problem = ref<string | null>(null);

    async function forget({ id, version }: KeptMapping): Promise<void> {
      problem.value = null;
      going.value = null;
      const response = await request(`/figure-sheets/mappings/${id}?version=${version}`, { method: 'DELETE' });
      if (!response.ok) {
        problem.value = (await refusalOf(response)).message;
      }
      await kept.refresh();
    }

    const one = (mapping: KeptMapping) => (
      <li key={mapping.id}>
        <span>
          <strong>{mapping.name}</strong>
          <span class='sub'>
            {t('figures.keptBy', {
              source: mapping.source,
              by: mapping.changedBy,
              at: dateTime(mapping.changedAt),
            })}
          </span>
        </span>
        <span class='buttons'>
          {going.value === mapping.id
            ? [
              <span>{t('figures.forgetNote')}</span>,
              <button type='button' class='dangerous' onClick={() => forget(mapping)}>{t('figures.forget')}</button>,
              <button type='button' onClick={() => (going.value = null)}>{t('people.cancel')}</button>,
            ]
            : (
              <button
                type='button'
                aria-label={`${t('figures.forget')} ${mapping.name}`}
                onClick={() => (going.value = mapping.id)}
              >
                {t('figures.forget')}…
              </button>
            )}
        </span>
      </li>
    );

    return () => {
      const mappings = kept.data.value?.mappings ?? [];
      return mappings.length
        ? panel(
          t('figures.kept.title'),
          <div>
            <ul class='sheet-rows'>{mappings.map(one)}</ul>
            {problem.value ? <p class='problem' role='alert'>{problem.value}</p> : null}
          </div>,
        )
        : null;
    };
  },
});
