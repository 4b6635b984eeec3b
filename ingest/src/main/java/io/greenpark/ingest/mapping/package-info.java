/**
 * Payloads of gateways that send JSON of their own: an expression of the installation makes of each what the platform reads. Comes in from
 * the settings; what it makes goes to {@link io.greenpark.ingest.json.TelemetryJson}.
 */
@NullMarked
package io.greenpark.ingest.mapping;

import org.jspecify.annotations.NullMarked;
