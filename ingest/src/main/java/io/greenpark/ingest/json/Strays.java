package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.text.Bilingual;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands beside {@code values} and is no time. A number may be a value in the wrong place and is refused by its key. What
 * else gateways put there (a node's name, error codes, units) is context, which nobody reads: it is told in one refusal, and in
 * each message once per device, however many items repeat it.
 */
final class Strays {
    private static final int MOST_NAMED = 8;

    private Set<String> told = Set.of();

    void ofNextDevice() {
        told = Set.of();
    }

    /** Adds what is to be told of {@code strays} to the values of their item. */
    void addTo(ValueList values, List<SentValue> strays) {
        List<String> context = List.of();
        for (SentValue stray : strays) {
            if (stray instanceof SentValue.Readable) {
                values.add(unreadable(stray.key(), JsonMessages.besideValues(stray.key())));
            } else if (isNew(stray.key())) {
                context = context.isEmpty() ? new ArrayList<>() : context;
                context.add(stray.key());
            }
        }
        if (!context.isEmpty()) {
            List<String> named = context.subList(0, Math.min(context.size(), MOST_NAMED));
            values.add(unreadable(context.get(0), JsonMessages.context(named, context.size() - named.size())));
        }
    }

    private boolean isNew(String name) {
        if (told.isEmpty()) {
            told = new HashSet<>();
        }
        return told.add(name);
    }

    private static SentValue unreadable(String key, Bilingual detail) {
        return new SentValue.Unreadable(key, RejectReason.MALFORMED, detail);
    }
}
