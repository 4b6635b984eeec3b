package io.greenpark.lab.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.lab.ledger.LedgerLoad;
import io.greenpark.lab.ledger.LedgerLoad.LedgerDevice;
import io.greenpark.lab.ledger.LedgerLoad.LedgerPoint;
import io.greenpark.lab.ledger.LedgerLoad.ValueKind;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison finds each way in which a store can be wrong. */
class SeenReadingsTest {
    private static final LedgerLoad LOAD = new LedgerLoad(List.of(new LedgerDevice(
            "works-1-begin",
            60_000,
            60_000,
            3,
            1,
            List.of(new LedgerPoint("a1", "works-1-begin-a1", ValueKind.INTERVAL)))));

    private final BitSet acknowledged = new BitSet();

    SeenReadingsTest() {
        acknowledged.set(0, 3);
    }

    private SeenReadings seen(boolean mayRepeat) {
        return new SeenReadings(LOAD, List.of(acknowledged), mayRepeat);
    }

    private static void saw(SeenReadings seen, int... messages) {
        for (int m : messages) {
            seen.saw("works-1-begin-a1", LOAD.devices().get(0).timeMs(m), LOAD.value(0, 0, m));
        }
    }

    @Test
    void a_store_that_holds_each_once_is_right() {
        SeenReadings seen = seen(false);
        saw(seen, 2, 0, 1);
        assertThat(seen.compare("store").right()).isTrue();
    }

    @Test
    void a_missing_one_is_lost_and_named() {
        SeenReadings seen = seen(false);
        saw(seen, 0, 2);
        StoreComparison c = seen.compare("store");
        assertThat(c.lost()).isEqualTo(1);
        assertThat(c.differing())
                .singleElement()
                .asString()
                .contains("works-1-begin-a1 at 1970-01-01T00:02:00Z", "lost");
    }

    @Test
    void one_held_twice_counts_twice_except_where_repeats_are_allowed() {
        SeenReadings store = seen(false);
        saw(store, 0, 1, 2, 1);
        assertThat(store.compare("store").twice()).isEqualTo(1);
        SeenReadings log = seen(true);
        saw(log, 0, 1, 2, 1);
        assertThat(log.compare("log").right()).isTrue();
        assertThat(log.compare("log").repeats()).isEqualTo(1);
    }

    @Test
    void another_value_and_one_never_sent_are_told_apart() {
        SeenReadings seen = seen(false);
        saw(seen, 0, 1);
        seen.saw("works-1-begin-a1", LOAD.devices().get(0).timeMs(2), -1);
        seen.saw("works-1-begin-a1", LOAD.devices().get(0).timeMs(2) + 1, 5);
        seen.saw("works-9", 60_000, 5);
        StoreComparison c = seen.compare("store");
        assertThat(c.wrong()).isEqualTo(1);
        assertThat(c.strange()).isEqualTo(2);
    }

    @Test
    void one_sent_and_not_acknowledged_may_be_there_or_not() {
        acknowledged.clear(2);
        SeenReadings with = seen(false);
        saw(with, 0, 1, 2);
        SeenReadings without = seen(false);
        saw(without, 0, 1);
        assertThat(with.compare("store").right()).isTrue();
        assertThat(without.compare("store").right()).isTrue();
    }
}
