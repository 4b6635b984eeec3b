package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measured quantity of one device. The id is immutable and never reused; a removed point is ended, not deleted.
 *
 * @param id unique in the installation
 * @param deviceId the device that measures it
 * @param key the key under which the device sends it
 * @param enterpriseId the enterprise of the device
 * @param outletId the outlet it watches; null for meters
 * @param quantity what is measured, the name of its InfluxDB measurement, e.g. {@code electricity}, {@code nox}
 * @param name name for people
 * @param facts its dated facts, oldest first, at least one
 * @param replacements recorded meter replacements, oldest first
 * @param endedAt from when on it takes no readings; null while in use
 */
public record Point(
        String id,
        String deviceId,
        String key,
        String enterpriseId,
        @Nullable String outletId,
        String quantity,
        Bilingual name,
        List<PointFacts> facts,
        List<Replacement> replacements,
        @Nullable Instant endedAt) {
    public Point {
        facts = List.copyOf(facts);
        replacements = List.copyOf(replacements);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("point " + id + " has no facts");
        }
    }

    /** The facts in force at a time; empty before the first. */
    public Optional<PointFacts> factsAt(Instant at) {
        PointFacts inForce = null;
        for (PointFacts f : facts) {
            if (!f.validFrom().isAfter(at)) {
                inForce = f;
            }
        }
        return Optional.ofNullable(inForce);
    }

    /** The newest facts. */
    public PointFacts currentFacts() {
        return facts.get(facts.size() - 1);
    }
}
