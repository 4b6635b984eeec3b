package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.outbox.ChannelDesk;
import io.greenpark.alerts.outbox.ChannelDesk.Tested;
import io.greenpark.alerts.outbox.Route;
import io.greenpark.alerts.text.ChannelNames;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ways on which people are told: how they fare, and test messages on them. No address and no secret is in it, only names of the settings. */
final class ChannelAnswers {
    private static final int TOO_MANY = 429;

    private final ChannelDesk desk;
    private final UserAccounts accounts;
    private final AuditLog audit;

    ChannelAnswers(ConsoleSources sources) {
        this.desk = sources.channels();
        this.accounts = sources.identities().accounts();
        this.audit = sources.audit();
    }

    JsonObject list(Question question) {
        question.allow();
        return new JsonObject().put("rows", Json.array(desk.lines(), ChannelAnswers::json));
    }

    private static JsonObject json(ChannelDesk.Line line) {
        Route route = line.route();
        return new JsonObject()
                .put("channel", route.channel())
                .put("name", Json.name(ChannelNames.of(route.channel())))
                .put("to", route.part().isEmpty() ? null : route.part())
                .put("deliveredAt", Json.time(line.state().delivered(), Json.PLATFORM_ZONE))
                .put("failingSince", Json.time(line.state().failing(), Json.PLATFORM_ZONE))
                .put("failures", line.state().failures())
                .put("answer", line.state().error())
                .put("waiting", line.waiting());
    }

    /** To a group or a recipient of the settings; without one, to whoever asks. */
    JsonObject test(Question question) {
        question.allow();
        String channel = question.id();
        if (!desk.isKnown(channel)) {
            throw Problem.notFound(new Bilingual(
                    "没有通知渠道 \"" + channel + "\"；现有的见 /api/v1/channels",
                    "channel \"" + channel + "\" does not exist; /api/v1/channels lists them"));
        }
        String to = to(question);
        Route route = new Route(channel, to == null ? "" : to);
        String by = question.viewer().account();
        Optional<Tested> tested = to == null ? oneself(channel, by) : other(route, by);
        Tested result = tested.orElseThrow(() -> Problem.of(
                TOO_MANY,
                new Bilingual("测试过于频繁", "too soon"),
                new Bilingual("同一渠道每分钟只能测试一次；请稍后再试", "one test message a minute on each way; try again in a minute")));
        audit.append(question.draft(AuditAction.CHANNEL_TESTED)
                .on("channel", route.subject())
                .change(null, RecordedState.of(new JsonObject().put("delivered", result.delivered()))));
        return new JsonObject().put("delivered", result.delivered()).put("answer", result.answer());
    }

    private static @Nullable String to(Question question) {
        Object to = question.body().getValue("to");
        if (to != null && !(to instanceof String)) {
            throw Problem.badRequest(new Bilingual(
                    "\"to\" 须为群或接收人的名称，不填则发给本人",
                    "\"to\" must be the name of a group or recipient; left out, it goes to yourself"));
        }
        return (String) to;
    }

    private Optional<Tested> other(Route route, String by) {
        if (!desk.isKnown(route)) {
            throw Problem.badRequest(new Bilingual(
                    "设置中该渠道没有 \"" + route.part() + "\"；现有的见 /api/v1/channels",
                    "the settings have no \"" + route.part()
                            + "\" on this channel; /api/v1/channels lists what there is"));
        }
        return desk.test(route, by);
    }

    private Optional<Tested> oneself(String channel, String by) {
        String email = accounts.find(by).map(a -> a.person().email()).orElse(null);
        if (email == null || !desk.reaches(channel, by, email)) {
            throw Problem.badRequest(new Bilingual(
                    "该渠道无法发给本人（只有邮件渠道可以，且账号须有邮箱）；请用 \"to\" 指定群或接收人",
                    "this channel does not reach you (mail does, where your account has an address); name a group or recipient"
                            + " by \"to\""));
        }
        return desk.testOneself(channel, by, email);
    }
}
