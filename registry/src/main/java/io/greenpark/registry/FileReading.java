package io.greenpark.registry;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.RegistryFiles.FileFault;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * One reading of the files: of a configuration, and of the registry's files that it names. They are read when two looks find
 * them the same, by modification time and size, and a third one after reading does too, since an editor or a copy may be
 * half way; a missing file is a state like any other.
 *
 * @param config the configuration as it was read
 * @param look how the last look found its files
 * @param settled whether they were read; if they kept changing, what they say is faults that say so
 */
record FileReading(ConfigFile config, Map<Path, String> look, boolean settled, FileDocuments said) {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** Five seconds of looks: a start waits no longer. */
    private static final int MOST_LOOKS = 20;

    /**
     * Reads files; blocks for the time between two looks at least, for 20 times that at most.
     *
     * @param known the configuration as it was read before
     */
    static FileReading of(ConfigFile known, Pause pause) {
        ConfigFile config = known;
        Map<Path, String> seen = look(known.files());
        Map<Path, String> changing = Map.of();
        for (int looks = 1; looks < MOST_LOOKS; looks++) {
            await(pause);
            // Settings outside the registry take effect at the next start only, and so do their faults.
            config = known.readAgain(new Problems());
            changing = seen;
            seen = look(config.files());
            if (seen.equals(changing)) {
                FileDocuments said = FileDocuments.read(config);
                seen = look(config.files());
                if (seen.equals(changing)) {
                    return new FileReading(config, seen, true, said);
                }
            }
        }
        return new FileReading(config, seen, false, FileDocuments.faulty(faults(changing, seen)));
    }

    private static void await(Pause pause) {
        try {
            pause.hold(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException(
                    new Bilingual("没有读取登记册文件，因为系统正在停止", "the registry's files were not read, since Greenpark stops"));
        }
    }

    private static List<FileFault> faults(Map<Path, String> before, Map<Path, String> now) {
        Set<Path> files = new TreeSet<>(before.keySet());
        files.addAll(now.keySet());
        return files.stream()
                .filter(file -> !Objects.equals(before.get(file), now.get(file)))
                .map(file -> new FileFault(
                        file.toString(),
                        "file",
                        unsettled(BETWEEN.multipliedBy(MOST_LOOKS).toSeconds())))
                .toList();
    }

    private static Bilingual unsettled(long seconds) {
        return new Bilingual(
                "没有读取，因为在 " + seconds + " 秒内一直在变化；不再变化后即会读取：reload.watch 不为 false 时自动读取，否则请运行 greenpark reload",
                "was not read, since it kept changing for " + seconds
                        + " s; it is read when it stays the same: by itself unless reload.watch is false, or by"
                        + " greenpark reload");
    }

    /** How files are now. */
    static Map<Path, String> look(List<Path> files) {
        Map<Path, String> fingerprints = new HashMap<>();
        files.forEach(file -> fingerprints.put(file, fingerprint(file)));
        return fingerprints;
    }

    private static String fingerprint(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
