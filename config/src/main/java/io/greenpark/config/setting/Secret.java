package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a secret where a setting says it is kept: in the environment, in a file, or in the setting itself. */
final class Secret {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern LINE = Pattern.compile(":\\d+$");
    private static final String FILE = "file:";

    private Secret() {}

    static @Nullable String resolve(String key, Scalar value, Problems problems) {
        String text = value.text().strip();
        Matcher environment = ENVIRONMENT.matcher(text);
        if (environment.matches()) {
            String name = environment.group(1);
            String secret = System.getenv(name);
            if (secret == null || secret.isEmpty()) {
                problems.add(value.place(), key, "the environment variable \"" + name + "\" is not set; set it");
                return null;
            }
            return secret;
        }
        return text.startsWith(FILE) ? fromFile(key, text.substring(FILE.length()), value.place(), problems) : text;
    }

    private static @Nullable String fromFile(String key, String path, String place, Problems problems) {
        try {
            String secret = Files.readString(directoryOf(place).resolve(path)).stripTrailing();
            if (!secret.isEmpty()) {
                return secret;
            }
            problems.add(place, key, "the secret's file \"" + path + "\" is empty; write the secret into it");
        } catch (IOException | InvalidPathException e) {
            problems.add(
                    place, key, "the secret's file \"" + path + "\" cannot be read; give the path of a readable file");
        }
        return null;
    }

    /** Where relative paths start: beside the file that names them, or where the command was started. */
    private static Path directoryOf(String place) {
        Matcher line = LINE.matcher(place);
        Path parent =
                line.find() ? Path.of(line.replaceFirst("")).toAbsolutePath().getParent() : null;
        return parent == null ? Path.of("") : parent;
    }
}
