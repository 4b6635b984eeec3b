package io.greenpark.registry.document;

import static io.greenpark.config.setting.Accepted.choice;

import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Settings;
import io.greenpark.park.registry.PointFacts.Counting;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.text.Bilingual;
import java.util.Set;

/**
 * Reads how a point's amounts count, the same in files and documents: {@code factor}, of which {@code boundary} is the
 * older way to say 1 and 0, and {@code direction}.
 */
public final class CountingFields {
    /** Fields that say nothing of a point without a carrier. */
    public static final Set<String> NEED_A_CARRIER = Set.of("boundary", "factor", "direction");

    private static final Accepted<Integer> FACTOR = new Accepted<>(
            new Bilingual(
                    "1；已由其他计量点计入的为 0；转供或上网的为 -1",
                    "1, 0 for what is metered elsewhere too, or -1 for what is passed on or fed back"),
            text -> {
                int n = Integer.parseInt(text);
                return n < -1 || n > 1 ? null : n;
            });

    private CountingFields() {}

    /** @param boundary whether it counts where neither factor nor boundary is given */
    public static Counting read(Settings f, boolean boundary) {
        boolean stated = f.flag("boundary", boundary);
        int factor = f.value("factor", FACTOR, stated ? 1 : 0);
        if (f.has("boundary") && f.has("factor") && stated != (factor == 1)) {
            f.fault(
                    "factor",
                    new Bilingual(
                            "“" + factor + "”与 boundary: " + stated + " 矛盾，后者相当于 factor: " + (stated ? 1 : 0)
                                    + "；请只填写 factor",
                            "\"" + factor + "\" contradicts boundary: " + stated
                                    + ", which is another way to write factor: " + (stated ? 1 : 0)
                                    + "; give factor alone"));
        }
        return new Counting(f.value("direction", choice(Direction.class), Direction.IMPORT), factor);
    }
}
