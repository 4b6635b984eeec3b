package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.deputy.Deputies;
import io.greenpark.access.deputy.DeputyProblem;
import io.greenpark.access.deputy.Deputyship;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Who stands in for whoever asks, and for whom that one stands in; named and ended by oneself. */
final class DeputyAnswers {
    private static final int LONGEST_WORD = 2_000;

    private final UserAccounts accounts;
    private final Deputies deputies;
    private final RegistrySource registry;
    private final AuditLog audit;
    private final Clock clock;

    DeputyAnswers(ConsoleSources sources, Clock clock) {
        this.accounts = sources.identities().accounts();
        this.deputies = sources.identities().deputies();
        this.registry = sources.registry();
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow();
        String own = question.viewer().account();
        List<Deputyship> rows = deputies.all().stream()
                .filter(d -> d.account().equals(own) || d.deputy().equals(own))
                .toList();
        return new JsonObject().put("rows", Json.array(rows, this::shown));
    }

    private JsonObject shown(Deputyship d) {
        return DeputyJson.of(d)
                .put("accountName", nameOf(d.account()))
                .put("deputyName", nameOf(d.deputy()))
                .put("running", d.runsAt(clock.instant()))
                .put("over", d.isOver(clock.instant()));
    }

    private String nameOf(String userName) {
        return accounts.find(userName).map(a -> a.person().fullName()).orElse(userName);
    }

    JsonObject name(Question question) {
        question.allow();
        RequestBody asked = new RequestBody(question, "deputy", "from", "until", "word");
        String deputy = asked.text("deputy");
        LocalDate from = Dates.day("from", asked.text("from"));
        LocalDate until = Dates.day("until", asked.text("until"));
        String word = asked.textOrNull("word").orElse(null);
        if (word != null && word.length() > LONGEST_WORD) {
            throw RequestBody.wrong(
                    "word", "最多 " + LONGEST_WORD + " 个字符", "has at most " + LONGEST_WORD + " characters");
        }
        Viewer own = question.viewer();
        requireMayStandIn(deputy, own);
        Deputyship made;
        try {
            made = deputies.name(
                    own.account(),
                    deputy,
                    from.atStartOfDay(Json.PLATFORM_ZONE).toInstant(),
                    until.plusDays(1).atStartOfDay(Json.PLATFORM_ZONE).toInstant(),
                    word,
                    question.viewer().person());
        } catch (DeputyProblem refused) {
            throw Problem.badRequest(refused.text());
        }
        audit.append(question.draft(AuditAction.DEPUTY_NAMED)
                .on("account", own.account())
                .change(null, RecordedState.of(DeputyJson.of(made)))
                .because(word));
        return shown(made);
    }

    private void requireMayStandIn(String deputy, Viewer own) {
        UserAccount account = accounts.find(deputy)
                .filter(a -> a.state() == State.OPEN)
                .orElseThrow(() -> RequestBody.wrong(
                        "deputy",
                        "的值 \"" + deputy + "\" 须为启用的账号；可选的见 /api/v1/case-owners",
                        "\"" + deputy + "\" must be an open account; /api/v1/case-owners lists those that can be"));
        if (!CaseStaff.mayStandInFor(account.viewer(), own, registry.current())) {
            throw RequestBody.wrong(
                    "deputy",
                    "\"" + deputy + "\" 的权限范围小于您的范围，不能代办；请另选范围相同或更大的人员",
                    "\"" + deputy
                            + "\" sees less than you do and cannot stand in; choose somebody who sees as much or more");
        }
    }

    /** Ends one before its time; one of others is as if it were not there. */
    JsonObject end(Question question) {
        question.allow();
        String own = question.viewer().account();
        Deputyship found = deputies.find(question.id())
                .filter(d -> d.account().equals(own) || d.deputy().equals(own))
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有代办 \"" + question.id() + "\"；您的见 /api/v1/session/deputies",
                        "deputyship \"" + question.id() + "\" does not exist; /api/v1/session/deputies lists yours")));
        if (!found.isOver(clock.instant())) {
            deputies.end(found.id(), question.viewer().person());
            audit.append(question.draft(AuditAction.DEPUTY_ENDED)
                    .on("account", found.account())
                    .change(RecordedState.of(DeputyJson.of(found)), null));
        }
        return shown(deputies.find(found.id()).orElse(found));
    }
}
