package io.greenpark.ingest.admission;

import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptTime;
import io.greenpark.park.quarantine.KeptTime.Form;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.reading.Door;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of one message found no point and can be read: by device, in the order sent. */
final class KeptValues {
    private final Map<String, List<KeptValue>> byDevice = new LinkedHashMap<>();

    void keep(String deviceId, SentTime time, SentValue value, long arrivalMs) {
        KeptTime at = time(time, arrivalMs);
        if (at != null && value instanceof SentValue.Readable readable) {
            byDevice.computeIfAbsent(deviceId, id -> new ArrayList<>())
                    .add(new KeptValue(readable.key(), at, readable.value(), readable.flag()));
        }
    }

    List<KeptMessage> messages(Door door, ProvedSender sender, long arrivalMs) {
        List<KeptMessage> messages = new ArrayList<>();
        byDevice.forEach((device, values) -> messages.add(new KeptMessage(door, sender, device, arrivalMs, values)));
        return messages;
    }

    /** Null for what cannot be read as a time. */
    private static @Nullable KeptTime time(SentTime time, long arrivalMs) {
        if (time instanceof SentTime.At at) {
            return new KeptTime(Form.INSTANT, at.epochMs());
        }
        if (time instanceof SentTime.Local local) {
            return new KeptTime(
                    Form.LOCAL, local.dateTime().toInstant(ZoneOffset.UTC).toEpochMilli());
        }
        return time == SentTime.NONE ? new KeptTime(Form.ARRIVAL, arrivalMs) : null;
    }

    /** A time as it was sent. */
    static SentTime sent(KeptTime time) {
        return switch (time.form()) {
            case ARRIVAL -> SentTime.NONE;
            case INSTANT -> new SentTime.At(time.ms());
            case LOCAL ->
                new SentTime.Local(LocalDateTime.ofEpochSecond(
                        Math.floorDiv(time.ms(), 1_000L),
                        (int) Math.floorMod(time.ms(), 1_000L) * 1_000_000,
                        ZoneOffset.UTC));
        };
    }
}
