package io.greenpark.alerts.outbox;

import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;

/**
 * Something to be told that belongs to no case, as a reminder.
 *
 * @param about what it is about, of which a later letter waits for the earlier one to the same recipient
 * @param step 1, 2, 3 ... of that; the same about and step is written once
 * @param owner whose contacts it goes to, of an enterprise, a park or the district; who is none any more when it is sent does not get it
 * @param event a code for programs: {@code return-reminder}
 * @param link where the console shows it
 */
public record Letter(
        String about, int step, Subject owner, String event, Bilingual title, Bilingual text, String link, Instant at) {
    /** The event of a message that tests whether one is reached. */
    public static final String TEST = "test";

    /** One to contacts of an enterprise. */
    public Letter(
            String about,
            int step,
            String enterprise,
            String event,
            Bilingual title,
            Bilingual text,
            String link,
            Instant at) {
        this(about, step, Subject.enterprise(enterprise), event, title, text, link, at);
    }
}
