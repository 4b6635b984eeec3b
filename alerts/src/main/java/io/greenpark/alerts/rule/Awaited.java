package io.greenpark.alerts.rule;

import io.greenpark.park.registry.Device;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device of which a message is awaited, through a door that is open.
 *
 * @param lastHeard when its newest message arrived; null if none ever did
 * @param silentSince the same; if none ever arrived, since when it is expected
 * @param countedFrom from when on its silence counts: later than {@code silentSince} where it was not expected, the platform
 *     did not listen, its door was shut, or its gateway was silent after that
 */
public record Awaited(Device device, @Nullable Instant lastHeard, Instant silentSince, Instant countedFrom) {
    /** When it has been silent for as long as allowed. */
    Instant dueAt() {
        return countedFrom.plus(device.silenceAfter());
    }

    /** Whether it has been silent for longer than allowed. */
    public boolean overdue(Instant until) {
        return !until.isBefore(dueAt());
    }

    /** Whether it has been silent for half of what is allowed: most devices have missed a message by then. */
    public boolean quiet(Instant until) {
        return !until.isBefore(countedFrom.plus(device.silenceAfter().dividedBy(2)));
    }

    /** Whether it has been silent for half as long again as allowed; others that were quiet when it became overdue are by now too. */
    public boolean longOverdue(Instant until) {
        return !until.isBefore(countedFrom
                .plus(device.silenceAfter())
                .plus(device.silenceAfter().dividedBy(2)));
    }

    /** Who sends for it: its gateway, or itself. */
    public String sender() {
        return Objects.requireNonNullElse(device.gatewayId(), device.id());
    }

    /** Whether something came of it later than that. */
    public boolean heardAfter(Instant at) {
        return lastHeard != null && lastHeard.isAfter(at);
    }
}
