package io.greenpark.park.quarantine;

import io.greenpark.park.reading.Flag;

/**
 * A value of which no point is known yet.
 *
 * @param key the key as sent
 * @param value as sent, finite
 * @param flag the flag sent with it; {@link Flag#NORMAL} if none was
 */
public record KeptValue(String key, KeptTime time, double value, Flag flag) {}
