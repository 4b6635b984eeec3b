package io.greenpark.alerts.bounce;

import io.greenpark.alerts.bounce.ReadMail.Kind;
import io.greenpark.alerts.bounce.ReadMail.Other;
import io.greenpark.alerts.bounce.ReadMail.Outcome;
import io.greenpark.alerts.bounce.ReadMail.Recipient;
import io.greenpark.alerts.bounce.ReadMail.Report;
import io.greenpark.alerts.contact.Addresses;
import io.greenpark.alerts.outbox.SentMails;
import io.greenpark.alerts.outbox.SentMails.SentMail;
import io.greenpark.config.digest.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What follows from a mail in the mailbox, in the transaction that notes that it is read. A report counts where it names a message by its
 * signature that was sent from here to the very address that it speaks of.
 */
final class BounceBook {
    private final BounceSettings settings;

    BounceBook(BounceSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a mail in.
     *
     * @return what it was counted as
     */
    Kind take(Handle handle, ReadMail mail, Instant now) {
        Kind kind = mail instanceof Report report ? take(handle, report, now) : ((Other) mail).kind();
        BounceTable.count(handle, kind, now);
        return kind;
    }

    private Kind take(Handle handle, Report report, Instant now) {
        List<SentMail> sent = new ArrayList<>();
        report.messages().stream().sorted().forEach(id -> SentMails.find(handle, id)
                .ifPresent(sent::add));
        Kind counted = Kind.NOT_OURS;
        for (Recipient recipient : report.recipients()) {
            Optional<SentMail> ours = sent.stream()
                    .filter(mail -> recipient.addresses().contains(mail.target().toLowerCase(Locale.ROOT)))
                    .findFirst();
            if (ours.isEmpty()) {
                continue;
            }
            if (recipient.outcome() == Outcome.PASSED_ON) {
                counted = counted == Kind.NOT_OURS ? Kind.OTHER : counted;
                continue;
            }
            Kind kind = recipient.outcome() == Outcome.FAILED ? Kind.FAILED : Kind.DELAYED;
            take(handle, report, recipient, ours.get(), kind, now);
            counted = counted == Kind.FAILED ? counted : kind;
        }
        return counted;
    }

    private void take(Handle handle, Report report, Recipient recipient, SentMail mail, Kind kind, Instant now) {
        String hash = Addresses.hash("mail", mail.target());
        String identity = Sha256.hex(report.identity() + "\n" + mail.id() + "\n" + hash, 16);
        if (!BounceTable.keep(handle, identity, mail.id(), hash, kind, recipient.answer(), mail.at(), now)) {
            return;
        }
        if (kind == Kind.FAILED || isLateTooOften(handle, hash, mail, now)) {
            Addresses.cameBack(handle, "mail", mail.target(), recipient.answer(), mail.at(), now);
        }
    }

    private boolean isLateTooOften(Handle handle, String hash, SentMail mail, Instant now) {
        Instant cleared = Objects.requireNonNullElse(Addresses.cleared(handle, "mail", mail.target()), Instant.EPOCH);
        return BounceTable.late(handle, hash, cleared, now.minus(settings.delayedWithin())) >= settings.delayedLimit();
    }
}
