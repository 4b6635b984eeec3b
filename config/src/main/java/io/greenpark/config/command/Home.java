package io.greenpark.config.command;

import java.nio.file.Path;

/** The folder the distribution lies in. */
public final class Home {
    private Home() {}

    /** A folder of the distribution, such as {@code conf} with the configuration files that come with it. */
    public static Path folder(String name) {
        return home().resolve(name);
    }

    private static Path home() {
        String home = System.getProperty("greenpark.home");
        if (home == null) {
            throw UserError.failed(
                    "the folder of the distribution is not known; start with bin/greenpark, which sets it");
        }
        return Path.of(home);
    }
}
