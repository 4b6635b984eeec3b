/**
 * Who sends, for which device and point, at what time. A {@link io.greenpark.ingest.admission.MessageValidator} per sender
 * turns decoded values one by one into readings and dead letters; {@link io.greenpark.ingest.intake} makes both durable
 * next. No protocol and no framework is known here.
 */
@NullMarked
package io.greenpark.ingest.admission;

import org.jspecify.annotations.NullMarked;
