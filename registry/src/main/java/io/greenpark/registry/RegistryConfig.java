package io.greenpark.registry;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.ReviewedMatter;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the registry: how its files are read again, and what of it a second person reviews.
 *
 * @param watch whether changed files are read again while running
 * @param every how often the files are looked at; they are read when two looks find them the same
 * @param largestEndedShare the share of parks, enterprises, devices or points in use that files may end without anybody
 *     confirming it, 0 to 1
 * @param reviewed what nobody may change alone; empty where one person may change everything
 * @param acceptanceAsked whether a device that people or programs add, or whose meter they replace, waits for an acceptance sheet
 *     unless they say otherwise; of files only what they say counts
 * @param replacementWithin how long after a meter was replaced one person may record it, or take it back, where somebody is judged by
 *     the device; later a second person reviews it, as it takes back what was judged since
 */
public record RegistryConfig(
        boolean watch,
        Duration every,
        double largestEndedShare,
        Set<ReviewedMatter> reviewed,
        boolean acceptanceAsked,
        Duration replacementWithin) {
    private static final Accepted<Double> SHARE = new Accepted<>("a share from 0 to 1, e.g. 0.1", text -> {
        double share = Double.parseDouble(text);
        return share >= 0 && share <= 1 ? share : null;
    });

    public RegistryConfig {
        reviewed = Set.copyOf(reviewed);
    }

    /** The settings when none are given. */
    public static RegistryConfig defaults() {
        return new RegistryConfig(
                true, Duration.ofSeconds(5), 0.1, Set.of(ReviewedMatter.values()), true, Duration.ofDays(2));
    }

    /** The same where other matters are reviewed. */
    public RegistryConfig reviewing(Set<ReviewedMatter> matters) {
        return new RegistryConfig(watch, every, largestEndedShare, matters, acceptanceAsked, replacementWithin);
    }

    /** The same where devices that are added wait for an acceptance sheet, or not. */
    public RegistryConfig askingForAcceptance(boolean asked) {
        return new RegistryConfig(watch, every, largestEndedShare, reviewed, asked, replacementWithin);
    }

    /** Reads the sections {@code reload} and {@code review}, and of {@code acceptance} what edits rest on. */
    public static RegistryConfig from(Settings settings, Problems problems) {
        RegistryConfig d = defaults();
        Settings reload = settings.section("reload");
        Settings acceptance = settings.section("acceptance");
        return new RegistryConfig(
                reload.flag("watch", d.watch, problems),
                reload.duration("every", d.every, Duration.ofSeconds(1), Duration.ofDays(1), problems),
                reload.value("largestEndedShare", SHARE, d.largestEndedShare),
                matters(settings.section("review"), d.reviewed, problems),
                acceptance.flag("required", d.acceptanceAsked, problems),
                acceptance.duration(
                        "replacementWithin", d.replacementWithin, Duration.ofHours(1), Duration.ofDays(366), problems));
    }

    private static Set<ReviewedMatter> matters(Settings review, Set<ReviewedMatter> otherwise, Problems problems) {
        List<String> codes = review.texts("matters");
        if (codes.isEmpty()) {
            return review.has("matters") ? Set.of() : otherwise;
        }
        Set<ReviewedMatter> matters = EnumSet.noneOf(ReviewedMatter.class);
        for (String code : codes) {
            Arrays.stream(ReviewedMatter.values())
                    .filter(m -> EnumCode.of(m).equals(code))
                    .findFirst()
                    .ifPresentOrElse(
                            matters::add,
                            () -> problems.add(
                                    review.place("matters"),
                                    review.fullKey("matters"),
                                    "\"" + code + "\" is not something that is reviewed; accepted: a list of "
                                            + Arrays.stream(ReviewedMatter.values())
                                                    .map(EnumCode::of)
                                                    .collect(Collectors.joining(", "))
                                            + ", or an empty one where one person may change everything"));
        }
        return matters;
    }
}
