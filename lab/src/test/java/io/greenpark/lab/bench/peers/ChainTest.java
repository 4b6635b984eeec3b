package io.greenpark.lab.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {
    @Test
    void a_program_means_all_its_settings_unless_one_is_named() {
        assertThat(Chain.named(List.of("camel")))
                .containsExactly(Chain.CAMEL_DEFAULT, Chain.CAMEL_TUNED, Chain.CAMEL_CAREFUL);
        assertThat(Chain.named(List.of("telegraf"))).containsExactly(Chain.TELEGRAF_DEFAULT, Chain.TELEGRAF_TUNED);
        assertThat(Chain.named(List.of("node-red-tuned", "greenpark")))
                .containsExactly(Chain.NODE_RED_TUNED, Chain.GREENPARK);
    }

    @Test
    void what_is_named_twice_is_measured_once() {
        assertThat(Chain.named(List.of("camel-tuned", "camel")))
                .containsExactly(Chain.CAMEL_TUNED, Chain.CAMEL_DEFAULT, Chain.CAMEL_CAREFUL);
    }

    @Test
    void an_unknown_word_is_refused_with_those_that_are_accepted() {
        assertThatThrownBy(() -> Chain.named(List.of("kamel")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"kamel\"")
                .hasMessageContaining("camel-careful");
    }
}
