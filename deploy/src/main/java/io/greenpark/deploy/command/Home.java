package io.greenpark.deploy.command;

import java.nio.file.Path;

/** The folder the distribution lies in. */
public final class Home {
    private Home() {}

    /** The configuration files that come with it. */
    static Path conf() {
        return folder().resolve("conf");
    }

    /** The settings of what {@code bench peers} measures Greenpark beside. */
    public static Path peers() {
        return folder().resolve("peers");
    }

    private static Path folder() {
        String home = System.getProperty("greenpark.home");
        if (home == null) {
            throw UserError.failed(
                    "the folder of the distribution is not known; start with bin/greenpark, which sets it");
        }
        return Path.of(home);
    }
}
