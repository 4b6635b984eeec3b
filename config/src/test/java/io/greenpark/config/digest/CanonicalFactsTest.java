package io.greenpark.config.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalFactsTest {
    private static CanonicalFacts id(String id) {
        return new CanonicalFacts().put("id", id);
    }

    @Test
    void keys_are_sorted_and_what_is_unknown_is_left_out() {
        CanonicalFacts facts = new CanonicalFacts()
                .put("z", Instant.EPOCH)
                .put("b", true)
                .put("n", 7)
                .put("unknown", (BigDecimal) null)
                .put("a", DayOfWeek.MONDAY);
        assertThat(facts.json()).isEqualTo("{\"a\":\"MONDAY\",\"b\":true,\"n\":7,\"z\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void decimals_are_plain_and_as_given() {
        CanonicalFacts facts =
                new CanonicalFacts().put("a", new BigDecimal("1E+3")).put("b", new BigDecimal("1.0"));
        assertThat(facts.json()).isEqualTo("{\"a\":\"1000\",\"b\":\"1.0\"}");
    }

    @Test
    void lists_keep_their_order_and_sets_have_none() {
        List<CanonicalFacts> items = List.of(id("2"), id("1"));
        CanonicalFacts facts =
                new CanonicalFacts().putList("l", items).putSet("s", items).putTexts("t", List.of("b", "a"));
        assertThat(facts.json())
                .isEqualTo(
                        "{\"l\":[{\"id\":\"2\"},{\"id\":\"1\"}],\"s\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"t\":[\"a\",\"b\"]}");
    }

    @Test
    void texts_cannot_pass_for_structure() {
        assertThat(id("a\"},{\"b\\\n").json()).isEqualTo("{\"id\":\"a\\\"},{\\\"b\\\\\\u000a\"}");
    }

    @Test
    void a_digest_says_how_it_was_made() {
        assertThat(id("1").digest()).isEqualTo("2:" + Sha256.hex("{\"id\":\"1\"}"));
        assertThat(CanonicalFacts.isDigest(id("1").digest())).isTrue();
        assertThat(CanonicalFacts.isDigest(Sha256.hex("1"))).isFalse();
    }

    @Test
    void a_fact_is_put_once() {
        assertThatThrownBy(() -> id("1").put("id", "2")).hasMessageContaining("\"id\"");
    }
}
