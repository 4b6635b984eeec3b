package io.greenpark.lab.chaos;

import io.greenpark.lab.chaos.environment.FaultyProxy;
import io.greenpark.lab.chaos.environment.Postgres;
import io.greenpark.lab.ledger.LedgerGenerator;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.sim.client.ReaderHealth;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes one fault after the other and waits until the server has got over it. */
final class FaultMaker {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);
    private static final long POLL_MS = 5;

    private final TestEnvironment environment;
    private final LedgerGenerator generator;
    private final long beganNanos;

    FaultMaker(TestEnvironment environment, LedgerGenerator generator, long beganNanos) {
        this.environment = environment;
        this.generator = generator;
        this.beganNanos = beganNanos;
    }

    /** Something in between. */
    @FunctionalInterface
    private interface Act {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Makes a fault, lets it last and undoes it.
     *
     * @throws IOException if the server does not recover, or cannot be struck as planned
     */
    Incident make(FaultPlan.PlannedFault fault) throws IOException, InterruptedException {
        pause(fault.after());
        requireAlive();
        return switch (fault.fault()) {
            case KILL, KILL_STARTING -> kill(fault);
            case FREEZE -> strike(fault, environment.server::freeze, environment.server::wake);
            case DISK_FULL ->
                strike(
                        fault,
                        () -> environment.disk.fill(environment.server),
                        () -> environment.disk.free(environment.server));
            case CLOCK_JUMP ->
                strike(
                        fault,
                        () -> environment.server.clockOffset(fault.amount()),
                        () -> environment.server.clockOffset(Duration.ZERO));
            case NETWORK_DELAY ->
                strike(
                        fault,
                        () -> environment.devices.delay(fault.amount().toMillis()),
                        () -> environment.devices.delay(0));
            case NETWORK_CUT -> strike(fault, environment.devices::cut, environment.devices::mend);
            case DISORDER -> strike(fault, () -> generator.disorderly(true), () -> generator.disorderly(false));
            case INFLUX_DOWN -> {
                InfluxServer influx = required(environment.influx);
                yield neighbour(fault, "influx", influx::stop, influx::start);
            }
            case INFLUX_CUT -> {
                FaultyProxy proxy = required(environment.toInflux);
                yield neighbour(fault, "influx", proxy::cut, proxy::mend);
            }
            case POSTGRES_DOWN -> {
                Postgres postgres = required(environment.postgres);
                yield neighbour(fault, "accounting", postgres::stop, postgres::start);
            }
            case POSTGRES_CUT -> {
                FaultyProxy proxy = required(environment.toPostgres);
                yield neighbour(fault, "accounting", proxy::cut, proxy::mend);
            }
        };
    }

    private static <T> T required(@Nullable T part) throws IOException {
        if (part == null) {
            throw new IOException("the plan names a server that does not run here");
        }
        return part;
    }

    private Incident kill(FaultPlan.PlannedFault fault) throws IOException, InterruptedException {
        Duration at = since(beganNanos);
        environment.server.kill();
        if (fault.fault() == Fault.KILL_STARTING) {
            environment.server.start();
            pause(fault.amount());
            environment.server.kill();
        }
        long startedNanos = System.nanoTime();
        Duration lasted = since(beganNanos).minus(at);
        environment.startServer(LONGEST_START);
        Duration ready = since(startedNanos);
        return new Incident(fault, at, lasted, ready, untilAcknowledged());
    }

    private Incident strike(FaultPlan.PlannedFault fault, Act strike, Act undo)
            throws IOException, InterruptedException {
        Duration at = since(beganNanos);
        strike.run();
        pause(fault.lasts());
        undo.run();
        requireAlive();
        Duration lasted = since(beganNanos).minus(at);
        return new Incident(fault, at, lasted, Duration.ZERO, untilAcknowledged());
    }

    /** A server beside it is away; it is over when the reader that needs it works again. */
    private Incident neighbour(FaultPlan.PlannedFault fault, String reader, Act strike, Act undo)
            throws IOException, InterruptedException {
        Duration at = since(beganNanos);
        strike.run();
        pause(fault.lasts());
        undo.run();
        Duration lasted = since(beganNanos).minus(at);
        long undone = System.nanoTime();
        await("reader " + reader + " works again", () -> environment
                .health
                .ask()
                .map(readers -> readers.getOrDefault(reader, new ReaderHealth(reader, 0, "not listed")))
                .filter(found -> !found.fails())
                .isPresent());
        return new Incident(fault, at, lasted, Duration.ZERO, since(undone));
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
        if (!environment.server.alive()) {
            throw new IOException("the server ended by itself; see " + environment.folder.resolve("server.log"));
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
