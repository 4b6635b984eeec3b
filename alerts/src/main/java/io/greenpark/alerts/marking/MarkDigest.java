package io.greenpark.alerts.marking;

import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.WorkingTime;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Tells the people of a park, once a day with the hour of digests of the notice plan, how many marks of its enterprises wait to be decided. Where a park has
 * nobody, those of the district are told. A day is noted in the transaction that writes the letters. Used by one thread.
 */
public final class MarkDigest {
    private final Books books;
    private final RegistrySource registry;
    private final Policies<NoticePlan> plans;
    private final LetterBox letters;
    private final LinksConfig.Urls urls;
    private final Clock clock;

    public MarkDigest(
            Books books,
            RegistrySource registry,
            Policies<NoticePlan> plans,
            LetterBox letters,
            LinksConfig.Urls urls,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.plans = plans;
        this.letters = letters;
        this.urls = urls;
        this.clock = clock;
    }

    /** Writes what is due. */
    public void step() {
        Registry current = registry.current();
        Instant now = clock.instant();
        WorkingTime time = books.read(plans::newest).says().time();
        for (Park park : current.facts().parks()) {
            ZonedDateTime local = now.atZone(park.time().zone());
            boolean tells = time.digestOnDaysOff() || time.isWorkday(local.toLocalDate());
            String day = local.toLocalDate().toString();
            if (tells
                    && !local.toLocalTime().isBefore(time.digestAt())
                    && !books.read(handle -> MarkDigestTable.isTold(handle, park.id(), day))) {
                books.write(tx -> {
                    tell(tx.handle(), current, park, day, now);
                    return true;
                });
            }
        }
    }

    private void tell(Handle handle, Registry current, Park park, String day, Instant now) {
        List<String> enterprises =
                current.enterprisesOfPark(park.id()).stream().map(e -> e.id()).toList();
        List<DataMark> waiting =
                MarkTable.list(handle, MarkFilter.of(enterprises, MarkState.SUBMITTED), Integer.MAX_VALUE);
        // What comes later in the day waits for the next morning.
        if (MarkDigestTable.note(handle, park.id(), day, now) && !waiting.isEmpty()) {
            boolean own = !park.contacts().isEmpty();
            Subject owner = own
                    ? Subject.park(park.id())
                    : Subject.district(current.facts().districtId());
            List<Contact> contacts =
                    own ? park.contacts() : current.facts().district().contacts();
            long overdue =
                    waiting.stream().filter(m -> m.decideBy().isBefore(now)).count();
            Letter letter = new Letter(
                    "data-marks/" + park.id() + "/" + day,
                    1,
                    owner,
                    "data-marks-waiting",
                    new Bilingual(
                            park.name().zh() + "：待审核数据标记 " + waiting.size() + " 件",
                            park.name().en() + ": " + waiting.size() + " marks of data wait"),
                    new Bilingual(
                            park.name().zh() + "有 " + waiting.size() + " 件企业数据标记待审核"
                                    + (overdue == 0 ? "" : "，其中 " + overdue + " 件已超过审核时限") + "。",
                            waiting.size() + " marks that enterprises of "
                                    + park.name().en()
                                    + " made of their data wait to be decided"
                                    + (overdue == 0 ? "" : ", " + overdue + " of them overdue") + "."),
                    urls.officers() + "/#/marks?state=submitted",
                    now);
            letters.write(handle, letter, contacts);
        }
    }
}
