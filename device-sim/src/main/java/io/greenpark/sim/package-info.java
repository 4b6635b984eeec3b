/**
 * Devices as they behave: industry profiles, faults, replay of measured data, load. Speaks the protocols with real
 * clients and never uses the codecs of ingest.
 */
@NullMarked
package io.greenpark.sim;

import org.jspecify.annotations.NullMarked;
