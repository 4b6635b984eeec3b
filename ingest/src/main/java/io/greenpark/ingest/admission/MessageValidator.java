package io.greenpark.ingest.admission;

import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges the messages of one sender. Belongs to one connection and its thread. Remembers per device what the registry
 * says, until the registry changes, so that a value costs one look-up.
 */
public final class MessageValidator {
    /** Bounds what a sender that names devices at random can make a desk remember. */
    private static final int MAX_REMEMBERED = 10_000;

    private final RegistrySource source;
    private final MessageSender sender;
    private final Door door;
    private final long toleranceMs;
    private final Map<String, DeviceAccess> gates = new HashMap<>();
    private @Nullable Registry registry;

    MessageValidator(RegistrySource source, MessageSender sender, Door door, long toleranceMs) {
        this.source = source;
        this.sender = sender;
        this.door = door;
        this.toleranceMs = toleranceMs;
    }

    public MessageSender sender() {
        return sender;
    }

    /**
     * Judges one message value by value.
     *
     * @param deviceId the device that topic or path name; null where only the payload names devices
     * @param arrivalMs when the message arrived, epoch milliseconds
     * @param excerpt the beginning of the message for dead letters, asked for only if something is refused
     */
    public ValidatedMessage admit(
            @Nullable String deviceId, Decoded decoded, long arrivalMs, Supplier<String> excerpt) {
        Judgement judgement = new Judgement(arrivalMs, excerpt);
        DeviceAccess target = deviceId == null ? null : gate(deviceId);
        if (target != null && target.refusal() != null) {
            judgement.refuse(target.deviceId(), null, target.refusal(), target.detail());
        } else if (decoded instanceof Decoded.Rejected rejected) {
            judgement.refuse(deviceId, null, rejected.reason(), rejected.detail());
        } else if (decoded instanceof Decoded.Accepted accepted) {
            for (Telemetry item : accepted.items()) {
                judgement.item(item.deviceId() == null ? target : gate(item.deviceId()), item);
            }
        }
        return new ValidatedMessage(door, judgement.readings, judgement.letters);
    }

    private DeviceAccess gate(String deviceId) {
        Registry current = source.current();
        if (current != registry || gates.size() > MAX_REMEMBERED) {
            gates.clear();
            registry = current;
        }
        DeviceAccess gate = gates.get(deviceId);
        if (gate == null) {
            gate = DeviceAccess.of(current, sender, deviceId);
            gates.put(deviceId, gate);
        }
        return gate;
    }

    /** The judgement of one message. */
    private final class Judgement {
        private final long arrivalMs;
        private final Supplier<String> excerpt;
        private @Nullable String sentOnce;
        private final List<Reading> readings = new ArrayList<>(4);
        private List<DeadLetter> letters = List.of();

        Judgement(long arrivalMs, Supplier<String> excerpt) {
            this.arrivalMs = arrivalMs;
            this.excerpt = excerpt;
        }

        void item(@Nullable DeviceAccess gate, Telemetry item) {
            if (gate == null) {
                refuse(null, null, RejectReason.MALFORMED, AdmissionMessages.noDeviceNamed());
            } else if (gate.refusal() != null) {
                refuse(gate.deviceId(), null, gate.refusal(), gate.detail());
            } else if (item.time() instanceof SentTime.Unreadable time) {
                for (SentValue value : item.values()) {
                    refuse(gate.deviceId(), value.key(), RejectReason.BAD_TIME, time.detail());
                }
            } else {
                for (SentValue value : item.values()) {
                    value(gate, item.time(), value);
                }
            }
        }

        private void value(DeviceAccess gate, SentTime time, SentValue value) {
            if (value instanceof SentValue.Unreadable refused) {
                refuse(gate.deviceId(), refused.key(), refused.reason(), refused.detail());
                return;
            }
            PointValidator point = gate.point(value.key());
            if (point == null) {
                refuse(gate.deviceId(), value.key(), RejectReason.UNKNOWN_KEY, gate.unknownKey(value.key()));
            } else if (time == SentTime.NONE && point.needsTime(arrivalMs)) {
                refuse(gate.deviceId(), value.key(), RejectReason.TIME_MISSING, point.timeMissing());
            } else {
                timed(point, point.timeMs(time, arrivalMs), (SentValue.Readable) value);
            }
        }

        private void timed(PointValidator point, long timeMs, SentValue.Readable value) {
            if (timeMs > arrivalMs + toleranceMs) {
                String alone = "{\"ts\":" + timeMs + ",\"values\":{\"" + value.key() + "\":{\"v\":" + value.value()
                        + ",\"flag\":\"" + value.flag().code() + "\"}}}";
                refuse(
                        point.deviceId(),
                        value.key(),
                        RejectReason.TIME_IN_FUTURE,
                        point.inFuture(timeMs, arrivalMs, toleranceMs),
                        alone);
            } else if (timeMs < point.earliestMs()) {
                refuse(point.deviceId(), value.key(), RejectReason.TIME_TOO_OLD, point.tooOld(timeMs));
            } else if (timeMs >= point.endedMs()) {
                refuse(point.deviceId(), value.key(), RejectReason.POINT_ENDED, point.ended(timeMs));
            } else {
                readings.add(point.reading(value, timeMs, arrivalMs, door));
            }
        }

        private void refuse(@Nullable String deviceId, @Nullable String key, RejectReason reason, Bilingual detail) {
            refuse(deviceId, key, reason, detail, sent());
        }

        /** All refusals of a message share one excerpt: a message may hold thousands of them. */
        private String sent() {
            String known = sentOnce;
            if (known == null) {
                known = excerpt.get();
                sentOnce = known;
            }
            return known;
        }

        private void refuse(
                @Nullable String deviceId, @Nullable String key, RejectReason reason, Bilingual detail, String sent) {
            if (letters.isEmpty()) {
                letters = new ArrayList<>();
            }
            letters.add(new DeadLetter(door, sender.name(), deviceId, key, reason, detail, sent, arrivalMs));
        }
    }
}
