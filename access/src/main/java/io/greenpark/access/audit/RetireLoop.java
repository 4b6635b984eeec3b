package io.greenpark.access.audit;

import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.ExpectedFailure;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off, in the background, what the audit log has kept for long enough. It goes by whole days, so that there is one entry a day about
 * it and not one with each look at the clock. Where an entry does not fit, nothing is cut off, and the loop fails until somebody has seen it.
 */
public final class RetireLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RetireLoop.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final AuditLog log;
    private final Looks looks;
    private final AuditConfig config;
    private final Clock clock;
    private final BackgroundLoop loop;

    public RetireLoop(AuditLog log, Looks looks, AuditConfig config, Clock clock) {
        this.log = log;
        this.looks = looks;
        this.config = config;
        this.clock = clock;
        this.loop = new BackgroundLoop("audit-log", this::step, EVERY, clock);
    }

    public RetireLoop start() {
        loop.start();
        return this;
    }

    /** Retires what is older than is kept; there is no more to do until the next day. */
    boolean step() {
        Instant before = clock.instant().minus(config.keep()).truncatedTo(ChronoUnit.DAYS);
        long retiredLooks = looks.retire(before);
        long entries = retireEntries(before);
        if (entries > 0 || retiredLooks > 0) {
            LOG.info("audit log: {} entries and {} looks of before {} are retired", entries, retiredLooks, before);
        }
        return false;
    }

    /** The words about an entry that does not fit are for the operator as they are. */
    private long retireEntries(Instant before) {
        try {
            return log.retire(before);
        } catch (IllegalStateException e) {
            throw new ExpectedFailure(String.valueOf(e.getMessage()), e);
        }
    }

    public LoopStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
    }
}
