package io.greenpark.alerts.cases;

import io.greenpark.config.digest.Sha256;
import java.time.Instant;

/** Ids made of what they stand for: evaluating or notifying again meets the same row. */
final class CaseId {
    private CaseId() {}

    /** @param generation how many cases of the key began at the same time before */
    static String of(CaseKey key, Instant since, int generation) {
        String words = key.rule().code() + "\n" + key.subject() + "\n" + since.toEpochMilli() + "\n" + generation;
        return Sha256.hex(words, 6);
    }
}
