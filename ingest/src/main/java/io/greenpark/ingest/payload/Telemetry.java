package io.greenpark.ingest.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of one device at one time.
 *
 * @param deviceId the device that the payload names ({@link PayloadForm#GATEWAY}); null if topic, path or sign-in do
 * @param time the time as sent
 * @param values at least one, each key once
 */
public record Telemetry(@Nullable String deviceId, SentTime time, List<SentValue> values) {}
