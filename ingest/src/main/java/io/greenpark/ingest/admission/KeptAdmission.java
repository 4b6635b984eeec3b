package io.greenpark.ingest.admission;

import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.quarantine.WaitingKey;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Validates what was kept, once the registry knows it, by the rules of the doors and as if it came when it came. */
public final class KeptAdmission {
    private final Map<String, Predicate<String>> brokers;
    private final Duration clockTolerance;

    /**
     * @param brokers by their names, which devices the broker entries may name
     * @param clockTolerance how far a device's clock may run ahead
     */
    public KeptAdmission(Map<String, Predicate<String>> brokers, Duration clockTolerance) {
        this.brokers = Map.copyOf(brokers);
        this.clockTolerance = clockTolerance;
    }

    /** The keys of a waiting device that have a point by now, for which its sender may publish. */
    public Set<String> admitted(WaitingDevice device, Registry registry) {
        MessageSender sender = MessageSender.of(device.sender(), brokers);
        DeviceAccess access = DeviceAccess.of(registry, sender, device.deviceId(), false);
        return access.refusal() != null
                ? Set.of()
                : device.keys().stream()
                        .map(WaitingKey::key)
                        .filter(key -> access.point(key) != null)
                        .collect(Collectors.toSet());
    }

    /**
     * What the door would have made of a message, had the registry been so; but what lies before or behind the time of its point is kept, since
     * whoever registered it may have said the wrong day.
     */
    public ValidatedMessage validate(KeptMessage message, Registry registry) {
        List<Telemetry> items =
                message.values().stream().map(KeptAdmission::item).toList();
        return MessageValidators.ofKept(RegistrySource.fixed(registry), clockTolerance)
                .forSender(MessageSender.of(message.sender(), brokers), message.door())
                .validate(
                        message.deviceId(),
                        new Decoded.Accepted(items),
                        message.arrivalMs(),
                        () -> Excerpt.of(text(message).getBytes(StandardCharsets.UTF_8)));
    }

    private static Telemetry item(KeptValue value) {
        return new Telemetry(
                null,
                KeptValues.sent(value.time()),
                List.of(new SentValue.Readable(value.key(), value.value(), value.flag())));
    }

    /** The beginning of a message that says the same, for dead letters. */
    private static String text(KeptMessage message) {
        StringBuilder text = new StringBuilder("[");
        for (KeptValue value : message.values()) {
            if (text.length() > Excerpt.MAX_BYTES) {
                break;
            }
            text.append(text.length() > 1 ? ",{" : "{")
                    .append(ts(KeptValues.sent(value.time())))
                    .append("\"values\":{\"")
                    .append(value.key())
                    .append("\":{\"v\":")
                    .append(value.value())
                    .append(",\"flag\":\"")
                    .append(value.flag().code())
                    .append("\"}}}");
        }
        return text.append(']').toString();
    }

    private static String ts(SentTime time) {
        if (time instanceof SentTime.At at) {
            return "\"ts\":" + at.epochMs() + ",";
        }
        return time instanceof SentTime.Local local ? "\"ts\":\"" + local.dateTime() + "\"," : "";
    }
}
