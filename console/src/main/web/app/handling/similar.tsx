// Cases like one, with what they were: about the same point, or of the same rule about the same enterprise.
import { defineComponent } from 'vue';
import { live } from '../api.ts';
import { badge, empty, link, panel, stale, time, waiting } from '../parts.ts';
import { pathOf } from '../route.ts';
import { say, t } from '../text.ts';

const REFRESH_SECONDS = 300;
const SHOWN = 5;

export const SimilarCases = defineComponent({
  props: { id: { type: String, required: true } },
  setup(props) {
    const found = live<'/alerts/{id}/similar'>(() => `${pathOf('alerts', props.id)}/similar`, REFRESH_SECONDS);
    return () => {
      const rows = found.data.value?.rows;
      return panel(
        t('handling.similar'),
        !rows ? waiting(found) : rows.length
          ? [
            stale(found),
            <ul class='similar-cases'>
              {rows.slice(0, SHOWN).map((row) => (
                <li key={row.id}>
                  {link(pathOf('cases', row.id), row.number ? `${row.number} ${say(row.title)}` : say(row.title))}
                  <div class='soft'>
                    {time(row.raisedAt)}
                    {row.stageName ? [' ', badge('quiet', say(row.stageName))] : null}
                    {row.cause ? [' ', t('handling.cause', { cause: say(row.cause.name) })] : null}
                  </div>
                </li>
              ))}
            </ul>,
          ]
          : empty(t('handling.similarNone'), t('handling.similarNoneAdvice')),
        { note: rows && rows.length > SHOWN ? t('handling.similarOf', { n: rows.length, shown: SHOWN }) : null },
      );
    };
  },
});
