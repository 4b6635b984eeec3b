/**
 * Telemetry through brokers that stand already: one subscriber per configured broker. Messages come in at QoS 1, are
 * decoded, judged and made durable by {@link io.greenpark.ingest.admission}, and only then acknowledged to the broker,
 * which keeps the rest for the next connection. What a broker acknowledges to its own publishers promises nothing of
 * this platform.
 */
@NullMarked
package io.greenpark.ingest.broker;

import org.jspecify.annotations.NullMarked;
