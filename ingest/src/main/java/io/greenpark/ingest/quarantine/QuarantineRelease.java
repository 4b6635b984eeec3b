package io.greenpark.ingest.quarantine;

import io.greenpark.ingest.admission.KeptAdmission;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.Quarantine.Portion;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what waited into the log, portion by portion, whichever way its device or point came into the registry. A portion is taken out
 * of the quarantine only after the log has it for good: a process that dies in between appends the same readings again, which the books
 * know by point and time and count once. One thread at a time.
 */
public final class QuarantineRelease {
    /** Values of one append: small beside what doors bring, so that none of them waits for it. */
    private static final int PORTION = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineRelease.class);

    private final Quarantine quarantine;
    private final TelemetryLog log;
    private final RegistrySource registry;
    private final KeptAdmission admission;
    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private @Nullable Registry looked;
    private long lookedChanges;
    private volatile long lag;

    public QuarantineRelease(
            Quarantine quarantine, TelemetryLog log, RegistrySource registry, KeptAdmission admission) {
        this.quarantine = quarantine;
        this.log = log;
        this.registry = registry;
        this.admission = admission;
    }

    /**
     * Releases a portion.
     *
     * @return whether there may be more to do at once
     */
    public boolean step() {
        Registry now = registry.current();
        if (due.isEmpty() && !look(now)) {
            return false;
        }
        Long id = due.peek();
        if (id != null && !release(id, now)) {
            due.remove();
            lag = due.size();
        }
        return true;
    }

    /** Looks for what has a point by now, where registry or quarantine changed since the last look; false where neither did. */
    @SuppressWarnings("ReferenceEquality") // a registry is a snapshot: another one is another object
    private boolean look(Registry now) {
        long changes = quarantine.changes();
        if (now == looked && changes == lookedChanges) {
            return false;
        }
        for (WaitingDevice device : quarantine.devices()) {
            if (!admission.admitted(device, now).isEmpty()) {
                due.add(device.id());
            }
        }
        lag = due.size();
        looked = now;
        lookedChanges = changes;
        return true;
    }

    /** False where nothing of the device is left to release. */
    private boolean release(long id, Registry now) {
        WaitingDevice device = quarantine.device(id).orElse(null);
        Set<String> keys = device == null ? Set.of() : admission.admitted(device, now);
        if (device == null || keys.isEmpty()) {
            return false;
        }
        Portion portion = quarantine.portion(id, keys, PORTION);
        if (!portion.messages().isEmpty()) {
            release(device, portion, now);
        }
        return !portion.messages().isEmpty();
    }

    private void release(WaitingDevice device, Portion portion, Registry now) {
        List<Reading> readings = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        for (KeptMessage message : portion.messages()) {
            ValidatedMessage validated = admission.validate(message, now);
            readings.addAll(validated.readings());
            refused.addAll(validated.deadLetters());
        }
        if (!readings.isEmpty()) {
            log.append(readings).toCompletableFuture().join();
        }
        quarantine.settle(portion, refused);
        LOG.info(
                "quarantine: device \"{}\" of {} \"{}\": {} readings released, {} refused",
                device.deviceId(),
                device.sender().kind().code(),
                device.sender().name(),
                readings.size(),
                refused.size());
    }

    /** Devices of which something is yet to be released, as far as is known. */
    public long lag() {
        return lag;
    }
}
