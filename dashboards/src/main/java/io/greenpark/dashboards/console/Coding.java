package io.greenpark.dashboards.console;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file was compressed when it was built (RFC 9110, section 8.4), the smallest first. */
enum Coding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    /** Not at all. */
    IDENTITY("identity", "");

    private static final Pattern ITEM =
            Pattern.compile("([a-z0-9*-]+)(?:\\s*;\\s*q=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** As {@code Content-Encoding} has it. */
    String token() {
        return token;
    }

    /** What its files' names have more than the file's. */
    String suffix() {
        return suffix;
    }

    /**
     * The one that a client likes best of those there are, of equal ones the smallest. One that wants nothing of all is sent the file as
     * it is.
     *
     * @param lines the lines {@code Accept-Encoding} of a request (RFC 9110, section 12.5.3)
     */
    static Coding best(List<String> lines, Set<Coding> there) {
        return Arrays.stream(values())
                .filter(there::contains)
                .filter(each -> each.liking(lines) > 0)
                .max(Comparator.comparingDouble((Coding each) -> each.liking(lines))
                        .thenComparing(Comparator.comparing(Coding::ordinal).reversed()))
                .orElse(IDENTITY);
    }

    /** From 0 (not acceptable) to 1. What is not named is taken as {@code *} is; without that only the file as it is, last. */
    private double liking(List<String> lines) {
        OptionalDouble stated = stated(lines, token);
        if (stated.isEmpty()) {
            stated = stated(lines, "*");
        }
        double unnamed = this == IDENTITY ? Double.MIN_VALUE : 0;
        return stated.orElse(unnamed);
    }

    private static OptionalDouble stated(List<String> lines, String name) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(item -> ITEM.matcher(item.strip().toLowerCase(Locale.ROOT)))
                .filter(Matcher::matches)
                .filter(item -> item.group(1).equals(name))
                .mapToDouble(item -> item.group(2) == null ? 1 : Double.parseDouble(item.group(2)))
                .max();
    }
}
