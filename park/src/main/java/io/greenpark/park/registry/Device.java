package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A meter, sensor or data logger that speaks for itself or through a gateway.
 *
 * @param gatewayId the gateway that may publish for it; null if only the device itself may
 * @param silenceAfter how long nothing may arrive before the device counts as silent
 * @param acceptance from when on its data may be judged by
 * @param sentAs the name under which its sender sends it, where that is not its id; no other device of the same gateway has it
 */
public record Device(
        String id,
        String enterpriseId,
        Bilingual name,
        @Nullable String gatewayId,
        Duration silenceAfter,
        Acceptance acceptance,
        @Nullable String sentAs) {
    /** A device that is sent under its id. */
    public Device(
            String id,
            String enterpriseId,
            Bilingual name,
            @Nullable String gatewayId,
            Duration silenceAfter,
            Acceptance acceptance) {
        this(id, enterpriseId, name, gatewayId, silenceAfter, acceptance, null);
    }

    /** A device that nobody has to accept. */
    public Device(String id, String enterpriseId, Bilingual name, @Nullable String gatewayId, Duration silenceAfter) {
        this(id, enterpriseId, name, gatewayId, silenceAfter, Acceptance.NONE);
    }

    /** The same with another name as sent. */
    public Device sentAs(String name) {
        return new Device(id, enterpriseId, this.name, gatewayId, silenceAfter, acceptance, name);
    }
}
