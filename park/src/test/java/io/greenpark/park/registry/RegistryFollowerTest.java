package io.greenpark.park.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RegistryFollowerTest {
    private static final DocumentKey MILL = new DocumentKey(DocumentKind.ENTERPRISE, "mill");
    private static final DocumentKey FORGE = new DocumentKey(DocumentKind.ENTERPRISE, "forge");

    private final List<Consumer<RegistryChange>> listeners = new ArrayList<>();
    private final List<RegistryDifference> looks = new ArrayList<>();
    private Registry current = RegistryTest.registry();
    private final RegistryFollower follower = new RegistryFollower(new RegistrySource() {
        @Override
        public Registry current() {
            return current;
        }

        @Override
        public void onChange(Consumer<RegistryChange> listener) {
            listeners.add(listener);
        }
    });

    private Registry change(DocumentKey... keys) {
        current = RegistryTest.registry();
        listeners.forEach(l -> l.accept(new RegistryChange(1, Set.of(keys))));
        return current;
    }

    @Test
    void the_first_look_is_at_everything_and_then_at_what_changed() {
        assertThat(follower.pending()).isTrue();
        assertThat(follower.follow(looks::add)).isTrue();
        assertThat(looks).singleElement().matches(RegistryDifference::whole);
        assertThat(follower.pending()).isFalse();
        assertThat(follower.follow(looks::add)).isFalse();
        Registry before = current;
        Registry now = change(MILL);
        assertThat(follower.pending()).isTrue();
        assertThat(follower.follow(looks::add)).isTrue();
        assertThat(looks.get(1)).isEqualTo(new RegistryDifference(before, now, Set.of(MILL)));
        assertThat(follower.pending()).isFalse();
    }

    @Test
    void changes_are_gathered_until_somebody_looks() {
        follower.follow(looks::add);
        Registry before = current;
        change(MILL);
        Registry now = change(FORGE);
        follower.follow(looks::add);
        assertThat(looks.get(1)).isEqualTo(new RegistryDifference(before, now, Set.of(MILL, FORGE)));
    }

    @Test
    void what_changes_during_a_look_is_for_the_next() {
        follower.follow(looks::add);
        Registry first = change(MILL);
        follower.follow(d -> {
            looks.add(d);
            change(FORGE);
        });
        assertThat(looks.get(1).now()).isSameAs(first);
        assertThat(follower.pending()).isTrue();
        follower.follow(looks::add);
        assertThat(looks.get(2)).isEqualTo(new RegistryDifference(first, current, Set.of(FORGE)));
    }

    @Test
    void a_look_that_failed_is_repeated_with_what_came_since() {
        follower.follow(looks::add);
        Registry before = current;
        change(MILL);
        assertThatThrownBy(() -> follower.follow(d -> {
                    throw new IllegalStateException("no books");
                }))
                .hasMessage("no books");
        assertThat(follower.pending()).isTrue();
        change(FORGE);
        follower.follow(looks::add);
        assertThat(looks.get(1)).isEqualTo(new RegistryDifference(before, current, Set.of(MILL, FORGE)));
    }

    @Test
    void a_change_of_nothing_is_seen_too() {
        follower.follow(looks::add);
        change();
        assertThat(follower.follow(looks::add)).isTrue();
        assertThat(follower.pending()).isFalse();
    }

    @Test
    void more_than_a_tenth_of_all_and_more_than_a_hundred_are_looked_at_as_a_whole() {
        Set<DocumentKey> keys = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            keys.add(new DocumentKey(DocumentKind.POINT, "p" + i));
        }
        assertThat(new RegistryDifference(current, current, keys).whole()).isFalse();
        keys.add(MILL);
        assertThat(new RegistryDifference(current, current, keys).whole()).isTrue();
    }
}
