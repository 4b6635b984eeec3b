package io.greenpark.operations.status;

import java.util.List;

/**
 * What is wrong with the platform, by severity.
 *
 * @param stuck what only a restart mends
 * @param notReady why messages cannot be taken in and kept, or the console not answer
 * @param degraded what is wrong beside that
 */
public record Troubles(List<Trouble> stuck, List<Trouble> notReady, List<Trouble> degraded) {
    public Troubles {
        stuck = List.copyOf(stuck);
        notReady = List.copyOf(notReady);
        degraded = List.copyOf(degraded);
    }
}
