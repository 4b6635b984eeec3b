package io.greenpark.ingest.admission;

import io.greenpark.ingest.admission.MessageValidators.Keeping;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Validates the messages of one sender value by value: may it publish for the device, which point is it, is the time
 * plausible. Pure: it stores nothing. Belongs to one connection and its thread. Remembers per device what the registry
 * says, until the registry changes, so that a value costs one look-up.
 */
public final class MessageValidator {
    /** Bounds what a sender that names devices at random can make a validator remember. */
    private static final int MAX_REMEMBERED = 10_000;

    private final RegistrySource source;
    private final MessageSender sender;
    private final Door door;
    private final long toleranceMs;
    private final Keeping keeping;
    private final Map<String, DeviceAccess> accessByDevice = new HashMap<>();
    private @Nullable Registry registry;

    MessageValidator(RegistrySource source, MessageSender sender, Door door, long toleranceMs, Keeping keeping) {
        this.source = source;
        this.sender = sender;
        this.door = door;
        this.toleranceMs = toleranceMs;
        this.keeping = keeping;
    }

    public MessageSender sender() {
        return sender;
    }

    /**
     * Validates one message.
     *
     * @param deviceId the device that topic or path name; null where only the payload names devices
     * @param arrivalMs when the message arrived, epoch milliseconds
     * @param excerpt the beginning of the message for dead letters, asked for only if something is refused
     */
    public ValidatedMessage validate(
            @Nullable String deviceId, Decoded decoded, long arrivalMs, Supplier<String> excerpt) {
        Validation validation = new Validation(arrivalMs, excerpt);
        DeviceAccess named = deviceId == null ? null : access(deviceId);
        if (named != null && named.refusal() != null) {
            validation.refuse(named.deviceId(), null, named.refusal(), named.detail());
            if (named.waits() && decoded instanceof Decoded.Accepted accepted) {
                accepted.items().forEach(item -> validation.keep(named, item));
            }
        } else if (decoded instanceof Decoded.Rejected rejected) {
            validation.refuse(named == null ? null : named.deviceId(), null, rejected.reason(), rejected.detail());
        } else if (decoded instanceof Decoded.Accepted accepted) {
            for (Telemetry item : accepted.items()) {
                validation.item(item.deviceId() == null ? named : access(item.deviceId()), item);
            }
        }
        return new ValidatedMessage(door, validation.readings, validation.deadLetters, validation.kept());
    }

    /** Refuses a message of this sender as a whole, before anything of it is decoded. */
    public ValidatedMessage refuse(
            @Nullable String deviceId, RejectReason reason, Bilingual detail, long arrivalMs, String excerpt) {
        String device = deviceId == null ? null : access(deviceId).deviceId();
        return ValidatedMessage.refused(letter(device, null, reason, detail, excerpt, arrivalMs));
    }

    private DeadLetter letter(
            @Nullable String deviceId,
            @Nullable String key,
            RejectReason reason,
            Bilingual detail,
            String sent,
            long arrivalMs) {
        boolean stranger = !sender.proved();
        return new DeadLetter(door, sender.name(), deviceId, key, reason, detail, sent, arrivalMs, stranger);
    }

    private DeviceAccess access(String deviceId) {
        Registry current = source.current();
        if (current != registry || accessByDevice.size() > MAX_REMEMBERED) {
            accessByDevice.clear();
            registry = current;
        }
        DeviceAccess access = accessByDevice.get(deviceId);
        if (access == null) {
            access = DeviceAccess.of(current, sender, deviceId, keeping == Keeping.UNKNOWN);
            accessByDevice.put(deviceId, access);
        }
        return access;
    }

    /** The validation of one message. */
    private final class Validation {
        private final long arrivalMs;
        private final Supplier<String> excerpt;
        private @Nullable String excerptTaken;
        private final List<Reading> readings = new ArrayList<>(4);
        private List<DeadLetter> deadLetters = List.of();
        private Map<PointValidator, LocalTimes> localTimes = Map.of();
        private @Nullable KeptValues waiting;

        Validation(long arrivalMs, Supplier<String> excerpt) {
            this.arrivalMs = arrivalMs;
            this.excerpt = excerpt;
        }

        void item(@Nullable DeviceAccess device, Telemetry item) {
            if (device == null) {
                refuse(null, null, RejectReason.MALFORMED, AdmissionMessages.noDeviceNamed());
            } else if (device.refusal() != null) {
                refuse(device.deviceId(), null, device.refusal(), device.detail());
                keep(device, item);
            } else if (item.time() instanceof SentTime.Unreadable time) {
                for (SentValue value : item.values()) {
                    refuse(device.deviceId(), value.key(), RejectReason.BAD_TIME, time.detail());
                }
            } else {
                for (SentValue value : item.values()) {
                    value(device, item.time(), value);
                }
            }
        }

        private void value(DeviceAccess device, SentTime time, SentValue value) {
            if (value instanceof SentValue.Unreadable unreadable) {
                refuse(device.deviceId(), unreadable.key(), unreadable.reason(), unreadable.detail());
                return;
            }
            PointValidator point = device.point(value.key());
            if (point == null) {
                refuse(device.deviceId(), value.key(), RejectReason.UNKNOWN_KEY, device.unknownKey(value.key()));
                if (device.waits()) {
                    waiting().keep(device.sent(), time, value, arrivalMs);
                }
            } else if (time == SentTime.NONE && point.needsTime(arrivalMs)) {
                refuse(device.deviceId(), value.key(), RejectReason.TIME_MISSING, point.timeMissing());
            } else {
                timed(point, time, point.timeMs(time, arrivalMs, () -> localTimes(point)), (SentValue.Readable) value);
            }
        }

        /** What of an unknown device can be read waits to be claimed. */
        void keep(DeviceAccess device, Telemetry item) {
            if (device.waits()) {
                item.values().forEach(value -> waiting().keep(device.sent(), item.time(), value, arrivalMs));
            }
        }

        private KeptValues waiting() {
            KeptValues values = waiting;
            if (values == null) {
                values = new KeptValues();
                waiting = values;
            }
            return values;
        }

        List<KeptMessage> kept() {
            ProvedSender kept = waiting == null ? null : sender.kept();
            return waiting == null || kept == null ? List.of() : waiting.messages(door, kept, arrivalMs);
        }

        private LocalTimes localTimes(PointValidator point) {
            if (localTimes.isEmpty()) {
                localTimes = new IdentityHashMap<>();
            }
            return localTimes.computeIfAbsent(point, p -> new LocalTimes());
        }

        private void timed(PointValidator point, SentTime time, long timeMs, SentValue.Readable value) {
            if (timeMs > arrivalMs + toleranceMs) {
                refuse(
                        point.deviceId(),
                        value.key(),
                        RejectReason.TIME_IN_FUTURE,
                        point.inFuture(timeMs, arrivalMs, toleranceMs),
                        asSentAlone(timeMs, value));
            } else if (keeping == Keeping.OUT_OF_TIME && point.mayCome(timeMs)) {
                waiting().keep(point.deviceId(), time, value, arrivalMs);
            } else if (timeMs < point.earliestMs()) {
                refuse(point.deviceId(), value.key(), RejectReason.TIME_TOO_OLD, point.tooOld(timeMs));
            } else if (timeMs >= point.endedMs()) {
                refuse(point.deviceId(), value.key(), RejectReason.POINT_ENDED, point.ended(timeMs));
            } else {
                readings.add(point.reading(value, timeMs, arrivalMs, door));
            }
        }

        /** The value as a message of its own, so that it can be sent again once the clock is set. */
        private static String asSentAlone(long timeMs, SentValue.Readable value) {
            return "{\"ts\":" + timeMs + ",\"values\":{\"" + value.key() + "\":{\"v\":" + value.value() + ",\"flag\":\""
                    + value.flag().code() + "\"}}}";
        }

        private void refuse(@Nullable String deviceId, @Nullable String key, RejectReason reason, Bilingual detail) {
            refuse(deviceId, key, reason, detail, excerptOnce());
        }

        /** All refusals of a message share one excerpt: a message may hold thousands of them. */
        private String excerptOnce() {
            String taken = excerptTaken;
            if (taken == null) {
                taken = excerpt.get();
                excerptTaken = taken;
            }
            return taken;
        }

        private void refuse(
                @Nullable String deviceId, @Nullable String key, RejectReason reason, Bilingual detail, String sent) {
            if (deadLetters.isEmpty()) {
                deadLetters = new ArrayList<>();
            }
            deadLetters.add(letter(deviceId, key, reason, detail, sent, arrivalMs));
        }
    }
}
