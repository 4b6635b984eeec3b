package io.greenpark.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalSummaryTest {
    private static final Reading KEPT =
            new Reading("e", "m1", "kwh", "m1-kwh", 1, Unit.values()[0], Flag.NORMAL, 1, 1, Door.COAP);

    private static DeadLetter refused(@Nullable String key, String why) {
        return new DeadLetter(Door.COAP, "m1", "m1", key, RejectReason.UNKNOWN_KEY, new Bilingual("拒绝", why), "", 1);
    }

    private static String of(int kept, DeadLetter... refused) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            readings.add(KEPT);
        }
        return RefusalSummary.of(new ValidatedMessage(Door.COAP, readings, Arrays.asList(refused)));
    }

    @Test
    void a_message_refused_for_one_reason_is_told_that_reason() {
        assertThat(of(0, refused(null, "the payload is not JSON"))).isEqualTo("the payload is not JSON");
        assertThat(of(0, refused("a", "key \"a\" is unknown"))).isEqualTo("key \"a\" is unknown");
    }

    @Test
    void a_message_kept_in_part_is_told_which_keys_were_refused_and_why() {
        assertThat(of(2, refused("a", "no such point"), refused("b", "not a number")))
                .isEqualTo("kept 2, refused 2: \"a\": no such point; \"b\": not a number");
    }

    @Test
    void keys_refused_for_the_same_reason_stand_together() {
        assertThat(of(0, refused("a", "bad time"), refused("b", "bad time"))).isEqualTo("\"a\", \"b\": bad time");
    }

    @Test
    void thousands_of_refusals_stay_a_short_sentence() {
        DeadLetter[] many = new DeadLetter[5_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = refused("key-" + i, "device \"m1\" has no point with key \"key-" + i + "\"");
        }
        assertThat(of(1, many))
                .startsWith("kept 1, refused 5000: \"key-0\": ")
                .endsWith(" more")
                .hasSizeLessThan(450);
        assertThat(of(0, refused("𠮷".repeat(5_000), "😀".repeat(5_000)), refused("b", "why")))
                .hasSizeLessThan(500);
    }
}
