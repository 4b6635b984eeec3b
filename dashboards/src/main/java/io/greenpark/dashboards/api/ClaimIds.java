package io.greenpark.dashboards.api;

import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.WaitingDevice;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.rules.IdRules;
import io.greenpark.registry.rules.SentNameRules;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids that are proposed to what is claimed: made of what was sent, and neither in the registry nor given twice in one request. */
final class ClaimIds {
    /** What names only by its number says nothing where there are several senders. */
    private static final Pattern TELLING = Pattern.compile("[a-z].*[a-z]");

    private final Registry seen;
    private final Set<String> devices = new HashSet<>();
    private final Set<String> points = new HashSet<>();

    /** @param seen the registry as whoever claims sees it */
    ClaimIds(Registry seen) {
        this.seen = seen;
    }

    /** Whether a device can be claimed at all: by the name as sent, or by an id of its own that has it. */
    static boolean mayBeNamed(WaitingDevice waiting) {
        String sent = waiting.deviceId();
        return IdRules.isId(sent)
                || waiting.sender().kind() != ProvedSender.Kind.DEVICE && SentNameRules.isSentName(sent);
    }

    /** Notes an id as given; false where it was before. */
    boolean giveDevice(String id) {
        return devices.add(id);
    }

    boolean givePoint(String id) {
        return points.add(id);
    }

    /** The name as sent where that is an id that is free; else one made of it, with the sender's where it would say little alone. */
    String device(WaitingDevice waiting) {
        String sent = waiting.deviceId();
        if (IdRules.isId(sent) && isFreeDevice(sent)) {
            return sent;
        }
        String plain = plain(sent);
        if (TELLING.matcher(plain).find() && isFreeDevice(cut(plain, 0))) {
            return cut(plain, 0);
        }
        String sender = plain(waiting.sender().name());
        return numbered(joined(sender, plain), this::isFreeDevice);
    }

    private boolean isFreeDevice(String id) {
        return seen.device(id).isEmpty() && seen.gateway(id).isEmpty() && !devices.contains(id);
    }

    /** Device, dash and key, as of files, with a number where that is taken; null where the key lends no letter to an id. */
    @Nullable
    String point(String deviceId, String key) {
        String tail = plain(key);
        return tail.isEmpty() || !IdRules.isId(deviceId)
                ? null
                : numbered(joined(deviceId, tail), id -> seen.point(id).isEmpty() && !points.contains(id));
    }

    private static String joined(String first, String second) {
        String joined = first.isEmpty() || second.isEmpty() ? first + second : first + "-" + second;
        return joined.isEmpty() ? "device" : joined;
    }

    /** The first that is free of an id, and the id with 2, 3 ... behind it. */
    private static String numbered(String id, Predicate<String> free) {
        String found = cut(id, 0);
        for (int n = 2; !free.test(found); n++) {
            String number = "-" + n;
            found = cut(id, number.length()) + number;
        }
        return found;
    }

    /** No longer than an id may be, with room for so many more characters. */
    private static String cut(String id, int room) {
        int most = IdRules.LONGEST - room;
        return id.length() <= most ? id : id.substring(0, most).replaceAll("-+$", "");
    }

    /** In the letters that an id may have. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
