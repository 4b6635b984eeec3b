package io.greenpark.operations.status;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.store.loop.LoopStatus;
import java.util.List;

/** The state of the platform itself, for probes, metrics and the operations page. Any thread may ask. */
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

    /** The readers of the log, in the order in which data flow. May block. */
    List<LoopStatus> readers();

    /** The doors that were opened, brokers included. */
    List<DoorStatus> doors();

    /** The certificates in use. */
    List<CertificateStatus> certificates();

    /** Everything at once, for the page. May block. */
    OperationsSnapshot snapshot();

    /** The metrics in Prometheus' text format, version 0.0.4. May block. */
    String metrics();
}
