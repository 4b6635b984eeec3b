package io.greenpark.dashboards.door;

import io.greenpark.dashboards.door.GuardedConnection.Stage;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections that wait for their clients, the longest waiting first. Whoever looks for one that makes room looks at a few: with
 * all of a flood's connections gone through for each new one, the event loop would not get the gate's lock. Guarded by that lock.
 */
final class WaitingLines {
    private static final int CHOSEN_FROM = 32;

    /** Their clients are to send a request. */
    private final Set<GuardedConnection> heads = new LinkedHashSet<>();
    /** Their clients are to send the rest of one, or to take in an answer. */
    private final Set<GuardedConnection> others = new LinkedHashSet<>();

    /** Puts a connection at the end of the line of its stage; {@link Stage#ANSWER} takes it out. */
    void put(GuardedConnection connection, Stage stage) {
        heads.remove(connection);
        others.remove(connection);
        if (stage != Stage.ANSWER) {
            (stage == Stage.HEAD ? heads : others).add(connection);
        }
    }

    /** Among those that have waited longest one of the address with most, if that has more than so many; else the first. */
    @Nullable
    GuardedConnection first(Map<InetAddress, Integer> perAddress, int ofOnePerson) {
        GuardedConnection first = null;
        int most = 0;
        int seen = 0;
        for (GuardedConnection connection : heads.isEmpty() ? others : heads) {
            int alike = perAddress.getOrDefault(connection.address, 0);
            int counted = alike > ofOnePerson ? alike : 0;
            if (first == null || counted > most) {
                first = connection;
                most = counted;
            }
            if (++seen == CHOSEN_FROM) {
                break;
            }
        }
        return first;
    }

    /** The one of an address that has waited longest. */
    @Nullable
    GuardedConnection first(InetAddress address) {
        for (Set<GuardedConnection> line : List.of(heads, others)) {
            for (GuardedConnection connection : line) {
                if (connection.address.equals(address)) {
                    return connection;
                }
            }
        }
        return null;
    }
}
