package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditDraft;
import io.greenpark.alerts.desk.Receipt;
import io.greenpark.alerts.receipt.ReceiptDesk;
import io.greenpark.alerts.receipt.ShownReceipt;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.MailedLinks;
import io.greenpark.dashboards.auth.SignInResult;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Taking note of a case (签收) by the link of a message, without an account. Looking, whoever does and however often, changes nothing; what the button of
 * the page sends does. Either is a POST: what stands in an address is kept in logs of proxies. A link that was never written, has expired or is nobody's any more is answered alike. Runs on the event loop.
 */
final class ReceiptAnswers {
    private static final String WHO = "case-link";
    private static final int LONGEST = 100;

    private final ConsoleSources sources;
    private final ReceiptDesk desk;
    private final MailedLinks links;

    ReceiptAnswers(ConsoleSources sources, MailedLinks links) {
        this.sources = sources;
        this.desk = sources.receipts();
        this.links = links;
    }

    void look(RoutingContext ctx) {
        Question question = Question.of(ctx);
        question.allow();
        if (!(question.body().getValue("token") instanceof String token) || token.length() > LONGEST) {
            throw malformed();
        }
        answer(ctx, () -> desk.look(token));
    }

    void acknowledge(RoutingContext ctx) {
        Question question = Question.of(ctx);
        question.allow();
        if (!(question.body().getValue("token") instanceof String token)
                || !(question.body().getValue("press") instanceof String press)
                || token.length() > LONGEST
                || press.length() > LONGEST) {
            throw malformed();
        }
        String origin = links.origin(ctx);
        answer(ctx, () -> {
            Optional<ShownReceipt> shown = desk.acknowledge(token, press);
            shown.filter(it -> it.receipt().standing() == Receipt.Standing.DONE).ifPresent(it -> note(it, origin));
            return shown;
        });
    }

    private static Problem malformed() {
        return Problem.badRequest(new Bilingual(
                "\"token\" 须为链接中的文本；签收时 \"press\" 须为页面给出的文本",
                "\"token\" must be the text of the link, and to take note \"press\" what the page was shown with"));
    }

    private void answer(RoutingContext ctx, Callable<Optional<ShownReceipt>> asked) {
        Duration wait = links.wait(ctx);
        if (!wait.isZero()) {
            SessionAnswers.refuseForNow(ctx, new SignInResult.Throttled(wait.toSeconds() + 1, false));
            return;
        }
        links.use(ctx, asked, Optional::isPresent)
                .onSuccess(shown -> send(ctx, shown.orElse(null)))
                .onFailure(ctx::fail);
    }

    private void note(ShownReceipt it, String origin) {
        String by = Objects.requireNonNull(it.receipt().by());
        JsonObject how = new JsonObject()
                .put("by", by)
                .put("channel", it.channel())
                .put("address", masked(it.channel(), it.target()))
                .put("how", "link");
        sources.audit()
                .append(AuditDraft.of(WHO, origin, AuditAction.CASE_ACKNOWLEDGED)
                        .on("case", it.caseId())
                        .change(null, RecordedState.of(how)));
    }

    /** Of phones all but the ends: enough to recognize one, too little to call. */
    static String masked(String channel, String target) {
        return channel.equals("sms") ? target.replaceAll("(?<=.{3}).(?=.{4})", "*") : target;
    }

    private static void send(RoutingContext ctx, @Nullable ShownReceipt it) {
        if (it == null) {
            ErrorAnswers.refuse(
                    ctx,
                    Problem.badRequest(new Bilingual(
                            "此链接无效、已过期，或接收人已变更；未作任何操作。请登录平台查看，或联系园区",
                            "this link is not good: it has expired, or its recipient is another one by now. Nothing was done;"
                                    + " sign in to see the case, or ask the park")));
            return;
        }
        Receipt receipt = it.receipt();
        Api.send(
                ctx,
                200,
                new JsonObject()
                        .put("number", it.number())
                        .put("level", EnumCode.of(it.level()))
                        .put("ofEnterprise", it.ofEnterprise())
                        .put("said", it.said())
                        .put("due", it.due() == null ? null : Json.time(it.due(), it.zone()))
                        .put("standing", EnumCode.of(receipt.standing()))
                        .put("by", receipt.by())
                        .put("at", receipt.at() == null ? null : Json.time(receipt.at(), it.zone()))
                        .put("press", it.press())
                        .toBuffer());
    }
}
