package io.greenpark.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static List<DocumentKey> keys(String... ids) {
        return List.of(ids).stream()
                .map(id -> new DocumentKey(DocumentKind.PARK, id))
                .toList();
    }

    private static List<DocumentKey> byPosition(Map<DocumentKey, Long> positions) {
        return positions.keySet().stream()
                .sorted(Comparator.comparing(positions::get))
                .toList();
    }

    @Test
    void an_entry_put_in_between_moves_no_other() {
        Map<DocumentKey, Long> before = Positions.assign(keys("a", "b", "c"), Map.of());
        List<DocumentKey> order = keys("a", "new", "b", "c");
        Map<DocumentKey, Long> after = Positions.assign(order, before);
        assertThat(after).containsAllEntriesOf(before);
        assertThat(byPosition(after)).isEqualTo(order);
    }

    @Test
    void an_entry_moved_to_the_front_changes_its_own_position_only() {
        Map<DocumentKey, Long> before = Positions.assign(keys("a", "b", "c", "d"), Map.of());
        Map<DocumentKey, Long> after = Positions.assign(keys("d", "a", "b", "c"), before);
        after.remove(keys("d").get(0));
        assertThat(before).containsAllEntriesOf(after);
    }

    @Test
    void all_are_renumbered_where_no_room_is_left() {
        Map<DocumentKey, Long> positions = Positions.assign(keys("first", "last"), Map.of());
        List<DocumentKey> order = new ArrayList<>(keys("first", "last"));
        for (int i = 0; i < 60; i++) {
            order.add(1, new DocumentKey(DocumentKind.PARK, "put-in-" + i));
            positions = Positions.assign(order, positions);
            assertThat(byPosition(positions)).isEqualTo(order);
        }
    }

    @RepeatedTest(200)
    void positions_rise_in_the_order_of_the_files(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<DocumentKey, Long> positions = new HashMap<>();
        for (int reading = 0; reading < 5; reading++) {
            List<DocumentKey> order = new ArrayList<>(IntStream.range(0, 12)
                    .filter(i -> random.nextInt(3) > 0)
                    .mapToObj(i -> new DocumentKey(DocumentKind.PARK, "p" + i))
                    .toList());
            Collections.shuffle(order, random);
            Map<DocumentKey, Long> assigned = Positions.assign(order, positions);
            assertThat(byPosition(assigned)).isEqualTo(order);
            assertThat(assigned.values()).allMatch(p -> p > 0).doesNotHaveDuplicates();
            positions.putAll(assigned);
        }
    }
}
