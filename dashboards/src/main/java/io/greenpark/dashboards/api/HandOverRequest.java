package io.greenpark.dashboards.api;

import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To whom somebody who leaves hands over: to one for all, and to others for single parks and enterprises. An enterprise goes before its park.
 *
 * @param rest for what no other is named for; null for nobody
 * @param enterprises receivers by the ids of enterprises
 * @param parks receivers by the ids of parks
 * @param renewKeys whether keys of programs go on with other secrets; they end with the account otherwise
 */
record HandOverRequest(
        @Nullable Receiver rest,
        Map<String, Receiver> enterprises,
        Map<String, Receiver> parks,
        boolean renewKeys,
        long version,
        String reason) {
    private static final int LONGEST_OFFICE = 100;

    /**
     * Who gets something.
     *
     * @param account user name; null where it is left to an office
     * @param office what it is called; null where it goes to an account
     */
    record Receiver(@Nullable String account, @Nullable String office) {
        String name() {
            return account == null ? String.valueOf(office) : account;
        }
    }

    static HandOverRequest of(Question question, Registry registry) {
        RequestBody asked = new RequestBody(question, "to", "office", "shares", "renewKeys", "version", "reason");
        Map<String, Receiver> enterprises = new HashMap<>();
        Map<String, Receiver> parks = new HashMap<>();
        Object shares = question.body().getValue("shares");
        if (shares != null && !(shares instanceof JsonArray)) {
            throw RequestBody.wrong("shares", "须为列表", "must be a list");
        }
        for (Object each : shares == null ? new JsonArray() : (JsonArray) shares) {
            if (!(each instanceof JsonObject share)) {
                throw RequestBody.wrong("shares", "须为对象的列表", "must be a list of objects");
            }
            put(share, registry, enterprises, parks);
        }
        Object renewKeys = question.body().getValue("renewKeys");
        if (renewKeys != null && !(renewKeys instanceof Boolean)) {
            throw RequestBody.wrong("renewKeys", "须为 true 或 false", "must be true or false");
        }
        Receiver rest = receiver(
                asked.textOrNull("to").orElse(null), asked.textOrNull("office").orElse(null));
        return new HandOverRequest(
                rest, enterprises, parks, Boolean.TRUE.equals(renewKeys), asked.version(), asked.reason());
    }

    private static void put(
            JsonObject share, Registry registry, Map<String, Receiver> enterprises, Map<String, Receiver> parks) {
        Receiver receiver = receiver(text(share, "to"), text(share, "office"));
        String enterprise = text(share, "enterprise");
        String park = text(share, "park");
        if (receiver == null || (enterprise == null) == (park == null)) {
            throw RequestBody.wrong(
                    "shares",
                    "的每一项须有 park 或 enterprise 之一，以及 to 或 office 之一",
                    "has in each of its parts one of park and enterprise, and one of to and office");
        }
        boolean known = enterprise == null
                ? registry.park(park).isPresent()
                : registry.enterprise(enterprise).isPresent();
        String id = enterprise == null ? park : enterprise;
        if (!known) {
            throw RequestBody.wrong("shares", "中没有的园区或企业：\"" + id + "\"", "names what there is not: \"" + id + "\"");
        }
        if ((enterprise == null ? parks : enterprises).put(String.valueOf(id), receiver) != null) {
            throw RequestBody.wrong("shares", "中 \"" + id + "\" 出现两次", "names \"" + id + "\" twice");
        }
    }

    private static @Nullable String text(JsonObject share, String name) {
        Object value = share.getValue(name);
        return value instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static @Nullable Receiver receiver(@Nullable String to, @Nullable String office) {
        if (to != null && office != null) {
            throw RequestBody.wrong("to", "与 \"office\" 只能填一项", "and \"office\" cannot both be there");
        }
        if (office != null && office.length() > LONGEST_OFFICE) {
            throw RequestBody.wrong(
                    "office", "最多 " + LONGEST_OFFICE + " 个字符", "has at most " + LONGEST_OFFICE + " characters");
        }
        return to == null && office == null ? null : new Receiver(to, office);
    }

    /** Who gets what is of an enterprise or a park; null for neither. */
    Receiver of(@Nullable String enterprise, @Nullable String park, Bilingual what) {
        return Optional.ofNullable(enterprise)
                .map(enterprises::get)
                .or(() -> Optional.ofNullable(park).map(parks::get))
                .or(() -> Optional.ofNullable(rest))
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        what.zh() + "没有接收人；请在 \"to\" 指定接收其余事项的账号，或在 \"shares\" 中加上该园区或企业",
                        what.en() + " would be nobody's; name an account for all the rest in \"to\", or add the park or"
                                + " enterprise to \"shares\"")));
    }

    /** The account that gets what cannot be left to an office. */
    String person(Bilingual what) {
        Receiver receiver = of(null, null, what);
        if (receiver.account() == null) {
            throw Problem.badRequest(new Bilingual(
                    what.zh() + "须有账号负责，不能留给处室；请在 \"to\" 指定账号",
                    what.en() + " need an account and cannot be left to an office; name one in \"to\""));
        }
        return receiver.account();
    }
}
