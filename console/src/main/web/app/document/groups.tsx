// What a document says day by day, time by time, or for each carrier or quantity: entered, changed and taken away one by one.
import { defineComponent, ref } from 'vue';
import type { PropType } from 'vue';
import { valueOf } from '../form.ts';
import { t, word } from '../text.ts';
import { entered, entries, entryAt, factorOf, valueAt, withValue } from './content.ts';
import type { Content } from './content.ts';
import { CARRIERS } from './fields.ts';
import type { Group } from './fields.ts';
import { FieldInput } from './input.tsx';
import { instantOf } from './times.ts';
import { fieldWord, keyWord } from './words.tsx';

export const GroupEditor = defineComponent({
  props: {
    group: { type: Object as PropType<Group>, required: true },
    content: { type: Object as PropType<Content>, required: true },
    problems: { type: Object as PropType<Record<string, string>>, default: () => ({}) },
  },
  emits: { changed: (_content: Content) => true },
  setup(props, { emit }) {
    const key = ref('');

    function add(): void {
      const { group, content } = props;
      const name = group.by === 'time' ? instantOf(key.value) : key.value.trim();
      if (name === '' || valueAt(content, group.path) && name in (content[group.path] as Content)) {
        return;
      }
      // What was so before is so still, until somebody says otherwise.
      const last = entries(content, group).filter(([each]) => each < name).at(-1)?.[1];
      const start = group.by === 'time' && group.path === 'facts' && last ? { ...(last as Content) } : usual(group);
      emit('changed', { ...content, [group.path]: { ...(content[group.path] as Content ?? {}), [name]: start } });
      key.value = '';
    }

    function remove(name: string): void {
      const left = { ...(props.content[props.group.path] as Content) };
      delete left[name];
      emit('changed', withValue(props.content, [props.group.path], Object.keys(left).length ? left : null));
    }

    function set(name: string, path: string, value: unknown): void {
      const { group, content } = props;
      const below = path === '' ? [group.path, name] : [group.path, name, ...path.split('.')];
      let changed = withValue(content, below, value);
      if (path === 'factor') {
        // The older way to say it would contradict.
        changed = withValue(changed, [group.path, name, 'boundary'], null);
      }
      // An entry that is empty stays until it is taken away.
      if (valueAt(changed, group.path) === undefined || !(name in (changed[group.path] as Content))) {
        changed = {
          ...changed,
          [group.path]: { ...(changed[group.path] as Content ?? {}), [name]: path === '' ? '' : {} },
        };
      }
      emit('changed', changed);
    }

    const keyInput = () => {
      const { by } = props.group;
      return by === 'carrier'
        ? (
          <select
            aria-label={fieldWord(`by.${by}`)}
            value={key.value}
            onChange={(e: Event) => (key.value = valueOf(e))}
          >
            <option value=''>—</option>
            {CARRIERS.map((code) => <option value={code} key={code}>{word('carrier', code)}</option>)}
          </select>
        )
        : (
          <input
            aria-label={fieldWord(`by.${by}`)}
            type={by === 'date' ? 'date' : by === 'time' ? 'datetime-local' : 'text'}
            value={key.value}
            onInput={(event: Event) => (key.value = valueOf(event))}
          />
        );
    };

    return () => {
      const { group, content } = props;
      return (
        <fieldset class='group'>
          <legend>{fieldWord(group.path)}</legend>
          {entries(content, group).map(([name, value]) => (
            <div class='entry' key={name}>
              <div class='entry-head'>
                <strong>{keyWord(group, name)}</strong>
                <button type='button' class='plain' onClick={() => remove(name)}>
                  {t('document.takeAway')}
                </button>
              </div>
              <div class='fields-row'>
                {group.fields.map((field) => (
                  <FieldInput
                    key={field.path}
                    field={field}
                    value={field.path === 'factor' ? factorOf(value) : entryAt(value, field.path)}
                    problem={props.problems[[group.path, name, field.path].filter(Boolean).join('.')] ?? null}
                    onEntered={(given: string | boolean) => set(name, field.path, entered(field, given))}
                  />
                ))}
              </div>
            </div>
          ))}
          <div class='entry-new'>
            {keyInput()}
            <button type='button' disabled={key.value === ''} onClick={add}>
              {t(`document.add.${group.by}`)}
            </button>
          </div>
        </fieldset>
      );
    };
  },
});

function usual(group: Group): unknown {
  if (group.fields[0].path === '') {
    return '';
  }
  return group.fields.reduce<Content>(
    (content, field) => (field.usual === undefined ? content : withValue(content, field.path.split('.'), field.usual)),
    {},
  );
}
