package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.DeviceStanding;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.greenpark.park.live.LiveState.Sign;
import io.greenpark.park.registry.Device;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device as lists show it. Which are silent, the cases say: the time since the last message alone knows nothing of doors that
 * were shut.
 *
 * @param sign its last message; null if nothing ever came
 * @param refusal what was refused of it last
 */
record DeviceLine(
        Device device,
        State state,
        @Nullable Sign sign,
        @Nullable StoredDeadLetter refusal,
        ZoneId zone) {
    /** How a device stands. */
    enum State {
        TALKING,
        SILENT,
        REFUSED,
        DOOR_SHUT,
        NEVER,
        ENDED;

        static State of(boolean inUse, @Nullable Sign sign, @Nullable DeviceStanding standing) {
            if (!inUse) {
                return ENDED;
            }
            Optional<State> told = Arrays.stream(values())
                    .filter(s -> standing != null && s.name().equals(standing.name()))
                    .findFirst();
            return told.orElse(sign == null ? NEVER : TALKING);
        }
    }

    @Nullable
    Instant lastArrival() {
        return sign == null ? null : Instant.ofEpochMilli(sign.arrivalMs());
    }

    @Nullable
    Instant lastRefusal() {
        return refusal == null ? null : Instant.ofEpochMilli(refusal.letter().arrivalMs());
    }

    /** How long nothing has come; null if nothing ever came. */
    @Nullable
    Long silentForSeconds(Instant now) {
        return sign == null ? null : Long.valueOf(Math.max(0, (now.toEpochMilli() - sign.arrivalMs()) / 1_000));
    }
}
