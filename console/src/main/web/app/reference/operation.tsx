// One operation of the API: what it does, takes and answers, and for those that only read, a way to try it here.
import { defineComponent, onMounted, ref } from 'vue';
import type { PropType } from 'vue';
import { request } from '../api.ts';
import { valueOf } from '../form.ts';
import { param } from '../route.ts';
import { t, word } from '../text.ts';
import { coded } from './coded.tsx';
import { commandOf, typeOf } from './contract.ts';
import type { Description, Operation } from './contract.ts';
import { Fields, titleOf } from './schema.tsx';

/** Of longer answers the beginning is shown. */
const SHOWN_CHARACTERS = 20_000;

export const OperationPart = defineComponent({
  props: {
    operation: { type: Object as PropType<Operation>, required: true },
    description: { type: Object as PropType<Description>, required: true },
  },
  setup(props) {
    // The one that was opened last stands in the address, so that it can be sent to somebody else.
    const named = param('operation');
    const open = ref(named.value === props.operation.id);
    const part = ref<HTMLElement | null>(null);
    onMounted(() => open.value && part.value?.scrollIntoView());

    function toggled(event: Event): void {
      open.value = (event.target as HTMLDetailsElement).open;
      if (open.value || named.value === props.operation.id) {
        named.value = open.value ? props.operation.id : '';
      }
    }

    return () => {
      const it = props.operation;
      return (
        <details ref={part} class='operation' open={open.value} onToggle={toggled}>
          <summary>
            <span class={['method', it.method.toLowerCase()]}>{it.method}</span>
            <code>{it.path}</code>
            <span class='what'>{it.summary}</span>
          </summary>
          {open.value ? <Body operation={it} description={props.description} /> : null}
        </details>
      );
    };
  },
});

const Body = defineComponent({
  props: {
    operation: { type: Object as PropType<Operation>, required: true },
    description: { type: Object as PropType<Description>, required: true },
  },
  setup(props) {
    return () => {
      const it = props.operation;
      const server = props.description.servers[0].url;
      return (
        <div class='operation-body'>
          {it.description ? <p lang='en'>{coded(it.description)}</p> : null}
          <p class='note'>
            {t('reference.roles', {
              roles: it.roles.map((role) => word('role', role)).join(t('list.comma')),
              scope: word('viewScope', it.scope),
            })}
          </p>
          {it.parameters.length ? [<h4>{t('reference.parameters')}</h4>, parameters(it)] : null}
          {it.body?.schema
            ? [<h4>{t('reference.body')}</h4>, <Fields schema={it.body.schema} description={props.description} />]
            : null}
          <h4>{t('reference.answers')}</h4>
          <dl class='answers-of'>
            {it.answers.map(([status, answer]) => {
              const [type, content] = Object.entries(answer.content ?? {})[0] ?? [];
              return [
                <dt>{status === 'default' ? t('reference.otherwise') : status}</dt>,
                <dd>
                  <span lang='en'>{coded(answer.description)}</span>
                  {content?.schema && status === '200'
                    ? (
                      <details>
                        <summary>{`${titleOf(content.schema)} (${type})`}</summary>
                        <Fields schema={content.schema} description={props.description} />
                      </details>
                    )
                    : null}
                </dd>,
              ];
            })}
          </dl>
          <h4>{t('reference.example')}</h4>
          <pre class='command' tabindex={0}>{commandOf(it, server)}</pre>
          {it.method === 'GET' && it.id !== 'events' ? <Trial example={it.example} /> : null}
        </div>
      );
    };
  },
});

function parameters(it: Operation) {
  return (
    <ul class='fields'>
      {it.parameters.map((each) => {
        const { type, allowed } = typeOf(each.schema);
        return (
          <li key={each.name}>
            <code>{each.name}</code>
            <span class='type'>
              {`${t(`reference.in.${each.in}`)} · ${type}${each.required ? '' : ` · ${t('reference.optional')}`}`}
            </span>
            {allowed.length ? <span class='allowed'>{allowed.join(' · ')}</span> : null}
            {each.description ? <p lang='en'>{coded(each.description)}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Sends a request as whoever is signed in, and shows what came back just as it came. */
const Trial = defineComponent({
  props: { example: { type: String, required: true } },
  setup(props) {
    const path = ref(props.example);
    const answer = ref<string | null>(null);
    const status = ref('');

    async function send(event: Event): Promise<void> {
      event.preventDefault();
      answer.value = null;
      status.value = t('state.loading');
      try {
        const response = await request(path.value, { headers: { accept: 'application/json' } });
        const text = await response.text();
        status.value = t('reference.came', { status: response.status, bytes: new TextEncoder().encode(text).length });
        answer.value = shown(text);
      } catch {
        status.value = t('error.unreachable');
      }
    }

    return () => (
      <form class='trial' onSubmit={send}>
        <label>
          <span>{t('reference.try')}</span>
          <input
            type='text'
            value={path.value}
            spellcheck={false}
            onInput={(event: Event) => (path.value = valueOf(event))}
          />
        </label>
        <button type='submit'>{t('reference.send')}</button>
        <p role='status'>{status.value}</p>
        {answer.value === null ? null : <pre tabindex={0}>{answer.value}</pre>}
      </form>
    );
  },
});

function shown(text: string): string {
  let whole = text;
  try {
    whole = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // No JSON: shown as it came.
  }
  return whole.length <= SHOWN_CHARACTERS
    ? whole
    : `${whole.slice(0, SHOWN_CHARACTERS)}\n… ${t('reference.longer', { n: whole.length - SHOWN_CHARACTERS })}`;
}
