/**
 * The JSON that widespread gateways send, decoded value by value. Bytes come in, a {@link
 * io.greenpark.ingest.payload.Decoded} goes out: what was readable, with every unreadable value beside it. Nothing here
 * knows the registry; {@link io.greenpark.ingest.admission} validates next.
 */
@NullMarked
package io.greenpark.ingest.json;

import org.jspecify.annotations.NullMarked;
