package io.greenpark.ingest.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values that share one device and one time.
 *
 * @param deviceId the device the payload names (gateway form); null if the payload names none and topic or path decide
 * @param time the time as sent
 * @param values at least one, each key once
 */
public record Telemetry(@Nullable String deviceId, SentTime time, List<SentValue> values) {}
