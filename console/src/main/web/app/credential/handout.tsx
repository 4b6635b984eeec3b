// New credentials of devices and gateways for whoever sets them up: a sealed archive, and beside it the passphrase that is shown this once.
import { defineComponent, shallowRef } from 'vue';
import type { PropType } from 'vue';
import type { Orders } from '#api';
import { post } from '../api.ts';
import { save } from '../download.ts';
import { Danger } from '../people/danger.tsx';
import { ShownOnce } from '../people/secret.tsx';
import { isAny } from '../rights.ts';
import { t } from '../text.ts';

type Sealed = Orders['/credentials'];

export const HandOut = defineComponent({
  props: {
    devices: { type: Array as PropType<readonly string[]>, default: () => [] },
    gateways: { type: Array as PropType<readonly string[]>, default: () => [] },
  },
  setup(props) {
    const sealed = shallowRef<Sealed | null>(null);

    async function make(reason: string): Promise<void> {
      sealed.value = await post<'/credentials'>('/credentials', {
        devices: props.devices,
        gateways: props.gateways,
        reason,
      });
      download();
    }

    function download(): void {
      const { archive, name } = sealed.value!;
      const bytes = Uint8Array.from(atob(archive), (each) => each.charCodeAt(0));
      save(new Blob([bytes], { type: 'application/zip' }), name);
    }

    return () =>
      !isAny(['officer', 'operator']) ? null : sealed.value
        ? (
          <ShownOnce
            title={t('handOut.passphrase')}
            advice={t('handOut.advice', { n: sealed.value.count })}
            secret={sealed.value.passphrase}
            onNoted={() => (sealed.value = null)}
          >
            <p>
              <button type='button' onClick={download}>{t('handOut.download')}</button>
            </p>
            {sealed.value.withoutPassword.length
              ? <p>{t('handOut.withoutPassword', { ids: sealed.value.withoutPassword.join('、') })}</p>
              : null}
          </ShownOnce>
        )
        : (
          <Danger
            action={t('handOut.action')}
            consequence={t('handOut.consequence', { n: props.devices.length + props.gateways.length })}
            send={make}
            hint={t('handOut.reasonHint')}
          />
        );
  },
});
