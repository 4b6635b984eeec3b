package io.greenpark.dashboards.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInQueueTest {
    private static final int WAITING = 10;

    private final SignInQueue queue = new SignInQueue(1, WAITING);

    private static Sender sender(String address) {
        return Sender.of(Objects.requireNonNull(AddressRange.address(address)), null);
    }

    private Future<Boolean> enter(String address) {
        return queue.enter(sender(address));
    }

    private static @Nullable Boolean result(Future<Boolean> turn) {
        return turn.isComplete() ? turn.result() : null;
    }

    @Test
    void attempts_of_one_address_wait_for_each_other() {
        SignInQueue wide = new SignInQueue(2, WAITING);
        Future<Boolean> first = wide.enter(sender("192.0.2.1"));
        Future<Boolean> second = wide.enter(sender("192.0.2.1"));
        assertThat(result(first)).isTrue();
        assertThat(result(second)).isNull();
        wide.leave(sender("192.0.2.1"));
        assertThat(result(second)).isTrue();
    }

    @Test
    void addresses_take_turns() {
        enter("192.0.2.9");
        Future<Boolean> one = enter("192.0.2.1");
        Future<Boolean> again = enter("192.0.2.1");
        Future<Boolean> other = enter("192.0.2.2");
        queue.leave(sender("192.0.2.9"));
        assertThat(result(one)).isTrue();
        queue.leave(sender("192.0.2.1"));
        assertThat(result(other)).isTrue();
        assertThat(result(again)).isNull();
    }

    @Test
    void a_browser_that_signed_in_before_comes_first_and_is_never_turned_away() {
        for (int i = 0; i <= WAITING; i++) {
            enter("192.0.2." + i);
        }
        Sender known = Sender.of(Objects.requireNonNull(AddressRange.address("192.0.2.1")), "device");
        Future<Boolean> officer = queue.enter(known);
        queue.leave(sender("192.0.2.0"));
        assertThat(result(officer)).isTrue();
    }

    @Test
    void where_too_many_wait_the_site_with_most_gives_way() {
        enter("192.0.2.9");
        Future<Boolean> last = Future.succeededFuture(true);
        for (int i = 0; i < WAITING; i++) {
            last = enter("2001:db8:1:%x::1".formatted(i));
        }
        assertThat(result(enter("2001:db8:1:ffff::1"))).isFalse();
        assertThat(result(enter("192.0.2.1"))).isNull();
        assertThat(queue.enter(sender("192.0.2.2")).isComplete()).isFalse();
        assertThat(last.isComplete()).isFalse();
    }

    @Test
    void they_are_bounded_in_all() {
        enter("192.0.2.9");
        int turnedAway = 0;
        for (int i = 0; i < 1_000; i++) {
            turnedAway += Boolean.FALSE.equals(result(enter("198.51." + i / 200 + "." + i % 200))) ? 1 : 0;
        }
        assertThat(turnedAway).isEqualTo(1_000 - WAITING);
    }
}
