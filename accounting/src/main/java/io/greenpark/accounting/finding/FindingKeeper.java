package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.time.ParkTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what bookings find, in their transaction: of the hours that were computed, what is found now takes the place of what
 * was kept, so that the rows are a function of the readings as the hours are. Points that nothing was ever found about cost
 * nothing. Used by the one thread that books.
 */
public final class FindingKeeper {
    /** All points of which something may be kept; null as long as they have not been read. */
    private @Nullable Set<String> known;

    /** Keeps what was found about points of one park. */
    public void keep(Handle handle, ParkTime time, List<PointFindings> findings) {
        Set<String> points = known(handle);
        for (PointFindings f : findings) {
            if (!f.found().isEmpty() || points.contains(f.pointId())) {
                // One too many does no harm, if the transaction fails.
                points.add(f.pointId());
                new FindingUpdate(time, f).write(handle);
            }
        }
    }

    /** Nothing is kept of a point that the registry no longer has. */
    public void forget(Handle handle, String pointId) {
        FindingTable.forget(handle, pointId);
    }

    /** Nothing is kept of kinds that no booking of a point speaks for any more. */
    public static void keepOnly(Handle handle, String pointId, Set<FindingKind> kinds) {
        Set<FindingKind> others = EnumSet.allOf(FindingKind.class);
        others.removeAll(kinds);
        FindingTable.forget(handle, pointId, others);
    }

    private Set<String> known(Handle handle) {
        Set<String> points = known;
        if (points == null) {
            points = FindingTable.points(handle);
            known = points;
        }
        return points;
    }
}
