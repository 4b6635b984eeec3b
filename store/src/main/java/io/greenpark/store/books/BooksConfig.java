package io.greenpark.store.books;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the books database.
 *
 * @param server the PostgreSQL server that holds the books; null for the SQLite file in the data folder
 * @param readers reading connections held open
 * @param hotDays days, counted back from today, whose readings stay uncompacted
 * @param compactEvery how often to look for closed days, key {@code foldEvery}
 */
public record BooksConfig(@Nullable BooksServer server, int readers, int hotDays, Duration compactEvery) {
    /** The defaults. */
    public static BooksConfig defaults() {
        return new BooksConfig(null, 4, 3, Duration.ofSeconds(5));
    }

    /** Reads the section {@code books}. */
    public static BooksConfig from(Settings settings, Problems problems) {
        BooksConfig d = defaults();
        return new BooksConfig(
                server(settings, problems),
                settings.integer("readers", d.readers, 1, 64, problems),
                settings.integer("hotDays", d.hotDays, 1, 366, problems),
                settings.duration("foldEvery", d.compactEvery, Duration.ofSeconds(1), Duration.ofDays(1), problems));
    }

    private static @Nullable BooksServer server(Settings settings, Problems problems) {
        String url = settings.textOrNull("url");
        String user = settings.textOrNull("user");
        String password = settings.secret("password", problems);
        if (url == null) {
            requireUrl(settings, "user", problems);
            requireUrl(settings, "password", problems);
            return null;
        }
        try {
            return BooksServer.parse(url, user, password);
        } catch (IllegalArgumentException e) {
            problems.add(settings.place("url"), settings.fullKey("url"), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void requireUrl(Settings settings, String key, Problems problems) {
        if (settings.textOrNull(key) != null) {
            problems.add(
                    settings.place(key),
                    settings.fullKey(key),
                    "is of no use without " + settings.fullKey("url") + "; give the address, " + BooksServer.ACCEPTED
                            + ", or take it out");
        }
    }

    /** The same settings with the books at a server. */
    public BooksConfig at(BooksServer postgres) {
        return new BooksConfig(postgres, readers, hotDays, compactEvery);
    }
}
