package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.environment.FaultyProxy;
import io.greenpark.lab.chaos.environment.HealthProbe;
import io.greenpark.lab.chaos.environment.Postgres;
import io.greenpark.lab.ledger.LedgerGenerator;
import io.greenpark.lab.machine.InfluxServer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes one fault after the other and waits until the server has got over it. */
final class FaultMaker {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
    private static final long POLL_MS = 5;

    private final TestEnvironment world;
    private final LedgerGenerator generator;
    private final long beganNanos;

    FaultMaker(TestEnvironment world, LedgerGenerator generator, long beganNanos) {
        this.world = world;
        this.generator = generator;
        this.beganNanos = beganNanos;
    }

    /** Something in between. */
    @FunctionalInterface
    private interface Act {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Makes a fault, lets it stand and undoes it.
     *
     * @throws IOException if the server does not recover, or cannot be struck as planned
     */
    Incident make(Plan.Step step) throws IOException, InterruptedException {
        pause(step.after());
        requireAlive();
        return switch (step.fault()) {
            case KILL, KILL_STARTING -> kill(step);
            case FREEZE -> strike(step, world.server::freeze, world.server::wake);
            case DISK_FULL -> strike(step, () -> world.disk.fill(world.server), () -> world.disk.free(world.server));
            case CLOCK_JUMP ->
                strike(
                        step,
                        () -> world.server.clockOffset(step.amount()),
                        () -> world.server.clockOffset(Duration.ZERO));
            case NETWORK_DELAY ->
                strike(step, () -> world.devices.delay(step.amount().toMillis()), () -> world.devices.delay(0));
            case NETWORK_CUT -> strike(step, world.devices::cut, world.devices::mend);
            case DISORDER -> strike(step, () -> generator.disorderly(true), () -> generator.disorderly(false));
            case INFLUX_DOWN -> {
                InfluxServer influx = required(world.influx);
                yield neighbour(step, "influx", influx::stop, influx::start);
            }
            case INFLUX_CUT -> {
                FaultyProxy proxy = required(world.toInflux);
                yield neighbour(step, "influx", proxy::cut, proxy::mend);
            }
            case POSTGRES_DOWN -> {
                Postgres postgres = required(world.postgres);
                yield neighbour(step, "accounting", postgres::stop, postgres::start);
            }
            case POSTGRES_CUT -> {
                FaultyProxy proxy = required(world.toPostgres);
                yield neighbour(step, "accounting", proxy::cut, proxy::mend);
            }
        };
    }

    private static <T> T required(@Nullable T part) throws IOException {
        if (part == null) {
            throw new IOException("the plan names a server that does not run here");
        }
        return part;
    }

    private Incident kill(Plan.Step step) throws IOException, InterruptedException {
        Duration at = since(beganNanos);
        world.server.kill();
        if (step.fault() == Fault.KILL_STARTING) {
            world.server.start();
            pause(step.amount());
            world.server.kill();
        }
        long startedNanos = System.nanoTime();
        Duration lasted = since(beganNanos).minus(at);
        world.startServer(LONGEST_START);
        Duration ready = since(startedNanos);
        return new Incident(step, at, lasted, ready, untilAcknowledged());
    }

    private Incident strike(Plan.Step step, Act strike, Act undo) throws IOException, InterruptedException {
        Duration at = since(beganNanos);
        strike.run();
        pause(step.lasts());
        undo.run();
        requireAlive();
        Duration lasted = since(beganNanos).minus(at);
        return new Incident(step, at, lasted, Duration.ZERO, untilAcknowledged());
    }

    /** A server beside it is away; it is over when the reader that needs it works again. */
    private Incident neighbour(Plan.Step step, String reader, Act strike, Act undo)
            throws IOException, InterruptedException {
        Duration at = since(beganNanos);
        strike.run();
        pause(step.lasts());
        undo.run();
        Duration lasted = since(beganNanos).minus(at);
        long undone = System.nanoTime();
        await("reader " + reader + " works again", () -> world.health
                .ask()
                .map(readers -> readers.getOrDefault(reader, new HealthProbe.Reader(0, true)))
                .filter(found -> !found.fails())
                .isPresent());
        return new Incident(step, at, lasted, Duration.ZERO, since(undone));
    }

    /** How long until the next acknowledgement; zero when there is nothing left to send. */
    private Duration untilAcknowledged() throws IOException, InterruptedException {
        long undone = System.nanoTime();
        long before = generator.acknowledged();
        await("a reading is acknowledged", () -> generator.acknowledged() > before || generator.done());
        return since(undone);
    }

    /** A condition that asks others. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private void await(String what, Condition condition) throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!condition.holds()) {
            requireAlive();
            if (since(began).compareTo(LONGEST_RECOVERY) > 0) {
                throw new IOException("the server did not recover: after " + LONGEST_RECOVERY.toSeconds()
                        + " s it is still not true that " + what);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }

    private void requireAlive() throws IOException {
        if (!world.server.alive()) {
            throw new IOException("the server ended by itself; see " + world.folder.resolve("server.log"));
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
