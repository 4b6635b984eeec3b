// The API for scripts and other systems: every operation, whom it is for, what it takes and answers, with requests that work.
import { computed, defineComponent, onMounted, ref, shallowRef } from 'vue';
import { PageHead } from '../page.tsx';
import { empty, panel, waiting } from '../parts.ts';
import { param } from '../route.ts';
import { valueOf } from '../form.ts';
import { t, word } from '../text.ts';
import { coded } from '../reference/coded.tsx';
import { operations } from '../reference/contract.ts';
import type { Description, Operation } from '../reference/contract.ts';
import { OperationPart } from '../reference/operation.tsx';

const CONTRACT = '/api/openapi.json';

export const ReferencePage = defineComponent({
  setup() {
    const description = shallowRef<Description | null>(null);
    const error = shallowRef<Error | null>(null);
    const words = param('q');
    const typed = ref(words.value);

    async function refresh(): Promise<void> {
      error.value = null;
      try {
        const response = await fetch(CONTRACT);
        if (!response.ok) {
          throw new Error(t('error.status', { status: response.status }));
        }
        description.value = await response.json();
      } catch (cause) {
        error.value = cause instanceof TypeError ? new Error(t('error.unreachable')) : cause as Error;
      }
    }
    onMounted(refresh);

    const found = computed(() => {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const all = description.value ? operations(description.value) : [];
      return all.filter((it) => wanted.every((each) => textOf(it).includes(each)));
    });

    return () => {
      const it = description.value;
      return [
        <PageHead title={t('nav.api')} />,
        !it ? waiting({ data: description, error, refresh }) : [
          panel(t('reference.how'), [
            <p>{t('reference.intro', { server: it.servers[0].url })}</p>,
            <p>
              {t('reference.files')} <a href='/api/openapi.yaml'>openapi.yaml</a>, <a href={CONTRACT}>openapi.json</a>
            </p>,
            <details>
              <summary>{t('reference.rules')}</summary>
              <div lang='en'>{it.info.description.split('\n').filter(Boolean).map((text) => <p>{coded(text)}</p>)}</div>
            </details>,
          ]),
          <div class='filters'>
            <input
              type='search'
              aria-label={t('reference.search')}
              placeholder={t('reference.search')}
              value={typed.value}
              onInput={(event: Event) => (words.value = typed.value = valueOf(event))}
            />
            <span class='note' role='status'>{t('reference.count', { n: found.value.length })}</span>
          </div>,
          found.value.length === 0 ? empty(t('reference.none'), t('reference.noneAdvice')) : null,
          it.tags.map(({ name }) => {
            const of = found.value.filter((each) => each.tag === name);
            return of.length
              ? panel(
                word('reference.tag', name),
                of.map((each) => <OperationPart key={each.id} operation={each} description={it} />),
              )
              : null;
          }),
        ],
      ];
    };
  },
});

function textOf(it: Operation): string {
  return `${it.method} ${it.path} ${it.id} ${it.summary} ${it.description}`.toLowerCase();
}
