package io.greenpark.store.document;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.document.FileKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of stored documents, section {@code documents}.
 *
 * @param maxFileBytes how large a file may be; a photo of a phone has up to 8 MB. Default 20 MB, range 10 MB..1 GB
 * @param kinds what files may be; all that are known by default
 * @param keepUnfinished how long an upload may take, broken lines included. Default 1 day, range 1 hour..30 days
 * @param keepUnattached how long a file is kept that was sent and attached to nothing. Default 30 days, range 1..365 days
 * @param maxDayBytes how much one account may send within a day. Default 1 GB, range 100 MB..1 TB
 * @param minFreeDiskBytes below this much free disk nothing is taken, so that readings still can be. Default 1 GB, range 0..1 TB
 */
public record DocumentConfig(
        long maxFileBytes,
        Set<FileKind> kinds,
        Duration keepUnfinished,
        Duration keepUnattached,
        long maxDayBytes,
        long minFreeDiskBytes) {
    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;
    private static final long TB = 1L << 40;
    private static final Set<FileKind> ALL = Collections.unmodifiableSet(EnumSet.allOf(FileKind.class));

    /** The defaults. */
    public static DocumentConfig defaults() {
        return new DocumentConfig(20 * MB, ALL, Duration.ofDays(1), Duration.ofDays(30), GB, GB);
    }

    /** Files of all kinds up to a size, as long as the disk has room at all. */
    public static DocumentConfig of(long maxFileBytes) {
        return defaults().with(maxFileBytes, ALL).withMinFreeDisk(0);
    }

    /** The same for files of another size and of some kinds. */
    public DocumentConfig with(long fileBytes, Set<FileKind> some) {
        return new DocumentConfig(fileBytes, some, keepUnfinished, keepUnattached, maxDayBytes, minFreeDiskBytes);
    }

    /** The same with another bound of the disk. */
    public DocumentConfig withMinFreeDisk(long bytes) {
        return new DocumentConfig(maxFileBytes, kinds, keepUnfinished, keepUnattached, maxDayBytes, bytes);
    }

    /** Reads the section {@code documents}; faults go to {@code problems}. */
    public static DocumentConfig from(Settings documents, Problems problems) {
        DocumentConfig d = defaults();
        return new DocumentConfig(
                documents.bytes("maxFileSize", d.maxFileBytes, 10 * MB, GB, problems),
                kinds(documents, problems),
                documents.duration(
                        "keepUnfinished", d.keepUnfinished, Duration.ofHours(1), Duration.ofDays(30), problems),
                documents.duration(
                        "keepUnattached", d.keepUnattached, Duration.ofDays(1), Duration.ofDays(365), problems),
                documents.bytes("maxPerAccountAndDay", d.maxDayBytes, 100 * MB, TB, problems),
                documents.bytes("minFreeDisk", d.minFreeDiskBytes, 0, TB, problems));
    }

    private static Set<FileKind> kinds(Settings documents, Problems problems) {
        List<String> codes = documents.texts("kinds");
        if (codes.isEmpty()) {
            return ALL;
        }
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        for (String code : codes) {
            Arrays.stream(FileKind.values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .ifPresentOrElse(
                            kinds::add,
                            () -> problems.add(
                                    documents.place("kinds"),
                                    documents.fullKey("kinds"),
                                    "\"" + code + "\" is no kind of files that is known; accepted: a list of "
                                            + ALL.stream().map(FileKind::code).collect(Collectors.joining(", "))));
        }
        return kinds;
    }
}
