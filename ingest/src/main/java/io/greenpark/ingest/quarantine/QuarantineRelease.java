package io.greenpark.ingest.quarantine;

import io.greenpark.ingest.admission.KeptAdmission;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.Quarantine;
import io.greenpark.park.quarantine.Quarantine.Portion;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what waited into the log, portion by portion, whichever way its device or point came into the registry. A portion is taken out
 * of the quarantine only after the log has it for good: a process that dies in between appends the same readings again, which the books
 * know by point and time and count once. What lies before or behind the time of its point waits on, and is looked at again where its points or
 * what is kept of it changed. One thread at a time.
 */
public final class QuarantineRelease {
    /** Values of one append: small beside what doors bring, so that none of them waits for it. */
    private static final int PORTION = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineRelease.class);

    private final Quarantine quarantine;
    private final TelemetryLog log;
    private final RegistrySource registry;
    private final KeptAdmission admission;
    /** Of devices of which nothing fits as they stand. */
    private final Map<Long, Stand> waiting = new HashMap<>();

    private final ArrayDeque<Long> due = new ArrayDeque<>();
    private @Nullable Registry looked;
    private long lookedChanges;
    private volatile long lag;
    /** Of the first that is due: how far it was looked through, and as what it stood when that began. */
    private long after;

    private @Nullable Stand began;

    /** What decides of which values of a device something can be released: its points, and what is kept for them. */
    private record Stand(Map<String, Point> points, List<WaitingKey> keys) {}

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
            after = 0;
            began = null;
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
        Set<Long> there = new HashSet<>();
        for (WaitingDevice device : quarantine.devices()) {
            there.add(device.id());
            Set<String> keys = admission.admitted(device, now);
            if (!keys.isEmpty() && !stand(device, keys, now).equals(waiting.get(device.id()))) {
                due.add(device.id());
            }
        }
        waiting.keySet().retainAll(there);
        lag = due.size();
        looked = now;
        lookedChanges = changes;
        return true;
    }

    private static Stand stand(WaitingDevice device, Set<String> keys, Registry now) {
        List<WaitingKey> kept =
                device.keys().stream().filter(key -> keys.contains(key.key())).toList();
        Device named = device.sender().deviceNamed(now, device.deviceId());
        return new Stand(named == null ? Map.of() : Map.copyOf(now.pointsOfDevice(named.id())), kept);
    }

    /** False where nothing of the device is left that was not looked at. */
    private boolean release(long id, Registry now) {
        WaitingDevice device = quarantine.device(id).orElse(null);
        Set<String> keys = device == null ? Set.of() : admission.admitted(device, now);
        if (device == null || keys.isEmpty()) {
            return false;
        }
        Stand stands = stand(device, keys, now);
        Stand first = began == null ? stands : began;
        began = first;
        Portion portion = quarantine.portion(id, keys, after, PORTION);
        if (portion.messages().isEmpty()) {
            // What was looked at by other points is looked at again.
            waiting.put(id, new Stand(first.points(), stands.keys()));
            return false;
        }
        release(device, portion, now);
        after = portion.upTo();
        return true;
    }

    private void release(WaitingDevice device, Portion portion, Registry now) {
        List<Reading> readings = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        Set<Long> waitOn = new HashSet<>();
        Iterator<Long> numbers = portion.numbers().iterator();
        for (KeptMessage message : portion.messages()) {
            ValidatedMessage validated = admission.validate(message, now);
            readings.addAll(validated.readings());
            refused.addAll(validated.deadLetters());
            Set<KeptValue> kept = new HashSet<>();
            validated.kept().forEach(m -> kept.addAll(m.values()));
            for (KeptValue value : message.values()) {
                Long number = numbers.next();
                if (kept.contains(value)) {
                    waitOn.add(number);
                }
            }
        }
        if (!readings.isEmpty()) {
            log.append(readings).toCompletableFuture().join();
        }
        if (waitOn.size() < portion.numbers().size()) {
            quarantine.settle(portion, waitOn, refused);
        }
        LOG.info(
                "quarantine: device \"{}\" of {} \"{}\": {} readings released, {} refused, {} wait on, before or behind their points",
                device.deviceId(),
                device.sender().kind().code(),
                device.sender().name(),
                readings.size(),
                refused.size(),
                waitOn.size());
    }

    /** Devices of which something is yet to be released, as far as is known. */
    public long lag() {
        return lag;
    }
}
