package io.greenpark.dashboards.door;

import io.greenpark.dashboards.door.GuardedConnection.Stage;
import io.greenpark.operations.status.HttpTraffic;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of the HTTP port. Where there are as many as there may be, a new one takes the place of the one that has
 * waited longest for its client, of the address that has most if that is more than a browser opens: clients that open
 * connections and ask nothing crowd out each other, and a probe or a person finds room at once. Clients that take too long
 * are cut. Any thread may call.
 */
public final class ConnectionGate {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionGate.class);
    /**
     * A browser opens no more. An address is not told by having as many: where strangers come from an address each, people would
     * be the ones with most.
     */
    private static final int OF_A_BROWSER = 8;

    private static final Duration IDLE = Duration.ofSeconds(75);
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);
    private static final Duration CROWDED_FOR = Duration.ofMinutes(1);

    private final ConnectionLimits limits;
    private final int most;
    private final int mostClosing;
    private final Predicate<InetAddress> exempt;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, GuardedConnection> open = new LinkedHashMap<>();
    private final WaitingLines lines = new WaitingLines();
    private final Map<InetAddress, Integer> perAddress = new HashMap<>();
    private int closing;
    /** Open, and to make room. */
    private int leaving;

    private long evicted;
    private long late;
    private long refused;
    private @Nullable Instant crowdedAt;
    private @Nullable Instant toldAt;

    /**
     * @param descriptors of this process, as it stands before the port opens
     * @param exempt addresses that may have more than one client has: named proxies
     * @param nanos a clock that only goes forward, {@code System::nanoTime}
     */
    ConnectionGate(
            ConnectionLimits limits,
            Descriptors descriptors,
            Predicate<InetAddress> exempt,
            Clock clock,
            LongSupplier nanos) {
        this.limits = limits;
        this.most = descriptors.connections(limits.most());
        this.mostClosing = descriptors.closing();
        this.exempt = exempt;
        this.clock = clock;
        this.nanos = nanos;
        if (most < limits.most()) {
            LOG.warn(
                    "http: at most {} connections at a time, not the {} of http.maxConnections: the process may have {} files"
                            + " and sockets open and has {}, and most of the rest is kept for the devices; raise ulimit -n"
                            + " (LimitNOFILE in a service, ulimits in a container)",
                    most,
                    limits.most(),
                    descriptors.limit(),
                    descriptors.open());
        }
    }

    /** A gate for a port that is about to open in this process. */
    public static ConnectionGate create(ConnectionLimits limits, Predicate<InetAddress> exempt, Clock clock) {
        return new ConnectionGate(limits, Descriptors.now(), exempt, clock, System::nanoTime);
    }

    /**
     * Takes a connection in that was just accepted; false if there is no room and it is to be closed.
     *
     * @param released called when its descriptor is free again
     */
    boolean admit(Channel channel, Runnable released) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return false;
        }
        GuardedConnection victim;
        synchronized (this) {
            InetAddress address = remote.getAddress();
            boolean tooMany = !exempt.test(address)
                    && perAddress.getOrDefault(address, 0) >= Math.min(limits.mostPerAddress(), most);
            boolean full = open.size() - leaving >= most;
            victim = tooMany
                    ? lines.first(address)
                    : full ? lines.first(perAddress, Math.min(OF_A_BROWSER, most / 4)) : null;
            if (tooMany || full) {
                crowded();
                if (victim == null) {
                    refused++;
                    return false;
                }
                evicted++;
                victim.leaves(true);
                leaving++;
                lineUp(victim);
            }
            add(new GuardedConnection(channel, key(address.getHostAddress(), remote.getPort()), address), released);
        }
        if (victim != null) {
            cutUnlessHeard(victim, released);
        }
        return true;
    }

    /** Puts a connection where it belongs now, behind those that have waited longer. */
    private void lineUp(GuardedConnection connection) {
        boolean stays = open.get(connection.key) == connection && !connection.leaves();
        lines.put(connection, stays ? connection.stage() : Stage.ANSWER);
    }

    private void crowded() {
        Instant now = clock.instant();
        crowdedAt = now;
        if (toldAt == null || Duration.between(toldAt, now).compareTo(TOLD_AGAIN) >= 0) {
            toldAt = now;
            LOG.warn(
                    "http: {} of at most {} connections are open, {} of at most {} from one address; each new one takes the"
                            + " place of one that waits for its client ({} so far, {} were refused)",
                    open.size(),
                    most,
                    perAddress.values().stream().max(Comparator.naturalOrder()).orElse(0),
                    Math.min(limits.mostPerAddress(), most),
                    evicted,
                    refused);
        }
    }

    private void add(GuardedConnection connection, Runnable released) {
        GuardedConnection before = open.get(connection.key);
        if (before != null) {
            // The client has reset it and dialed again from the same port before it was seen to be closed.
            remove(before);
        }
        connection.opened(nanos.getAsLong(), limits.headTimeout().toNanos());
        open.put(connection.key, connection);
        lineUp(connection);
        perAddress.merge(connection.address, 1, Integer::sum);
        connection.channel.closeFuture().addListener(closed -> {
            removeClosed(connection);
            // A descriptor is free only once its selector has been asked again, which comes before what is scheduled
            // now.
            EventLoop loop = connection.channel.eventLoop();
            if (!loop.isShuttingDown()) {
                loop.schedule(() -> release(released), 1, TimeUnit.NANOSECONDS);
            }
        });
    }

    private synchronized void removeClosed(GuardedConnection connection) {
        remove(connection);
    }

    private void release(Runnable released) {
        synchronized (this) {
            closing--;
        }
        released.run();
    }

    /** Takes one out that is closed, or is to be; it holds its descriptor for a while. */
    private void remove(GuardedConnection connection) {
        if (open.remove(connection.key, connection)) {
            leavesNoMore(connection);
            lineUp(connection);
            closing++;
            perAddress.computeIfPresent(connection.address, (a, n) -> n > 1 ? n - 1 : null);
        }
    }

    private void leavesNoMore(GuardedConnection connection) {
        if (connection.leaves()) {
            connection.leaves(false);
            leaving--;
        }
    }

    /** Whether as many are being closed, and still hold a descriptor, as may be at a time. */
    synchronized boolean busyClosing() {
        return closing + leaving >= mostClosing;
    }

    /** Watches a connection that now speaks HTTP; one that is not known, since it was closed meanwhile, is closed. */
    public void watch(HttpConnection http) {
        GuardedConnection connection = of(http).orElse(null);
        if (connection == null) {
            http.close();
            return;
        }
        ChannelPipeline pipeline = connection.channel.pipeline();
        pipeline.addBefore("httpDecoder", "headCheck", new HeadCheck(this, connection));
        pipeline.addBefore("handler", "requestStages", new RequestStages(this, connection));
    }

    private synchronized Optional<GuardedConnection> of(HttpConnection http) {
        return Optional.ofNullable(open.get(
                key(http.remoteAddress().hostAddress(), http.remoteAddress().port())));
    }

    /** The connection of a channel that was admitted. */
    synchronized GuardedConnection connection(Channel channel) {
        return open.values().stream()
                .filter(c -> c.channel == channel)
                .findFirst()
                .orElseThrow();
    }

    private static String key(String address, int port) {
        return address + "/" + port;
    }

    /** What is wrong with the head of a request that comes up; each request is asked about once, in their order. */
    public HeadFault judge(HttpConnection http) {
        return of(http).map(connection -> {
                    synchronized (this) {
                        return connection.verdict();
                    }
                })
                .orElse(HeadFault.NONE);
    }

    /** Lets no request of this connection be answered after the one that is. */
    public void endAfterThis(HttpConnection http) {
        of(http).ifPresent(connection -> {
            synchronized (this) {
                connection.endAfterThis();
            }
        });
    }

    /** Whether no further request of a connection is answered. */
    public boolean ends(HttpConnection http) {
        Optional<GuardedConnection> connection = of(http);
        synchronized (this) {
            return connection.map(GuardedConnection::ends).orElse(true);
        }
    }

    synchronized void headBegun(GuardedConnection connection) {
        connection.headBegun(nanos.getAsLong(), limits.headTimeout().toNanos());
    }

    synchronized HeadFault judged(GuardedConnection connection, HeadFault verdict) {
        return connection.judged(verdict);
    }

    synchronized void moved(GuardedConnection connection, Consumer<GuardedConnection> move) {
        Stage before = connection.stage();
        move.accept(connection);
        connection.enter(
                nanos.getAsLong(),
                limits.headTimeout().toNanos(),
                IDLE.toNanos(),
                limits.bodyTimeout().toNanos());
        if (connection.stage() != before) {
            lineUp(connection);
        }
    }

    /** Cuts the connections whose clients have taken too long. Called now and then. */
    public void cutLate() {
        List<GuardedConnection> cut = new ArrayList<>();
        synchronized (this) {
            long now = nanos.getAsLong();
            for (GuardedConnection connection : open.values()) {
                if (connection.late(now)) {
                    cut.add(connection);
                }
            }
            cut.forEach(this::remove);
            late += cut.size();
        }
        cut.forEach(connection -> connection.channel.eventLoop().execute(() -> close(connection.channel)));
    }

    /** What a client has sent may lie unread yet: it is read first, and who has asked something stays. */
    private void cutUnlessHeard(GuardedConnection connection, Runnable stayed) {
        EventLoop loop = connection.channel.eventLoop();
        if (!loop.isShuttingDown()) {
            // What is scheduled now comes after the sockets have been read.
            loop.schedule(
                    () -> {
                        if (goes(connection)) {
                            close(connection.channel);
                        } else {
                            stayed.run();
                        }
                    },
                    1,
                    TimeUnit.NANOSECONDS);
        }
    }

    private synchronized boolean goes(GuardedConnection connection) {
        boolean asked = connection.hasAsked();
        if (asked) {
            leavesNoMore(connection);
            lineUp(connection);
        } else {
            remove(connection);
        }
        return !asked;
    }

    /** Without the farewell of TLS, for which a client could make the server wait. */
    private static void close(Channel channel) {
        channel.unsafe().close(channel.unsafe().voidPromise());
    }

    /** What there is now, and what has happened since the start. */
    public synchronized HttpTraffic.Connections counts() {
        boolean crowded = crowdedAt != null
                && Duration.between(crowdedAt, clock.instant()).compareTo(CROWDED_FOR) < 0;
        return new HttpTraffic.Connections(open.size(), most, limits.most(), evicted, late, refused, crowded);
    }
}
