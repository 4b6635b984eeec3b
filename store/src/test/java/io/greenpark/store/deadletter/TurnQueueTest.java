package io.greenpark.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.store.deadletter.TurnQueue.Group;
import io.greenpark.store.deadletter.TurnQueue.Item;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnQueueTest {
    private static final int SHARE = 3;
    private static final int MOST = 100;

    private final TurnQueue<String> queue = new TurnQueue<>(
            50, n -> new IllegalStateException("busy with " + n), () -> new IllegalStateException("closed"));

    private CompletableFuture<Void> offer(String sender, int works) {
        return queue.offer(sender, items(sender, works, 1), false);
    }

    private static List<Item<String>> items(String sender, int works, int weight) {
        return IntStream.rangeClosed(1, works)
                .mapToObj(n -> new Item<>(sender + n, weight))
                .toList();
    }

    private Group<String> take() throws InterruptedException {
        return queue.take(SHARE, MOST, 0);
    }

    @Test
    void whoever_brings_much_waits_for_it_and_others_do_not() throws Exception {
        CompletableFuture<Void> flood = offer("a", 7);
        CompletableFuture<Void> second = offer("b", 1);
        Group<String> first = take();
        assertThat(first.works()).containsExactly("a1", "a2", "a3", "b1");
        queue.settled(first);
        assertThat(second).isDone();
        assertThat(flood).isNotDone();
        offer("c", 2);
        Group<String> next = take();
        assertThat(next.works()).containsExactly("a4", "a5", "a6", "c1", "c2");
        queue.settled(next);
        Group<String> last = take();
        assertThat(last.works()).containsExactly("a7");
        assertThat(flood).isNotDone();
        queue.settled(last);
        assertThat(flood).isDone();
        assertThat(take().works()).isEmpty();
    }

    @Test
    void what_goes_together_is_not_divided_and_what_is_heavy_is_paid_for() throws Exception {
        queue.offer("platform", items("p", 5, 1), true);
        queue.offer("a", items("a", 3, 2 * SHARE), false);
        assertThat(take().works()).containsExactly("p1", "p2", "p3", "p4", "p5", "a1");
        offer("b", 7);
        // a took twice its share: it is passed over until it has paid.
        assertThat(take().works()).containsExactly("b1", "b2", "b3");
        assertThat(take().works()).containsExactly("a2", "b4", "b5", "b6");
        assertThat(take().works()).containsExactly("b7");
        // Alone, it need not be waited for.
        assertThat(take().works()).containsExactly("a3");
    }

    @Test
    void a_commit_that_fails_is_told_once_and_nothing_of_it_is_done_later() throws Exception {
        CompletableFuture<Void> flood = offer("a", 7);
        CompletableFuture<Void> behind = offer("a", 1);
        queue.failed(take(), () -> new IllegalStateException("the disk is full"));
        assertThatThrownBy(flood::join).hasMessageContaining("the disk is full");
        Group<String> next = take();
        assertThat(next.works()).containsExactly("a1");
        queue.settled(next);
        assertThat(behind).isCompletedWithValue(null);
        // All of the room is there again.
        assertThat(offer("a", 50)).isNotDone();
    }

    @Test
    void it_is_bounded_in_all_and_closes_with_words() throws Exception {
        CompletableFuture<Void> flood = offer("a", 50);
        assertThatThrownBy(offer("b", 1)::join).hasMessageContaining("busy with 50");
        queue.settled(take());
        CompletableFuture<Void> late = offer("b", 1);
        queue.close();
        assertThatThrownBy(flood::join).hasMessageContaining("closed");
        assertThatThrownBy(late::join).hasMessageContaining("closed");
        assertThatThrownBy(offer("c", 1)::join).hasMessageContaining("closed");
    }
}
