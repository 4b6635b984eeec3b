package io.greenpark.dashboards.api;

/** Names of files in packs: as people know the things, and such as every system can write. */
final class PackNames {
    private static final int LONGEST = 80;

    private PackNames() {}

    static String safe(String name) {
        String safe = name.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || "-_.".indexOf(c) >= 0 ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("\\.{2,}", ".");
        return safe.length() <= LONGEST
                ? safe
                // What a file is can be told by its ending.
                : safe.substring(0, LONGEST / 2) + "_" + safe.substring(safe.length() - LONGEST / 2);
    }
}
