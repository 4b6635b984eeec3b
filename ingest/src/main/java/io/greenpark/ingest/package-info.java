/**
 * Telemetry on its way into the log: decode, validate, append, acknowledge. One package per door ({@code mqtt}, {@code
 * coap}, {@code broker}); behind them all the same {@link io.greenpark.ingest.IngestPipeline}: a format of {@link
 * io.greenpark.ingest.PayloadFormats} decodes, {@link io.greenpark.ingest.admission} validates, {@link
 * io.greenpark.ingest.intake} makes durable. A new door needs a {@link io.greenpark.ingest.admission.MessageSender} and a
 * {@link io.greenpark.ingest.intake.Backpressure} per connection.
 */
@NullMarked
package io.greenpark.ingest;

import org.jspecify.annotations.NullMarked;
