package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.alerts.contact.ContactDesk.Answered;
import io.greenpark.dashboards.auth.MailedLinks;
import io.greenpark.dashboards.auth.SignInResult;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * What a contact says by a link that was mailed: still the one to be told, or no more. Looking at the page that the link leads to asks nothing
 * here; only the button does. Runs on the event loop.
 */
final class ContactLinkAnswers {
    private static final String WHO = "contact-link";

    private final ConsoleSources sources;
    private final MailedLinks links;

    ContactLinkAnswers(ConsoleSources sources, MailedLinks links) {
        this.sources = sources;
        this.links = links;
    }

    void answer(RoutingContext ctx) {
        Question question = Question.of(ctx);
        if (!(question.body().getValue("token") instanceof String token)
                || !(question.body().getValue("still") instanceof Boolean still)) {
            throw Problem.badRequest(new Bilingual(
                    "\"token\" 须为链接中的文本，\"still\" 须为 true 或 false",
                    "\"token\" must be the text of the link, and \"still\" true or false"));
        }
        Duration wait = links.wait(ctx);
        if (!wait.isZero()) {
            SessionAnswers.refuseForNow(ctx, new SignInResult.Throttled(wait.toSeconds() + 1, false));
            return;
        }
        String origin = links.origin(ctx);
        links.use(ctx, () -> said(token, still, origin), answered -> answered != Answered.VOID)
                .onSuccess(answered -> send(ctx, answered))
                .onFailure(ctx::fail);
    }

    private Answered said(String token, boolean still, String origin) {
        Answered answered = sources.contacts().answer(sources.registry(), token, still);
        if (answered == Answered.DONE) {
            sources.audit()
                    .append(AuditDraft.of(
                                    WHO, origin, still ? AuditAction.CONTACT_CONFIRMED : AuditAction.CONTACT_DECLINED)
                            .on("contact", token.replaceFirst("\\..*", "")));
        }
        return answered;
    }

    private static void send(RoutingContext ctx, Answered answered) {
        if (answered == Answered.VOID) {
            ErrorAnswers.refuse(
                    ctx,
                    Problem.badRequest(new Bilingual(
                            "此链接无效、已过期，或联系人已变更；无需操作，如有疑问请联系园区",
                            "this link is not good: it has expired, or the contact is another one by now. There is nothing"
                                    + " to do; ask the park if in doubt")));
        } else {
            Api.send(
                    ctx,
                    200,
                    new JsonObject()
                            .put("already", answered == Answered.ALREADY)
                            .toBuffer());
        }
    }
}
