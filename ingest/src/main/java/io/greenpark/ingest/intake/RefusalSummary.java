package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told of the refusals of one message: which keys and why, in English, short enough for an answer on its
 * protocol. The dead letters say it in full.
 */
final class RefusalSummary {
    /** The longest summary, in characters, but for what it says of those left out. */
    static final int LONGEST = 400;
    /** A message may hold thousands; more than these say nothing new to its maker. */
    private static final int LOOKED_AT = 20;

    private static final int KEYS_NAMED = 5;
    private static final int LONGEST_KEY = 40;

    private RefusalSummary() {}

    static String of(ValidatedMessage message) {
        List<DeadLetter> letters = message.deadLetters();
        String kept = message.readings().isEmpty()
                ? ""
                : "kept " + message.readings().size() + ", refused " + letters.size() + ": ";
        if (letters.size() == 1) {
            return kept + cut(letters.get(0).detail().en(), LONGEST);
        }
        Map<String, Keys> keysByWhy = new LinkedHashMap<>();
        for (DeadLetter letter : letters.subList(0, Math.min(letters.size(), LOOKED_AT))) {
            keysByWhy.computeIfAbsent(letter.detail().en(), why -> new Keys()).add(letter.key());
        }
        StringBuilder sentence = new StringBuilder(kept);
        int told = 0;
        for (Map.Entry<String, Keys> refusal : keysByWhy.entrySet()) {
            String one = refusal.getValue().named() + cut(refusal.getKey(), LONGEST);
            if (told > 0 && sentence.length() + one.length() > LONGEST) {
                break;
            }
            sentence.append(told > 0 ? "; " : "").append(one);
            told += refusal.getValue().count;
        }
        return told < letters.size() ? sentence + "; and " + (letters.size() - told) + " more" : sentence.toString();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }

    /** The keys that were refused for one reason; none for a message or a device as a whole. */
    private static final class Keys {
        private final StringBuilder names = new StringBuilder();
        private int count;

        void add(@Nullable String key) {
            count++;
            if (key != null && count <= KEYS_NAMED) {
                names.append(names.isEmpty() ? "" : ", ")
                        .append('"')
                        .append(cut(key, LONGEST_KEY))
                        .append('"');
            }
        }

        String named() {
            return names.isEmpty() ? "" : names + (count > KEYS_NAMED ? " …: " : ": ");
        }
    }
}
