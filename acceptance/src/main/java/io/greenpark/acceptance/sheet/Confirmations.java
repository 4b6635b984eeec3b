package io.greenpark.acceptance.sheet;

import io.greenpark.acceptance.comparison.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a signer says of the checks that fail: words of each as it was seen. Words of one check say nothing of another, nor of the same
 * with other figures.
 *
 * @param words by what was seen ({@link Check#seen()})
 */
public record Confirmations(Map<String, String> words) {
    /** Of somebody who was shown no check that fails. */
    public static final Confirmations NONE = new Confirmations(Map.of());

    public Confirmations {
        words = Map.copyOf(words);
    }

    /** The checks that fail of which nothing is said: new since it was looked at, come out otherwise since, or passed over. */
    public List<Check> lacking(Compared compared) {
        return compared.failed().stream()
                .filter(check -> !words.containsKey(check.seen()))
                .toList();
    }

    /** What is said of those that fail; of one that passes by now nothing has to be said. */
    public List<Confirmed> of(Compared compared) {
        List<Confirmed> said = new ArrayList<>();
        for (Check check : compared.failed()) {
            String why = words.get(check.seen());
            if (why != null) {
                said.add(new Confirmed(check, why));
            }
        }
        return said;
    }
}
