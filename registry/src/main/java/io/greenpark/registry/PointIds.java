package io.greenpark.registry;

import io.greenpark.config.setting.Settings;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.rules.IdRules;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids of points. One that is given none is named after its device and key, in the letters an id may have; a key that
 * lends it no name, or that of another point, needs an id. What a key gives never changes: readings are kept under it.
 */
final class PointIds {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern LETTER = Pattern.compile("[a-z]");

    private final Ids ids;
    private final Map<String, Integer> examples = new HashMap<>();

    PointIds(Ids ids) {
        this.ids = ids;
    }

    /**
     * The id of a point, declared; where it has a fault, the one it would have.
     *
     * @param deviceId empty if it is missing
     * @param key empty if it is missing
     */
    String declare(Settings point, String deviceId, String key, @Nullable String quantity) {
        String given = point.value("id", Ids.ID);
        String id = given == null ? of(deviceId, key) : given;
        if (given != null) {
            ids.declare(Section.POINTS, point, "id", id);
        } else if (!point.has("id") && !key.isEmpty() && Ids.valid(deviceId)) {
            declare(point, new Named(deviceId, key, id, quantity));
        } else {
            ids.assume(Section.POINTS, id);
        }
        return id;
    }

    /** A point that is named after device and key. */
    private record Named(
            String deviceId,
            String key,
            String id,
            @Nullable String quantity) {}

    private void declare(Settings point, Named named) {
        Bilingual fault = fault(named.key(), named.id());
        if (fault == null) {
            String first = ids.firstPlace(Section.POINTS, point, named.id());
            fault = first == null
                    ? null
                    : joined(
                            new Bilingual(
                                    "得出的编号“" + named.id() + "”已被占用，首次出现在 " + first,
                                    " gives the id \"" + named.id() + "\", which stands already, first at " + first),
                            advice(named.id()));
        } else {
            fault = joined(
                    new Bilingual("得不出编号，因为", " gives no id, since "),
                    fault,
                    advice(named.deviceId() + "-" + word(named)),
                    kept(named.id()));
            ids.assume(Section.POINTS, named.id());
        }
        if (fault != null) {
            String key = shown(named.key());
            point.fault("key", joined(new Bilingual("“" + key + "”", "\"" + key + "\""), fault));
        }
    }

    /** Device and key, in the letters an id may have. */
    private static String of(String deviceId, String key) {
        String tail = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return deviceId + "-" + tail;
    }

    /** Why a key gives no id; null if it does. One that loses only some of its letters has always given one. */
    private static @Nullable Bilingual fault(String key, String id) {
        String small = key.toLowerCase(Locale.ROOT);
        if (!LETTER.matcher(small).find()) {
            if (small.codePoints().anyMatch(Character::isLetter)) {
                return new Bilingual("其中没有 a 至 z 的字母", "none of its letters is one of a to z");
            }
            if (small.chars().noneMatch(c -> c >= '0' && c <= '9')) {
                return new Bilingual("其中没有 a 至 z 的字母，也没有数字", "it has no letter from a to z and no digit");
            }
        }
        return Ids.valid(id)
                ? null
                : new Bilingual(
                        "由设备和键得出的“" + shown(id) + "”有 " + id.length() + " 个字符",
                        "\"" + shown(id) + "\" made from device and key has " + id.length() + " characters");
    }

    private static String word(Named named) {
        return named.quantity() == null ? "1" : named.quantity();
    }

    private Bilingual advice(String base) {
        String example = example(base);
        return new Bilingual(
                "；请填写 id：" + IdRules.ALLOWED.zh() + "，如 id: " + example,
                "; add id: " + IdRules.ALLOWED.en() + ", e.g. id: " + example);
    }

    private static Bilingual joined(Bilingual... parts) {
        return new Bilingual(
                Stream.of(parts).map(Bilingual::zh).collect(Collectors.joining()),
                Stream.of(parts).map(Bilingual::en).collect(Collectors.joining()));
    }

    /** What keeps the readings of a point that an earlier version took in. */
    private Bilingual kept(String id) {
        return Ids.valid(id) && !ids.taken(Section.POINTS, id)
                ? new Bilingual(
                        "（如此前已有读数记在该编号下，请填 id: " + id + "）",
                        " (id: " + id + " if it has readings under that one from before)")
                : Bilingual.same("");
    }

    /** An id that nothing has so far, and that was no example before. */
    private String example(String base) {
        String whole = cut(base, "");
        while (true) {
            int n = examples.merge(whole, 1, Integer::sum);
            String example = n == 1 ? whole : cut(base, "-" + n);
            if (!ids.taken(Section.POINTS, example)) {
                return example;
            }
        }
    }

    private static String cut(String base, String end) {
        int length = Math.min(base.length(), Ids.LONGEST - end.length());
        return base.substring(0, length).replaceAll("-+$", "") + end;
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
    }
}
