package io.greenpark.store.deadletter;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of what waits to be claimed, section {@code quarantine}.
 *
 * @param keep how long a reading waits; a device that was discarded is known for as long after its last message. Default 60 d, range
 *     1 h..3650 d
 * @param maxDevicesPerSender devices of one sender that wait, and so many more that were discarded; of further ones nothing is kept.
 *     Default 200, range 1..10000
 * @param maxKeysPerDevice keys of one device; of further ones nothing is kept. Default 50, range 1..1000
 * @param maxReadingsPerKey readings of one key; beyond, the newer half stays as it is and of the older one a quarter of an hour, so that a
 *     register of 30 days is whole. Default 4000, range 100..100000
 * @param maxReadings readings in all, each of about 150 bytes; beyond, the sender with the most loses its oldest. Default 1000000, range
 *     1000..100000000
 */
public record QuarantineConfig(
        Duration keep, int maxDevicesPerSender, int maxKeysPerDevice, int maxReadingsPerKey, int maxReadings) {
    /** The defaults. */
    public static QuarantineConfig defaults() {
        return new QuarantineConfig(Duration.ofDays(60), 200, 50, 4_000, 1_000_000);
    }

    /** Reads the section {@code quarantine}; faults go to {@code problems}. */
    public static QuarantineConfig from(Settings quarantine, Problems problems) {
        QuarantineConfig d = defaults();
        return new QuarantineConfig(
                quarantine.duration("keep", d.keep, Duration.ofHours(1), Duration.ofDays(3650), problems),
                quarantine.integer("maxDevicesPerSender", d.maxDevicesPerSender, 1, 10_000, problems),
                quarantine.integer("maxKeysPerDevice", d.maxKeysPerDevice, 1, 1_000, problems),
                quarantine.integer("maxReadingsPerKey", d.maxReadingsPerKey, 100, 100_000, problems),
                quarantine.integer("maxReadings", d.maxReadings, 1_000, 100_000_000, problems));
    }
}
