/**
 * Telemetry through existing brokers: one subscriber per configured broker. Messages come in at QoS 1, are decoded,
 * validated and made durable by the {@link io.greenpark.ingest.IngestPipeline}, and only then acknowledged to the broker,
 * which keeps the rest for the next connection. What a broker acknowledges to its own publishers is no promise of this
 * platform.
 */
@NullMarked
package io.greenpark.ingest.broker;

import org.jspecify.annotations.NullMarked;
