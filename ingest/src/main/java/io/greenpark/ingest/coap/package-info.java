/**
 * The CoAP door: {@code POST /greenpark/{device}/telemetry}, over DTLS with pre-shared keys (the identity is the device or
 * its gateway) or, on loopback only, in the clear. Requests go through the {@link io.greenpark.ingest.IngestPipeline}; the
 * answer 2.04 is sent after the commit. {@link io.greenpark.ingest.coap.DatagramParser} holds what RFC 7252 wants ignored or
 * rejected; what the stack refuses by itself is kept by {@link io.greenpark.ingest.coap.StackRefusals}.
 */
@NullMarked
package io.greenpark.ingest.coap;

import org.jspecify.annotations.NullMarked;
