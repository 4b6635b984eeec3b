package io.greenpark.lab.chaos.power;

import io.greenpark.lab.chaos.ChaosOptions;
import io.greenpark.lab.chaos.check.StoreComparison;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the losses of power came to.
 *
 * @param order of fsyncs and acknowledgements
 * @param changes how many changes of the data folder were recorded
 * @param folder where what was not right is kept
 */
public record PowerLossResult(
        ChaosOptions options, CommitOrder.OrderFigures order, List<PowerCut> cuts, int changes, Path folder) {
    public PowerLossResult {
        cuts = List.copyOf(cuts);
    }

    /**
     * One loss of power.
     *
     * @param moment the line of the recording
     * @param kept the probability with which what was not durable was kept
     * @param log what the log held of what was acknowledged before
     * @param troubles what was damaged
     * @param books the reading store after a restart, if there was one
     */
    public record PowerCut(
            long moment,
            double kept,
            StoreComparison log,
            List<String> troubles,
            @Nullable StoreComparison books) {
        public PowerCut {
            troubles = List.copyOf(troubles);
        }

        PowerCut restarted(StoreComparison after) {
            return new PowerCut(moment, kept, log, troubles, after);
        }

        PowerCut troubled(String trouble) {
            return new PowerCut(moment, kept, log, List.of(trouble), books);
        }

        /** Whether nothing acknowledged was lost and nothing damaged. */
        public boolean right() {
            return log.right() && troubles.isEmpty() && (books == null || books.right());
        }
    }

    /** Whether every loss of power left everything acknowledged, and every acknowledgement came after its fsync. */
    public boolean passed() {
        return order.early() == 0 && order.unknown() == 0 && cuts.stream().allMatch(PowerCut::right);
    }

    /** Acknowledged readings lost over all cuts. */
    public long lost() {
        return cuts.stream().mapToLong(c -> c.log().lost()).sum();
    }
}
