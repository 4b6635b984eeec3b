package io.greenpark.ingest.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldestOfMostTest {
    private final OldestOfMost<String> pending = new OldestOfMost<>(4);

    @Test
    void whoever_begins_many_pushes_out_its_own() {
        assertThat(pending.add("slow", "10.0.0.1")).isNull();
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String leaves = pending.add("flood-" + i, "10.0.0.9");
            if (leaves != null) {
                gone.add(leaves);
            }
        }
        assertThat(gone).hasSize(97).doesNotContain("slow").startsWith("flood-0", "flood-1");
    }

    @Test
    void among_equals_the_oldest_goes() {
        for (int i = 0; i < 4; i++) {
            pending.add("device-" + i, "10.0.0." + i);
        }
        assertThat(pending.add("device-4", "10.0.0.4")).isEqualTo("device-0");
    }

    @Test
    void what_has_ended_is_counted_no_more() {
        pending.add("a1", "a");
        pending.add("a2", "a");
        pending.add("b1", "b");
        pending.remove("a1");
        pending.remove("a1");
        pending.add("b2", "b");
        pending.add("c1", "c");
        assertThat(pending.add("d1", "d")).isEqualTo("b1");
        for (String one : List.of("a2", "b2", "c1", "d1")) {
            pending.remove(one);
        }
        assertThat(pending.networks()).isZero();
    }
}
