/**
 * What a payload says, whatever its format: a {@link io.greenpark.ingest.payload.Decoded} of values with their times, each
 * readable or with the reason why it is not. Codecs such as {@link io.greenpark.ingest.json} produce it, {@link
 * io.greenpark.ingest.admission} validates it against the registry next.
 */
@NullMarked
package io.greenpark.ingest.payload;

import org.jspecify.annotations.NullMarked;
