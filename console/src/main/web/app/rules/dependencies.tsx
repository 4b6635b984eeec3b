// Which kind of case explains which: read by the office, changed as a whole by officers of the whole district.
import { defineComponent, reactive, ref } from 'vue';
import type { VNode } from 'vue';
import type { RuleDependencies } from '#api';
import { live, put } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { openReview } from '../openreview.tsx';
import { announce } from '../page.tsx';
import { panel, time, waiting } from '../parts.ts';
import { isAnyOfWhole } from '../rights.ts';
import { say, t } from '../text.ts';

type Dependency = RuleDependencies['dependencies'][number];

const REFRESH_SECONDS = 300;
const STOPPED = 'enterprise-stopped';

export const DependenciesPanel = defineComponent({
  setup() {
    const found = live<'/rule-dependencies'>(() => '/rule-dependencies', REFRESH_SECONDS);
    const draft = ref<{ based: number; all: Dependency[] } | null>(null);

    const form = useForm(async (fields) => {
      const based = draft.value!.based;
      const told = await put<'/rule-dependencies'>('/rule-dependencies', {
        based,
        reason: String(fields.get('reason') ?? ''),
        emergency: fields.get('emergency') !== null,
        dependencies: draft.value!.all,
      });
      draft.value = null;
      announce(t(told.version === based ? 'document.waits' : 'explain.done'));
      await found.refresh();
    });

    function edit(it: RuleDependencies): void {
      draft.value = reactive({ based: it.version, all: JSON.parse(JSON.stringify(it.dependencies)) });
    }

    const kind = (it: RuleDependencies, code: string): string =>
      say(it.kinds.find((each) => each.code === code)?.text) || code;

    const shown = (it: RuleDependencies): VNode => (
      <table class='plain-table dependencies'>
        <thead>
          <tr>
            <th scope='col'>{t('explain.explaining')}</th>
            <th scope='col'>{t('explain.explained')}</th>
            <th scope='col'>{t('explain.relation')}</th>
          </tr>
        </thead>
        <tbody>
          {it.dependencies.map((each) => (
            <tr key={`${each.explaining} ${each.explained} ${each.relation}`}>
              <td>{kind(it, each.explaining)}</td>
              <td>{kind(it, each.explained)}</td>
              <td>{say(it.relations.find((one) => one.code === each.relation)?.text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );

    const chooser = (
      label: string,
      value: string,
      options: { code: string; text: RuleDependencies['kinds'][number]['text'] }[],
      change: (code: string) => void,
    ): VNode => (
      <label class='act-field'>
        <span>{label}</span>
        <select value={value} onChange={(event: Event) => change(valueOf(event))}>
          {options.map((each) => <option value={each.code} key={each.code}>{say(each.text)}</option>)}
        </select>
      </label>
    );

    const editing = (it: RuleDependencies, all: Dependency[]): VNode => (
      <form class='act-form mute-form rule-form' onSubmit={form.submit} aria-label={t('explain.edit')}>
        {all.map((each, place) => (
          <fieldset key={place} class='plan-names dependency'>
            {chooser(t('explain.explaining'), each.explaining, it.kinds, (code) => {
              each.explaining = code;
              each.relation = code === STOPPED ? 'enterprise' : each.relation;
            })}
            {chooser(
              t('explain.explained'),
              each.explained,
              it.kinds.filter((one) => one.code !== STOPPED),
              (code) => (each.explained = code),
            )}
            {chooser(
              t('explain.relation'),
              each.relation,
              it.relations,
              (code) => (each.relation = code as Dependency['relation']),
            )}
            <button
              type='button'
              onClick={() =>
                all.splice(place, 1)}
            >
              {t('explain.remove')}
            </button>
          </fieldset>
        ))}
        <p>
          <button
            type='button'
            onClick={() =>
              all.push({ explaining: STOPPED, explained: 'data-stands-still', relation: 'enterprise' })}
          >
            {t('explain.add')}
          </button>
        </p>
        <label class='act-field'>
          <span>{t('procedure.reason')}</span>
          <textarea name='reason' rows={2} maxlength={2000} required></textarea>
        </label>
        <label class='check'>
          <input type='checkbox' name='emergency' /> {t('document.emergency')}
        </label>
        {form.message()}
        <div class='buttons'>
          <button type='submit' class='primary' disabled={form.busy.value}>{t('policy.publish')}</button>
          <button type='button' onClick={() => (draft.value = null)}>{t('handling.cancel')}</button>
        </div>
      </form>
    );

    const versions = (it: RuleDependencies): VNode => (
      <ol class='steps'>
        {it.versions.map((each) => (
          <li key={each.version} class='step'>
            <strong>{t('handling.version', { n: each.version })}</strong>{' '}
            {each.version === 0 ? null : <span class='soft'>{[time(each.at), ' · ', each.by]}</span>}
            <blockquote>{each.version === 0 ? t('procedure.shipped') : each.reason}</blockquote>
          </li>
        ))}
      </ol>
    );

    return () => {
      const it = found.data.value;
      return panel(
        t('explain.title'),
        it
          ? [
            openReview(it.review),
            draft.value ? editing(it, draft.value.all) : shown(it),
            <details>
              <summary>{t('procedure.versions')}</summary>
              {versions(it)}
            </details>,
          ]
          : waiting(found),
        {
          note: t('explain.note'),
          actions: it && !draft.value && isAnyOfWhole(['officer'])
            ? [<button type='button' onClick={() => edit(it)}>{t('explain.edit')}</button>]
            : undefined,
        },
      );
    };
  },
});
