// What an answer or a body consists of: its fields, and on demand the fields of what those are.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import { t } from '../text.ts';
import { coded } from './coded.tsx';
import { nameOf, parts, resolved, typeOf } from './contract.ts';
import type { Description, Schema } from './contract.ts';

type Field = [name: string, schema: Schema, required: boolean];

/** The fields of an object, those of all its parts together; of a list or map those of what is in it. */
function fieldsOf(schema: Schema, description: Description): Field[] {
  const it = resolved<Schema>(schema, description);
  if (it.items) {
    return fieldsOf(it.items, description);
  }
  if (typeof it.additionalProperties === 'object') {
    return fieldsOf(it.additionalProperties, description);
  }
  const own = Object.entries(it.properties ?? {}).map(([name, of]): Field => [
    name,
    of,
    it.required?.includes(name) ?? false,
  ]);
  return [...parts(it).flatMap((part) => fieldsOf(part, description)), ...own];
}

export const Fields = defineComponent({
  name: 'Fields',
  props: {
    schema: { type: Object as PropType<Schema>, required: true },
    description: { type: Object as PropType<Description>, required: true },
  },
  setup(props) {
    // What is open is drawn, and no more: objects lead to objects without end.
    const open = ref(new Set<string>());
    const toggle = (name: string, isOpen: boolean) => {
      const now = new Set(open.value);
      isOpen ? now.add(name) : now.delete(name);
      open.value = now;
    };
    return () => {
      const fields = fieldsOf(props.schema, props.description);
      return (
        <ul class='fields'>
          {fields.map(([name, schema, required]) => {
            const { type, named, allowed } = typeOf(schema);
            const said = schema.description ?? resolved<Schema>(schema, props.description).description;
            return (
              <li key={name}>
                <code>{name}</code>
                <span class='type'>{type}{required ? '' : ` · ${t('reference.optional')}`}</span>
                {allowed.length ? <span class='allowed'>{allowed.join(' · ')}</span> : null}
                {said ? <p lang='en'>{coded(said)}</p> : null}
                {fieldsOf(schema, props.description).length
                  ? (
                    <details onToggle={(event: Event) => toggle(name, (event.target as HTMLDetailsElement).open)}>
                      <summary>{t('reference.fieldsOf', { name: named ?? name })}</summary>
                      {open.value.has(name) ? <Fields schema={schema} description={props.description} /> : null}
                    </details>
                  )
                  : null}
              </li>
            );
          })}
        </ul>
      );
    };
  },
});

/** The name of what a schema is, where it has one. */
export function titleOf(schema: Schema): string {
  return schema.$ref ? nameOf(schema.$ref) : typeOf(schema).type;
}
