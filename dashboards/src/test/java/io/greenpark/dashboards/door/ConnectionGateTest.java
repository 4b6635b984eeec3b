package io.greenpark.dashboards.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.time.MovableClock;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionGateTest {
    private static final Duration HEAD = Duration.ofSeconds(10);
    private static final Duration BODY = Duration.ofSeconds(60);

    private long nanos = 1;
    private final ConnectionGate gate = gate(new ConnectionLimits(6, 4, HEAD, BODY));

    private ConnectionGate gate(ConnectionLimits limits) {
        return new ConnectionGate(
                limits,
                new Descriptors(Long.MAX_VALUE, 0),
                address -> Set.of("10.0.0.9").contains(address.getHostAddress()),
                new MovableClock(Instant.parse("2026-11-23T12:00:00Z")),
                () -> nanos);
    }

    private static final class Peer extends EmbeddedChannel {
        private final InetSocketAddress from;

        Peer(String address, int port) {
            super();
            this.from = new InetSocketAddress(address, port);
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return from;
        }
    }

    private Peer connect(String address, int port) {
        return connect(gate, address, port);
    }

    private Peer connect(ConnectionGate at, String address, int port) {
        nanos += 1_000;
        Peer peer = new Peer(address, port);
        assertThat(at.admit(peer, () -> {})).isTrue();
        return peer;
    }

    private static boolean open(Peer peer) {
        peer.runPendingTasks();
        peer.runScheduledPendingTasks();
        return peer.isOpen();
    }

    @Test
    void a_client_that_resets_and_dials_again_from_the_same_port_takes_up_one_place() {
        for (int i = 0; i < 20; i++) {
            Peer reset = connect("10.0.0.2", 1);
            Peer again = connect("10.0.0.2", 1);
            reset.close();
            assertThat(open(reset)).isFalse();
            again.close();
            assertThat(open(again)).isFalse();
        }
        assertThat(gate.counts().open()).isZero();
        assertThat(gate.busyClosing()).isFalse();
        for (int port = 1; port <= 4; port++) {
            connect("10.0.0.2", port);
        }
        assertThat(gate.counts().evicted()).isZero();
    }

    @Test
    void a_new_connection_takes_the_place_of_the_one_that_waited_longest_of_the_address_that_has_most() {
        Peer other = connect("10.0.0.1", 1);
        Peer first = connect("10.0.0.2", 1);
        Peer second = connect("10.0.0.2", 2);
        connect("10.0.0.2", 3);
        connect("10.0.0.3", 1);
        connect("10.0.0.3", 2);
        Peer newest = connect("10.0.0.4", 1);
        assertThat(open(first)).isFalse();
        assertThat(open(other)).isTrue();
        assertThat(open(second)).isTrue();
        assertThat(open(newest)).isTrue();
        assertThat(gate.counts().open()).isEqualTo(6);
        assertThat(gate.counts().evicted()).isEqualTo(1);
        assertThat(gate.counts().crowded()).isTrue();
    }

    @Test
    void strangers_of_an_address_each_crowd_out_each_other_and_not_a_browser() {
        ConnectionGate large = gate(new ConnectionLimits(40, 20, HEAD, BODY));
        Peer stranger = connect(large, "10.1.0.1", 1);
        List<Peer> browser = new ArrayList<>();
        for (int port = 1; port <= 8; port++) {
            browser.add(connect(large, "10.0.0.1", port));
        }
        for (int i = 2; i <= 33; i++) {
            connect(large, "10.1.0." + i, 1);
        }
        assertThat(open(stranger)).isFalse();
        assertThat(browser).allMatch(ConnectionGateTest::open);
    }

    @Test
    void an_address_crowds_out_itself_unless_it_is_a_named_proxy() {
        Peer first = connect("10.0.0.1", 1);
        for (int port = 2; port <= 5; port++) {
            connect("10.0.0.1", port);
        }
        assertThat(open(first)).isFalse();
        assertThat(gate.counts().open()).isEqualTo(4);
        for (Peer each : new Peer[] {connect("10.0.0.9", 1), connect("10.0.0.9", 2)}) {
            assertThat(open(each)).isTrue();
        }
        assertThat(gate.counts().open()).isEqualTo(6);
    }

    @Test
    void whoever_waits_for_an_answer_is_not_crowded_out() {
        for (int port = 1; port <= 6; port++) {
            GuardedConnection busy = of(connect("10.0.0.9", port));
            gate.moved(busy, GuardedConnection::requestBegun);
            gate.moved(busy, GuardedConnection::requestEnded);
        }
        assertThat(gate.admit(new Peer("10.0.0.1", 1), () -> {})).isFalse();
        assertThat(gate.counts().refused()).isEqualTo(1);
    }

    @Test
    void whose_request_lay_unread_stays() {
        List<Peer> peers = new ArrayList<>();
        for (int port = 1; port <= 6; port++) {
            peers.add(connect("10.0.0.9", port));
        }
        GuardedConnection first = of(peers.get(0));
        connect("10.0.0.1", 1);
        gate.moved(first, GuardedConnection::requestBegun);
        gate.moved(first, GuardedConnection::requestEnded);
        assertThat(open(peers.get(0))).isTrue();
        assertThat(gate.counts().open()).isEqualTo(7);
    }

    @Test
    void who_takes_too_long_for_a_head_is_cut() {
        Peer peer = connect("10.0.0.1", 1);
        nanos += HEAD.toNanos() - 1_000_000;
        gate.cutLate();
        assertThat(open(peer)).isTrue();
        nanos += 2_000_000;
        gate.cutLate();
        assertThat(open(peer)).isFalse();
        assertThat(gate.counts().late()).isEqualTo(1);
        assertThat(gate.counts().open()).isZero();
    }

    @Test
    void who_takes_too_long_for_a_body_or_to_take_in_an_answer_is_cut() {
        Peer peer = connect("10.0.0.1", 1);
        GuardedConnection connection = of(peer);
        gate.moved(connection, GuardedConnection::requestBegun);
        nanos += BODY.toNanos() - 1_000_000;
        gate.cutLate();
        gate.moved(connection, GuardedConnection::requestEnded);
        nanos += 10 * BODY.toNanos();
        gate.cutLate();
        assertThat(open(peer)).isTrue();
        gate.moved(connection, GuardedConnection::answerWritten);
        nanos += BODY.toNanos() + 1;
        gate.cutLate();
        assertThat(open(peer)).isFalse();
    }

    @Test
    void the_next_request_may_be_waited_for_but_not_its_head_once_begun() {
        Peer peer = connect("10.0.0.1", 1);
        GuardedConnection connection = of(peer);
        gate.moved(connection, GuardedConnection::requestBegun);
        gate.moved(connection, GuardedConnection::requestEnded);
        gate.moved(connection, GuardedConnection::answerWritten);
        gate.moved(connection, GuardedConnection::answerTaken);
        nanos += 2 * HEAD.toNanos();
        gate.cutLate();
        assertThat(open(peer)).isTrue();
        gate.headBegun(connection);
        nanos += HEAD.toNanos() + 1;
        gate.cutLate();
        assertThat(open(peer)).isFalse();
    }

    private GuardedConnection of(Peer peer) {
        return gate.connection(peer);
    }
}
