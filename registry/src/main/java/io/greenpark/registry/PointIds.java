package io.greenpark.registry;

import io.greenpark.config.setting.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
        String fault = fault(named.key(), named.id());
        if (fault == null) {
            String first = ids.firstPlace(Section.POINTS, point, named.id());
            fault = first == null
                    ? null
                    : " gives the id \"" + named.id() + "\", which stands already, first at " + first
                            + advice(named.id());
        } else {
            fault = " gives no id, since " + fault + advice(named.deviceId() + "-" + word(named)) + kept(named.id());
            ids.assume(Section.POINTS, named.id());
        }
        if (fault != null) {
            point.fault("key", "\"" + shown(named.key()) + "\"" + fault);
        }
    }

    /** Device and key, in the letters an id may have. */
    private static String of(String deviceId, String key) {
        String tail = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return deviceId + "-" + tail;
    }

    /** Why a key gives no id; null if it does. One that loses only some of its letters has always given one. */
    private static @Nullable String fault(String key, String id) {
        String small = key.toLowerCase(Locale.ROOT);
        if (!LETTER.matcher(small).find()) {
            if (small.codePoints().anyMatch(Character::isLetter)) {
                return "none of its letters is one of a to z";
            }
            if (small.chars().noneMatch(c -> c >= '0' && c <= '9')) {
                return "it has no letter from a to z and no digit";
            }
        }
        return Ids.valid(id)
                ? null
                : "\"" + shown(id) + "\" made from device and key has " + id.length() + " characters";
    }

    private static String word(Named named) {
        return named.quantity() == null ? "1" : named.quantity();
    }

    private String advice(String base) {
        return "; add id: " + Ids.ALLOWED + ", e.g. id: " + example(base);
    }

    /** What keeps the readings of a point that an earlier version took in. */
    private String kept(String id) {
        return Ids.valid(id) && !ids.taken(Section.POINTS, id)
                ? " (id: " + id + " if it has readings under that one from before)"
                : "";
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
