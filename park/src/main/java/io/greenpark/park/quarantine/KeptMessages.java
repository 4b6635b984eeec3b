package io.greenpark.park.quarantine;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where doors put what no point takes. Any thread may append. */
@FunctionalInterface
public interface KeptMessages {
    /**
     * Completes once all that there is room for is durable; only then may the sender be answered. Fails with {@link
     * io.greenpark.park.deadletter.DeadLettersUnavailableException}, and never blocks. The stage completes on the store's own thread.
     * The same value of the same time again is kept once.
     */
    CompletionStage<Void> append(List<KeptMessage> messages);
}
