package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseHandling;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.link.CaseLink;
import io.greenpark.alerts.link.CaseLinkTable;
import io.greenpark.alerts.link.CaseLinks;
import io.greenpark.alerts.notice.Tier;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Gives messages that want an answer the link that acknowledges their case. */
final class ReceiptLinks {
    private final CaseLinks links;

    ReceiptLinks(CaseLinks links) {
        this.links = links;
    }

    /** What stands in the link of a message; null where nothing is to be acknowledged, or nobody could press. */
    @Nullable
    String of(Handle handle, Case c, Recipient recipient, Channel channel, String target, String message, Instant at) {
        if (!channel.isReadByPeople() || recipient.tier() == Tier.MAINTAINER || !waits(c)) {
            return null;
        }
        String ref = links.ref(c.id(), channel.code(), target);
        CaseLinkTable.put(handle, new CaseLink(ref, c.id(), channel.code(), target, recipient.name(), message), at);
        return links.write(ref, at);
    }

    private static boolean waits(Case c) {
        CaseHandling handling = c.handling();
        return handling != null
                && handling.demanded()
                && c.state() != Case.State.WITHDRAWN
                && (handling.stage() == HandlingStage.NEW || handling.stage() == HandlingStage.PUSHED);
    }
}
