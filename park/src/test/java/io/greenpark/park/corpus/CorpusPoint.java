package io.greenpark.park.corpus;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
import io.greenpark.park.registry.PointFacts.Counting;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The point of a case, from its lines of facts. */
final class CorpusPoint {
    private final List<Map<String, String>> dated = new ArrayList<>();
    private final List<Long> from = new ArrayList<>();

    void facts(List<String> words, ToLongFunction<String> ms) {
        Map<String, String> facts = new HashMap<>(dated.isEmpty() ? Map.of() : dated.get(dated.size() - 1));
        facts.remove("from");
        for (String word : words) {
            String[] pair = word.split("=", 2);
            facts.put(pair[0], pair[1]);
        }
        String begin = facts.get("from");
        from.add(begin == null ? 0 : ms.applyAsLong(begin));
        dated.add(facts);
    }

    Point point(ParkTime time) {
        List<PointFacts> facts = new ArrayList<>();
        for (int i = 0; i < dated.size(); i++) {
            facts.add(one(dated.get(i), Instant.ofEpochMilli(from.get(i)), time));
        }
        String quantity = dated.get(0).getOrDefault("quantity", "measured");
        String outlet = facts.get(0).carrier() == null ? "o" : null;
        return new Point("p", "d", "k", "e", outlet, quantity, Bilingual.same("p"), facts, List.of(), null);
    }

    private static PointFacts one(Map<String, String> f, Instant from, ParkTime time) {
        Duration period = length(f.get("period"), Duration.ZERO);
        return new PointFacts(
                from,
                Unit.ofSymbol(f.get("unit")).orElseThrow(),
                constant(PointKind.class, f.get("kind"), PointKind.GAUGE),
                period,
                constant(Stamp.class, f.get("stamp"), Stamp.END),
                length(f.get("due"), period.isZero() ? Duration.ofMinutes(15) : period),
                decimal(f.get("max-per-hour")),
                new BigDecimal(f.getOrDefault("ratio", "1")),
                false,
                decimal(f.get("range")),
                f.containsKey("carrier") ? Carrier.ofCode(f.get("carrier")).orElseThrow() : null,
                new Counting(
                        constant(Direction.class, f.get("direction"), Direction.IMPORT),
                        Integer.parseInt(f.getOrDefault("factor", "1"))),
                time.zone(),
                new Bounds(decimal(f.get("min")), decimal(f.get("max"))),
                f.containsKey("tolerance") ? length(f.get("tolerance"), Duration.ZERO) : null);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, @Nullable String text, E otherwise) {
        return text == null ? otherwise : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Duration length(@Nullable String text, Duration otherwise) {
        if (text == null) {
            return otherwise;
        }
        return Duration.parse((text.endsWith("d") ? "P" : "PT") + text.toUpperCase(Locale.ROOT));
    }
}
