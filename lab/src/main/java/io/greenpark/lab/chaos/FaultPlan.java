package io.greenpark.lab.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What goes wrong when: the same seed and options make the same plan. */
public record FaultPlan(List<PlannedFault> faults) {
    private static final int KILLS_PER_OTHER = 5;
    private static final int KILLS_PER_KILL_STARTING = 4;
    private static final long SHORTEST_MS = 300;
    private static final int SPREAD_MS = 3_000;
    private static final int STARTING_MS = 2_500;
    private static final int LEAST_DELAY_MS = 20;
    private static final int DELAY_MS = 150;
    private static final int JUMP_BACK_MINUTES = 90;
    private static final int JUMP_AHEAD_MINUTES = 30 * 60;

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    /**
     * One fault.
     *
     * @param after pause since the one before had passed
     * @param lasts how long it lasts
     * @param amount the delay, the jump of the clock, or how far the start may get; zero where it means nothing
     */
    public record PlannedFault(Fault fault, Duration after, Duration lasts, Duration amount) {}

    /**
     * Makes a plan.
     *
     * @param kills how often the server is killed in all
     * @param possible the faults this run can make
     * @param spread over which time the pauses spread
     */
    public static FaultPlan of(long seed, int kills, Set<Fault> possible, Duration spread) {
        Random random = new Random(seed);
        int starting = kills / KILLS_PER_KILL_STARTING;
        List<Fault> chosen = new ArrayList<>();
        chosen.addAll(Collections.nCopies(kills - starting, Fault.KILL));
        chosen.addAll(Collections.nCopies(starting, Fault.KILL_STARTING));
        Set<Fault> others = EnumSet.copyOf(possible);
        others.removeAll(EnumSet.of(Fault.KILL, Fault.KILL_STARTING));
        for (Fault fault : others) {
            chosen.addAll(Collections.nCopies(Math.max(1, kills / KILLS_PER_OTHER / 2), fault));
        }
        Collections.shuffle(chosen, random);
        long meanMs = spread.toMillis() / Math.max(1, chosen.size());
        return new FaultPlan(
                chosen.stream().map(f -> planned(f, meanMs, random)).toList());
    }

    private static PlannedFault planned(Fault fault, long meanMs, Random random) {
        Duration after = Duration.ofMillis((long) (2 * meanMs * random.nextDouble()));
        Duration lasts = Duration.ofMillis(SHORTEST_MS + random.nextInt(SPREAD_MS));
        Duration amount =
                switch (fault) {
                    case KILL_STARTING -> Duration.ofMillis(random.nextInt(STARTING_MS));
                    case NETWORK_DELAY -> Duration.ofMillis(LEAST_DELAY_MS + random.nextInt(DELAY_MS));
                    case CLOCK_JUMP ->
                        Duration.ofMinutes(random.nextInt(JUMP_BACK_MINUTES + JUMP_AHEAD_MINUTES) - JUMP_BACK_MINUTES);
                    default -> Duration.ZERO;
                };
        return new PlannedFault(fault, after, lasts, amount);
    }
}
