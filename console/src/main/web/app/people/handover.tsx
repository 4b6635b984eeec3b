// Somebody leaves: all that the account answers for goes to others, to one or by park and enterprise, as it was looked at before; the account is closed.
import { computed, defineComponent, reactive, ref, watch } from 'vue';
import type { PropType, VNode } from 'vue';
import type { Account, Answers } from '#api';
import { live, post, query } from '../api.ts';
import { useForm, valueOf } from '../form.ts';
import { empty, link, panel, waiting } from '../parts.ts';
import { pathOf } from '../route.ts';
import { compare } from '../table/column.ts';
import { say, t, word } from '../text.ts';
import { reasonField } from './danger.tsx';

type Things = Answers['/accounts/{id}/belongings'];

const MOST = 10_000;

/** What lies in a park or belongs to an enterprise of what is handed over. */
interface Part {
  id: string;
  name: string;
  cases: number;
  named: number;
}

/** Parks with the enterprises in them of which there is something. */
interface ParkPart extends Part {
  enterprises: Part[];
}

function partsOf(it: Things, named: (kind: 'PARK' | 'ENTERPRISE', id: string) => string): ParkPart[] {
  const parks = new Map<string, ParkPart>();
  const parkOf = (id: string) => {
    const known = parks.get(id) ?? { id, name: named('PARK', id), cases: 0, named: 0, enterprises: [] };
    parks.set(id, known);
    return known;
  };
  const count = (park: string | null, enterprise: string | null, what: 'cases' | 'named') => {
    if (!park) {
      return;
    }
    const whole = parkOf(park);
    whole[what]++;
    if (enterprise) {
      let part = whole.enterprises.find((each) => each.id === enterprise);
      if (!part) {
        part = { id: enterprise, name: named('ENTERPRISE', enterprise), cases: 0, named: 0 };
        whole.enterprises.push(part);
      }
      part[what]++;
    }
  };
  it.cases.forEach((each) => count(each.park, each.enterprise, 'cases'));
  it.named.forEach((each) => count(each.park, each.enterprise, 'named'));
  const byName = (a: Part, b: Part) => compare(a.name, b.name, 1);
  parks.forEach((park) => park.enterprises.sort(byName));
  return [...parks.values()].sort(byName);
}

export const HandOver = defineComponent({
  props: { account: { type: Object as PropType<Account>, required: true } },
  emits: { done: () => true, closed: () => true },
  setup(props, { emit }) {
    const path = () => pathOf('accounts', props.account.userName);
    const things = live<'/accounts/{id}/belongings'>(() => `${path()}/belongings`, 60);
    const accounts = live<'/accounts'>(() => `/accounts?state=open&limit=${MOST}`, 60);
    const others = computed(() =>
      (accounts.data.value?.rows ?? []).filter((each) => each.userName !== props.account.userName)
    );
    // Whoever opens accounts sees no pages of parks, and has to name them all the same.
    const scopes = live<'/scopes'>(() => query('/scopes', { limit: MOST }), 600);
    const named = (kind: 'PARK' | 'ENTERPRISE', id: string) =>
      say(scopes.data.value?.rows.find((each) => each.kind === kind && each.id === id)?.name) || id;
    /** An account by its person's name; an office by its own. */
    const called = (name: string) => others.value.find((each) => each.userName === name)?.fullName ?? name;
    const to = ref('');
    const office = ref('');
    const shares = reactive<Record<string, string>>({});
    const renewKeys = ref(false);
    const preview = ref<Things | null>(null);
    /** Of keys that go on: nobody can look them up afterwards. */
    const secrets = ref<{ id: string; name: string; to: string; secret: string }[]>([]);
    // What was looked at is what is done: another choice is looked at anew.
    watch([to, office, renewKeys, () => ({ ...shares })], () => (preview.value = null));

    const body = (reason: string) => ({
      ...(to.value ? { to: to.value } : {}),
      ...(!to.value && office.value.trim() ? { office: office.value.trim() } : {}),
      shares: Object.entries(shares).filter(([, who]) => who).map(([key, who]) => {
        const [kind, ...id] = key.split(':');
        return { [kind]: id.join(':'), to: who };
      }),
      renewKeys: renewKeys.value,
      version: props.account.version,
      reason,
    });
    const form = useForm(
      async (fields) => {
        const reason = String(fields.get('reason')).trim();
        if (!preview.value) {
          preview.value = await post<'/accounts/{id}/hand-over/preview'>(`${path()}/hand-over/preview`, body(reason));
          // The reason stays: an error keeps the fields of a form, and so does a look before.
          throw new Looked();
        }
        const done = await post<'/accounts/{id}/hand-over'>(`${path()}/hand-over`, body(reason));
        secrets.value = done.secrets;
        if (!done.secrets.length) {
          emit('done');
        }
      },
      () => null,
      (cause) => (cause instanceof Looked ? '' : cause.message),
    );

    const receivers = (key: string, usual: string) => (
      <select
        aria-label={t('handOver.to')}
        value={shares[key] ?? ''}
        onChange={(event: Event) => (shares[key] = valueOf(event))}
      >
        <option value=''>{usual}</option>
        {others.value.map((each) => (
          <option value={each.userName} key={each.userName}>{`${each.fullName} (${each.userName})`}</option>
        ))}
      </select>
    );

    const share = (part: Part, key: string, usual: string, css: string) => (
      <tr key={key} class={css}>
        <td>{part.name}</td>
        <td class='number' data-title={t('handOver.cases')}>{part.cases}</td>
        <td class='number' data-title={t('handOver.named')}>{part.named}</td>
        <td data-title={t('handOver.to')}>{receivers(key, usual)}</td>
      </tr>
    );

    const sharing = (parts: ParkPart[]) =>
      parts.length
        ? (
          <details class='more' open={parts.length > 1 || parts[0].enterprises.length > 1}>
            <summary>{t('handOver.share')}</summary>
            <div class='table-scroll'>
              <table class='handover-shares'>
                <thead>
                  <tr>
                    <th scope='col'>{t('column.about')}</th>
                    <th scope='col' class='number'>{t('handOver.cases')}</th>
                    <th scope='col' class='number'>{t('handOver.named')}</th>
                    <th scope='col'>{t('handOver.to')}</th>
                  </tr>
                </thead>
                <tbody>
                  {parts.map((park) => [
                    share(park, `park:${park.id}`, t('handOver.asRest'), 'group'),
                    ...park.enterprises.map((each) => share(each, `enterprise:${each.id}`, t('handOver.asPark'), '')),
                  ])}
                </tbody>
              </table>
            </div>
          </details>
        )
        : null;

    return () => {
      const it = things.data.value;
      return panel(
        t('handOver.title', { name: props.account.fullName }),
        secrets.value.length
          ? (
            <div class='handover' role='status'>
              <p>{t('handOver.secrets')}</p>
              <dl class='facts'>
                {secrets.value.map((each) => [
                  <dt key={each.id}>{`${each.name} → ${each.to}`}</dt>,
                  <dd>
                    <code>{each.secret}</code>
                  </dd>,
                ])}
              </dl>
              <div class='buttons'>
                <button type='button' class='primary' onClick={() => emit('done')}>{t('handOver.noted')}</button>
              </div>
            </div>
          )
          : !it || !accounts.data.value
          ? waiting(it ? accounts : things)
          : others.value.length === 0
          ? empty(t('handOver.nobody'), t('handOver.nobodyAdvice'))
          : (
            <form class='people-form handover' onSubmit={form.submit}>
              <p>{t('handOver.means', { name: props.account.fullName })}</p>
              {belongings(it)}
              <label>
                {t('handOver.toRest')}
                <select name='to' value={to.value} onChange={(event: Event) => (to.value = valueOf(event))}>
                  <option value=''>—</option>
                  {others.value.map((each) => (
                    <option value={each.userName} key={each.userName}>
                      {`${each.fullName} (${each.userName})`}
                    </option>
                  ))}
                </select>
              </label>
              {to.value ? null : (
                <label>
                  {t('handOver.office')}
                  <input
                    maxlength={100}
                    value={office.value}
                    placeholder={t('handOver.officeHint')}
                    onInput={(event: Event) => (office.value = valueOf(event))}
                  />
                </label>
              )}
              {it.keys.length
                ? (
                  <label class='check'>
                    <input
                      type='checkbox'
                      checked={renewKeys.value}
                      onChange={(event: Event) => (renewKeys.value = (event.target as HTMLInputElement).checked)}
                    />
                    {t('handOver.renewKeys')}
                  </label>
                )
                : null}
              {sharing(partsOf(it, named))}
              {reasonField()}
              {preview.value ? previewed(preview.value, called) : null}
              {form.message()}
              <div class='buttons'>
                <button type='submit' class={preview.value ? 'dangerous' : 'primary'} disabled={form.busy.value}>
                  {t(preview.value ? 'handOver.go' : 'handOver.look')}
                </button>
                <button type='button' onClick={() => emit('closed')}>{t('people.cancel')}</button>
              </div>
            </form>
          ),
      );
    };
  },
});

/** Not an error: what would go to whom is there to be looked at. */
class Looked extends Error {}

function belongings(it: Things): VNode {
  const some = (n: number) => (n ? String(n) : t('handOver.none'));
  return (
    <dl class='facts'>
      <dt>{t('nav.cases')}</dt>
      <dd>{some(it.cases.length)}</dd>
      <dt>{t('handOver.named')}</dt>
      <dd>{some(it.named.length)}</dd>
      <dt>{t('nav.keys')}</dt>
      <dd>{it.keys.length ? it.keys.map((key) => <div key={key.id}>{key.name}</div>) : t('handOver.none')}</dd>
      <dt>{t('nav.reviews')}</dt>
      <dd>
        {it.reviews.length
          ? it.reviews.map((number) => (
            <div key={number}>{link(`/reviews/${number}`, t('review.title', { n: number }))}</div>
          ))
          : t('handOver.none')}
      </dd>
      <dt>{t('nav.cleanProduction')}</dt>
      <dd>{some(it.audits.length)}</dd>
      <dt>{t('deputy.title')}</dt>
      <dd>
        {it.deputyships.length
          ? it.deputyships.map((each) => <div key={each.id}>{`${each.account} → ${each.deputy}`}</div>)
          : t('handOver.none')}
      </dd>
    </dl>
  );
}

/** What would go to whom. */
function previewed(it: Things, called: (name: string) => string): VNode {
  const stays = it.named.filter((each) => each.to === null);
  return (
    <section class='handover-preview' role='status' aria-label={t('handOver.preview')}>
      <h3>{t('handOver.preview')}</h3>
      <ul>
        {it.receivers.map((each) => (
          <li key={each.name}>
            <strong>{called(each.name)}</strong>:{' '}
            {t('handOver.gets', { cases: each.cases, named: each.named, keys: each.keys })}
          </li>
        ))}
        {it.reviews.length
          ? <li>{t('handOver.reviewsTo', { n: it.reviews.length, name: it.reviewer ?? '' })}</li>
          : null}
        {it.audits.map((each) => (
          <li key={each.enterprise}>
            {each.to
              ? t('handOver.auditTo', { enterprise: say(each.name), name: each.to })
              : t('handOver.auditStays', { enterprise: say(each.name) })}
          </li>
        ))}
        {it.keys.filter((key) => key.to === null).map((key) => (
          <li key={key.id}>{t('handOver.keyEnds', { name: key.name })}</li>
        ))}
        {stays.length ? <li>{t('handOver.stays', { n: stays.length })}</li> : null}
        {it.deputyships.map((each) => (
          <li key={each.id}>
            {`${each.account} → ${each.deputy}: `}
            {each.to ? t('handOver.deputyTo', { name: each.to }) : t('handOver.deputyEnds')}
          </li>
        ))}
      </ul>
      <details class='more'>
        <summary>{t('handOver.each')}</summary>
        <ul>
          {it.cases.map((each) => <li key={each.id}>{`${say(each.name)} · ${word('rule', each.rule)} → ${each.to}`}
          </li>)}
          {it.named.map((each) => (
            <li key={`${each.role} ${each.kind} ${each.id}`}>
              {`${word('role', each.role)} · ${say(each.name)} → ${each.to ?? '—'}`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
