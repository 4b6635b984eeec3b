package io.greenpark.alerts.receipt;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.desk.Receipt;
import io.greenpark.alerts.desk.Receipt.Standing;
import io.greenpark.alerts.desk.Receipts;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.link.CaseLink;
import io.greenpark.alerts.link.CaseLinkTable;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.outbox.Channel;
import io.greenpark.alerts.outbox.Recipient;
import io.greenpark.alerts.outbox.Recipients;
import io.greenpark.alerts.outbox.StandInTable;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Where the links of messages lead. To look changes nothing, whoever looks and however often; only what the button of the page sends takes note. A link
 * that was not written here, has expired, or whose recipient is told of the case no more by the registry of this moment, is none. Any thread may call.
 */
public final class ReceiptDesk {
    /** Its message says less than a line of the console does. */
    private static final String SMS = "sms";

    private final Books books;
    private final RegistrySource registry;
    private final CaseLinks links;
    private final Receipts receipts;
    private final Recipients recipients;
    private final Map<String, Channel> channels;
    private final WithheldFigures withheld;

    /**
     * @param registry all of it
     * @param receipts where note is taken
     * @param channels on which people are told
     */
    public ReceiptDesk(
            Books books,
            RegistrySource registry,
            CaseLinks links,
            Receipts receipts,
            Recipients recipients,
            List<Channel> channels,
            WithheldFigures withheld) {
        this.books = books;
        this.registry = registry;
        this.links = links;
        this.receipts = receipts;
        this.recipients = recipients;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::code, Function.identity()));
        this.withheld = withheld;
    }

    /** What stands behind a link; empty where it is none. */
    public Optional<ShownReceipt> look(String token) {
        return links.read(token) == null ? Optional.empty() : books.read(handle -> shown(handle, token));
    }

    /**
     * Takes note of the case of a link, once.
     *
     * @param press what the page behind the link was shown with
     */
    public Optional<ShownReceipt> acknowledge(String token, String press) {
        ShownReceipt shown = links.isPress(token, press) ? look(token).orElse(null) : null;
        if (shown == null || shown.receipt().standing() != Standing.OPEN) {
            return Optional.ofNullable(shown);
        }
        CaseLink link = books.read(handle -> find(handle, token)).orElse(null);
        return link == null
                ? Optional.empty()
                : receipts.take(shown.caseId(), side(shown.ofEnterprise()), link.recipient())
                        .map(taken -> with(shown, taken));
    }

    private static Side side(boolean ofEnterprise) {
        return ofEnterprise ? Side.ENTERPRISE : Side.OFFICE;
    }

    private Optional<CaseLink> find(Handle handle, String token) {
        String ref = links.read(token);
        return ref == null
                ? Optional.empty()
                : CaseLinkTable.find(handle, ref)
                        // What the link was signed for, and not only what the books say.
                        .filter(link -> links.ref(link.caseId(), link.channel(), link.target())
                                .equals(ref));
    }

    private Optional<ShownReceipt> shown(Handle handle, String token) {
        CaseLink link = find(handle, token).orElse(null);
        Channel channel = link == null ? null : channels.get(link.channel());
        Case c = link == null ? null : CaseBook.find(handle, link.caseId()).orElse(null);
        CaseHandling handling = c == null ? null : c.handling();
        if (link == null || channel == null || c == null || handling == null) {
            return Optional.empty();
        }
        Registry current = registry.current();
        Recipient recipient = recipients
                .reached(current, c, channel, link.target(), link.recipient())
                .or(() -> StandInTable.has(handle, link.message())
                        ? recipients.standingIn(current, c.about(), channel, link.target())
                        : Optional.empty())
                .orElse(null);
        if (recipient == null) {
            return Optional.empty();
        }
        return receipts.look(handle, c.id(), side(recipient.ofEnterprise()))
                .map(receipt -> new ShownReceipt(
                        c.id(),
                        handling.number(),
                        handling.level(),
                        recipient.ofEnterprise(),
                        said(handle, c, link),
                        receipt.standing() == Standing.OPEN ? handling.due() : null,
                        receipt.standing() == Standing.OPEN ? links.press(token) : null,
                        receipt,
                        c.about().time(current).zone(),
                        link.channel(),
                        link.target()));
    }

    private @Nullable String said(Handle handle, Case c, CaseLink link) {
        return link.channel().equals(SMS) || withheld.hides(Audience.OFFICERS, c)
                ? null
                : handle.createQuery("SELECT line FROM alert_outbox WHERE id = :id")
                        .bind("id", link.message())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null);
    }

    private static ShownReceipt with(ShownReceipt shown, Receipt taken) {
        return new ShownReceipt(
                shown.caseId(),
                shown.number(),
                shown.level(),
                shown.ofEnterprise(),
                shown.said(),
                null,
                null,
                taken,
                shown.zone(),
                shown.channel(),
                shown.target());
    }
}
