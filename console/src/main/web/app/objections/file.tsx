// An enterprise's objections on its page: those that there are, and the form for another one.
import { computed, defineComponent, ref } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Answers, Objection } from '#api';
import { live, post, query } from '../api.ts';
import { AttachmentPanel } from '../attachment/panel.tsx';
import { useForm, valueOf } from '../form.ts';
import { announce } from '../page.tsx';
import { empty, link, panel, stale, waiting } from '../parts.ts';
import { isAny } from '../rights.ts';
import { pathOf, route } from '../route.ts';
import { say, t } from '../text.ts';
import type { Objectable } from './mark.tsx';
import { ObjectionTable } from './table.tsx';

type Enterprise = Answers['/enterprises/{id}'];
type Kind = Objectable['kind'];

const MOST = 1_000;

/** What of an enterprise can be objected to, in the order of the choice; cases are objected to on their own pages too. */
const KINDS: Kind[] = ['mean', 'energy', 'intensity', 'limit', 'target', 'class', 'case'];

export const EnterpriseObjections = defineComponent({
  props: { enterprise: { type: Object as PropType<Enterprise>, required: true } },
  setup(props) {
    const found = live<'/objections'>(() => query('/objections', { enterprise: props.enterprise.id, limit: MOST }), 30);
    return () => {
      const it = found.data.value;
      return [
        isAny(['enterprise-contact'])
          ? <ObjectionForm enterprise={props.enterprise} onFiled={() => void found.refresh()} />
          : null,
        panel(t('nav.objections'), [
          stale(found),
          !it
            ? waiting(found)
            : it.rows.length
            ? <ObjectionTable rows={it.rows} />
            : empty(t('objection.none'), t('objection.noneAdvice')),
        ]),
      ];
    };
  },
});

export const ObjectionForm = defineComponent({
  props: { enterprise: { type: Object as PropType<Enterprise>, required: true } },
  emits: { filed: () => true },
  setup(props, { emit }) {
    const asked = route.value.query;
    const kind = ref<Kind>(KINDS.includes(asked.about as Kind) ? asked.about as Kind : 'mean');
    const filed = ref<Objection | null>(null);
    const cases = live<'/alerts'>(() =>
      kind.value === 'case' ? query('/alerts', { enterprise: props.enterprise.id, limit: 200 }) : null
    );
    const standings = live<'/standings'>(() =>
      kind.value === 'target' ? query('/standings', { enterprise: props.enterprise.id }) : null
    );
    const points = computed(() => props.enterprise.outlets.flatMap((outlet) => outlet.points));
    const limits = computed(() =>
      points.value.flatMap((point) => (point.limits ?? []).map((limit) => ({ point, limit })))
    );
    const form = useForm(async (fields) => {
      const value = (name: string) => String(fields.get(name) ?? '').trim();
      const body: Record<string, unknown> = { kind: kind.value, reason: value('reason') };
      for (const name of ['id', 'step', 'from', 'to', 'month']) {
        if (value(name)) {
          body[name] = value(name);
        }
      }
      if (value('year')) {
        body.year = Number(value('year'));
      }
      filed.value = await post<'/enterprises/{id}/objections'>(
        `${pathOf('enterprises', props.enterprise.id)}/objections`,
        body,
      );
      announce(t('objection.filed', { number: filed.value.number }));
      emit('filed');
    });

    const options = (name: string, label: string, all: [string, string][], usual?: string) => (
      <label>
        {label}
        <select name={name} required key={`${kind.value}-${name}-${all.length}`}>
          {all.map(([value, text]) => <option value={value} key={value} selected={value === usual}>{text}</option>)}
        </select>
      </label>
    );
    /** A time as fields of browsers take it, without its offset. */
    const local = (text: string | undefined) => !text ? '' : text.length === 10 ? `${text}T00:00` : text.slice(0, 16);

    function fields(): (VNode | null)[] {
      switch (kind.value) {
        case 'mean':
          return [
            options('id', t('column.point'), points.value.map((p) => [p.id, say(p.name)]), asked.thing),
            options(
              'step',
              t('objection.step'),
              [['hour', t('objection.hour')], ['day', t('objection.day')]],
              asked.step,
            ),
            <label>
              {t('objection.from')}
              <input type='datetime-local' name='from' required value={local(asked.from)} />
            </label>,
            <label>
              {t('objection.to')}
              <input type='datetime-local' name='to' required value={local(asked.to)} />
            </label>,
          ];
        case 'energy':
        case 'intensity':
          return [
            <label>
              {t('objection.month')}
              <input type='month' name='month' required value={asked.month ?? ''} pattern='\d{4}-\d{2}' />
            </label>,
          ];
        case 'limit':
          return [
            options(
              'id',
              t('column.limit'),
              limits.value.map(({ point, limit }) => [
                limit.id,
                `${say(point.name)} ${limit.upper ?? limit.lower ?? ''} ${limit.unit} ${say(limit.sourceText)}`,
              ]),
              asked.thing,
            ),
          ];
        case 'target': {
          const rows = standings.data.value?.rows ?? [];
          return [
            options(
              'id',
              t('column.target'),
              rows.flatMap((row) =>
                row.standing
                  ? [[row.standing.target, `${row.standing.target} ${row.standing.targetChangePercent ?? ''} %`] as [
                    string,
                    string,
                  ]]
                  : []
              ),
              asked.thing,
            ),
          ];
        }
        case 'class':
          return [
            options(
              'year',
              t('objection.year'),
              props.enterprise.performanceClasses.map((each) => [String(each.year), `${each.year} · ${each.class}`]),
              asked.year,
            ),
          ];
        default:
          return [
            options(
              'id',
              t('nav.cases'),
              (cases.data.value?.alerts ?? []).filter((c) => c.state !== 'WITHDRAWN').map((c) => [c.id, say(c.title)]),
              asked.thing,
            ),
          ];
      }
    }

    return () =>
      filed.value
        ? [
          <p class='done' role='status'>
            {t('objection.filed', { number: filed.value.number })}{' '}
            {link(pathOf('objections', filed.value.number), t('objection.see'))}
          </p>,
          <p class='hint'>{t('objection.addFiles')}</p>,
          <AttachmentPanel kind='objection' id={filed.value.number} />,
        ]
        : panel(t('objection.new'), [
          <form class='people-form' onSubmit={form.submit}>
            <p class='hint'>{t('objection.how')}</p>
            <label>
              {t('objection.about')}
              <select
                name='about'
                value={kind.value}
                onChange={(event: Event) => (kind.value = valueOf(event) as Kind)}
              >
                {KINDS.map((each) => <option value={each} key={each}>{t(`objection.kind.${each}`)}</option>)}
              </select>
            </label>
            {fields()}
            <label>
              {t('objection.reason')}
              <textarea name='reason' rows={4} maxlength={2000} required placeholder={t('objection.reasonHint')}>
              </textarea>
            </label>
            {form.message()}
            <div class='buttons'>
              <button type='submit' class='primary' disabled={form.busy.value}>{t('objection.send')}</button>
            </div>
          </form>,
        ], { id: 'object' });
  },
});
