package io.greenpark.dashboards.source;

import java.time.Instant;
import java.util.List;

/** A mailbox kept in this process, shown in the console of the demo. Any thread may ask. */
@FunctionalInterface
public interface Inbox {
    /** The newest mails, newest first, at most {@code max}. */
    List<Mail> newest(int max);

    /**
     * A mail as its reader sees it.
     *
     * @param id stable within the process
     * @param text the plain-text body
     */
    record Mail(String id, String from, String to, String subject, Instant sentAt, String text) {}
}
