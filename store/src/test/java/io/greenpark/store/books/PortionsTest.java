package io.greenpark.store.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortionsTest {
    @Test
    void portions_are_all_in_order_none_larger_than_asked_and_none_empty() {
        assertThat(Portions.of(List.of(1, 2, 3, 4, 5), 2)).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(Portions.of(List.of(1, 2), 2)).containsExactly(List.of(1, 2));
        assertThat(Portions.of(List.of())).isEmpty();
    }
}
