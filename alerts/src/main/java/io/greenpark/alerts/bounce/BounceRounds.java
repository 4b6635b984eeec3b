package io.greenpark.alerts.bounce;

import io.greenpark.alerts.bounce.BounceTable.OvertakenException;
import io.greenpark.alerts.bounce.BounceTable.Position;
import io.greenpark.alerts.bounce.Mailbox.Found;
import io.greenpark.alerts.bounce.ReadMail.Kind;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox that mails come back to. How far it is read is noted with what follows, so that a kill at any time reads nothing twice and
 * leaves nothing out; mails are marked after that. The first look reads nothing: what lay there before is not about mails that are known by their
 * signature. Used by one thread.
 */
public final class BounceRounds {
    private static final Logger LOG = LoggerFactory.getLogger(BounceRounds.class);
    private static final int PORTION = 50;
    /**
     * A mailbox whose numbers begin anew is read again, but for mails that came this long before it was last looked at; reports that were read
     * before are known by themselves.
     */
    private static final Duration BACK = Duration.ofDays(7);

    private final Books books;
    private final BounceSettings settings;
    private final BounceReader reader;
    private final BounceBook book;
    private final Clock clock;

    public BounceRounds(Books books, BounceSettings settings, ReturnTags tags, Clock clock) {
        this.books = books;
        this.settings = settings;
        this.reader = new BounceReader(tags);
        this.book = new BounceBook(settings);
        this.clock = clock;
    }

    /** Reads one portion of mails; returns whether there may be more. */
    public boolean step() {
        try (Mailbox mailbox = Mailbox.open(settings)) {
            return read(mailbox);
        } catch (OvertakenException e) {
            LOG.info("another process reads {}", settings.mailbox());
            return false;
        }
    }

    private boolean read(Mailbox mailbox) {
        Instant now = clock.instant();
        long validity = mailbox.validity();
        Optional<Position> before = books.read(handle -> BounceTable.position(handle, settings.mailbox()));
        if (before.isEmpty()) {
            Position begin = new Position(validity, mailbox.newest(), now, null);
            books.write(tx -> {
                BounceTable.begin(tx.handle(), settings.mailbox(), begin);
                return true;
            });
            return false;
        }
        Position from = before.get();
        boolean anew = from.validity() != validity;
        List<Found> found = mailbox.after(anew ? 0 : from.uid(), PORTION);
        Instant skip = anew ? from.looked().minus(BACK) : from.skip();
        boolean more = found.size() == PORTION;
        long last = found.isEmpty()
                ? (anew ? 0 : from.uid())
                : found.get(found.size() - 1).uid();
        // Before the transaction: what anybody wrote is not read while all that is written to the books waits.
        Map<Long, ReadMail> mails = new LinkedHashMap<>();
        found.stream()
                .filter(each -> skip == null || !each.received().isBefore(skip))
                .forEach(each -> mails.put(each.uid(), reader.read(each.mail())));
        List<Long> reports = books.write(tx -> {
            List<Long> taken = new ArrayList<>();
            mails.forEach((uid, mail) -> {
                Kind kind = book.take(tx.handle(), mail, now);
                if (kind == Kind.FAILED || kind == Kind.DELAYED) {
                    taken.add(uid);
                }
            });
            BounceTable.move(
                    tx.handle(), settings.mailbox(), from, new Position(validity, last, now, more ? skip : null));
            return taken;
        });
        mailbox.done(reports);
        return more;
    }
}
