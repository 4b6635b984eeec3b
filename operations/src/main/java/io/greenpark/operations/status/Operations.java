package io.greenpark.operations.status;

import java.util.List;

/** How the platform itself fares, for probes, metrics and the operations page. Any thread may ask. */
public interface Operations {
    /**
     * What only a restart mends: threads that no longer turn. Empty while the process lives. Answers at once, from memory,
     * so that it may be asked on an event loop.
     */
    List<Trouble> stuck();

    /** Why messages cannot be taken in and kept, or the console not answer. Empty while all can. May block. */
    List<Trouble> notReady();

    /** What is wrong beside that: the platform takes in and answers, yet someone should look. May block. */
    List<Trouble> degraded();

    /** Everything at once, for the page. May block. */
    OperationsSnapshot snapshot();

    /** The metrics in Prometheus' text format, version 0.0.4. May block. */
    String metrics();
}
