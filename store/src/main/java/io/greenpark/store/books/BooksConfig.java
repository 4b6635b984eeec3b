package io.greenpark.store.books;

import io.greenpark.store.config.Problems;
import io.greenpark.store.config.Settings;
import java.time.Duration;

/**
 * Settings of the books database.
 *
 * @param readers reading connections held open
 * @param hotDays days, counted back from today, whose readings stay unfolded
 * @param foldEvery how often closed days are looked for
 */
public record BooksConfig(int readers, int hotDays, Duration foldEvery) {
    /** The settings when none are given. */
    public static BooksConfig defaults() {
        return new BooksConfig(4, 3, Duration.ofSeconds(5));
    }

    /** Reads the section {@code books}. */
    public static BooksConfig from(Settings settings, Problems problems) {
        BooksConfig d = defaults();
        return new BooksConfig(
                settings.integer("readers", d.readers, 1, 64, problems),
                settings.integer("hotDays", d.hotDays, 1, 366, problems),
                settings.duration("foldEvery", d.foldEvery, Duration.ofSeconds(1), Duration.ofDays(1), problems));
    }
}
