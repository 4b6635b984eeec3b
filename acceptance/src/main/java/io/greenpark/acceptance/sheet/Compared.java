package io.greenpark.acceptance.sheet;

import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.LineComparison;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sheet comes to.
 *
 * @param lines in the order of the sheet
 * @param ofDevice the checks of the device as a whole
 * @param photos ids of the photos
 */
public record Compared(List<LineComparison> lines, List<Check> ofDevice, List<String> photos) {
    public static final Compared NOTHING = new Compared(List.of(), List.of(), List.of());

    public Compared {
        lines = List.copyOf(lines);
        ofDevice = List.copyOf(ofDevice);
        photos = List.copyOf(photos);
    }

    /** All checks, those of the device first. */
    public List<Check> checks() {
        return Stream.concat(ofDevice.stream(), lines.stream().flatMap(l -> l.checks().stream()))
                .toList();
    }

    /** Those that stand against accepting the device. */
    public List<Check> failed() {
        return checks().stream().filter(check -> !check.passed()).toList();
    }
}
