package io.greenpark.ingest;

import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.intake.Intake;
import java.time.Clock;

/**
 * The way of a message behind every door: its format decodes it, a validator of its sender checks it, the intake makes it
 * durable and tells the door. Any thread may use it.
 */
public record IngestPipeline(PayloadFormats formats, MessageValidators validators, Intake intake, Clock clock) {}
