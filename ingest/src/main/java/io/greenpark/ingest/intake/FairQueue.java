package io.greenpark.ingest.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The connections of a lane that are held back, in the order in which they go on. It is fair by what they bring (fair
 * queueing, by when a turn would end): whoever has brought more since the queue began comes later, so that a device with
 * its one reading a minute need not wait until thousands have each delivered what their sockets hold. It keeps no time:
 * the queue's own time is where the turn of the connection began that went on last, and once it has passed the turns of
 * all, everyone is equal.
 *
 * <p>Runs on the lane's thread.
 */
final class FairQueue {
    /** A place in the queue: where its turn begins and about where it ends; the ticket decides between equal ones. */
    private record Place(Backpressure backpressure, long begin, long end, long ticket) {}

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::end).thenComparingLong(Place::ticket);

    private final Map<Backpressure, Place> places = new HashMap<>();
    private final TreeSet<Place> queue = new TreeSet<>(ORDER);
    private long now;
    private long tickets;

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** A connection has brought something. */
    void brought(Backpressure backpressure, int weight) {
        backpressure.turn(Math.max(backpressure.turn(), now) + weight);
        if (queue.isEmpty()) {
            now = Math.max(now, backpressure.turn());
        }
    }

    /**
     * Puts a connection into the queue; false if it is there already.
     *
     * @param weight about what it will bring when it goes on, as far as that is known: of those who have brought equally
     *     little, as all have when thousands come back at once, who brings less goes first
     */
    boolean hold(Backpressure backpressure, long weight) {
        if (places.containsKey(backpressure)) {
            return false;
        }
        long begin = Math.max(backpressure.turn(), now);
        Place place = new Place(backpressure, begin, begin + weight, tickets++);
        places.put(backpressure, place);
        queue.add(place);
        return true;
    }

    /** Takes a connection out because it may go on; false if it is not in the queue. */
    boolean letGo(Backpressure backpressure) {
        @Nullable Place place = places.get(backpressure);
        if (place == null) {
            return false;
        }
        now = Math.max(now, place.begin);
        forget(backpressure);
        return true;
    }

    /** Takes a connection out that was closed. */
    void forget(Backpressure backpressure) {
        @Nullable Place place = places.remove(backpressure);
        if (place != null) {
            queue.remove(place);
        }
    }

    /** Those who wait now, whose turn it is first. */
    List<Backpressure> inOrder() {
        return queue.stream().map(Place::backpressure).toList();
    }
}
