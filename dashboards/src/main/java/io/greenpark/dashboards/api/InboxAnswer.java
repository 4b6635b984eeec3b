package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.Inbox;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The demo's mailbox. */
final class InboxAnswer implements Api.Answer {
    private static final int MAX_MAILS = 200;

    private final @Nullable Inbox inbox;

    InboxAnswer(@Nullable Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow();
        if (inbox == null) {
            throw Problem.notFound(new Bilingual(
                    "此处没有收件箱：邮件直接发出，只有演示模式才保留", "there is no inbox here: mail goes out; only the demo keeps it"));
        }
        return new JsonObject().put("mails", Json.array(inbox.newest(MAX_MAILS), InboxAnswer::mail));
    }

    private static JsonObject mail(Inbox.Mail mail) {
        return new JsonObject()
                .put("id", mail.id())
                .put("from", mail.from())
                .put("to", mail.to())
                .put("subject", mail.subject())
                .put("sentAt", Json.time(mail.sentAt(), Json.PLATFORM_ZONE))
                .put("text", mail.text());
    }
}
