package io.greenpark.dashboards.api;

import io.greenpark.access.account.ApiKey;
import io.greenpark.access.account.ApiKeys;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What somebody who leaves answers for goes to another one, and the account is closed: keys of programs, and requests that wait for a
 * review. The account is closed first and each is moved for good by itself, so what a kill interrupts is done by asking again.
 */
final class HandOverAnswers {
    private final UserAccounts accounts;
    private final ApiKeys keys;
    private final Reviews reviews;
    private final AuditLog audit;
    private final AccountAnswers answers;

    HandOverAnswers(ConsoleSources sources, AccountAnswers answers) {
        this.accounts = sources.identities().accounts();
        this.keys = sources.identities().keys();
        this.reviews = sources.documents().reviews();
        this.audit = sources.audit();
        this.answers = answers;
    }

    /** What there is to hand over. */
    JsonObject belongings(Question question) {
        question.allow();
        return belongings(answers.find(question.id()));
    }

    private JsonObject belongings(UserAccount account) {
        return new JsonObject()
                .put("userName", account.userName())
                .put("keys", Json.array(keys.of(account.userName()), HandOverAnswers::named))
                .put("reviews", new JsonArray(List.copyOf(reviews.openOf(account.userName()))));
    }

    private static JsonObject named(ApiKey key) {
        return new JsonObject().put("id", key.id()).put("name", key.name());
    }

    JsonObject handOver(Question question) {
        question.allow();
        AccountRequest asked = new AccountRequest(question, "to", "version", "reason");
        String reason = asked.reason();
        UserAccount from = answers.find(question.id());
        UserAccount to = answers.find(asked.text("to"));
        if (to.userName().equals(from.userName()) || to.state() != State.OPEN) {
            throw AccountRequest.wrong("to", "须为另一个启用的账号", "must be another account, and an open one");
        }
        if (from.first()) {
            throw Problem.forbidden(new Bilingual(
                    "首个账号不能交接；它由 credentials/console 文件管理",
                    "the first account cannot be handed over; the file credentials/console says whose it is"));
        }
        AccountAnswers.refusing(() -> {
            accounts.requireAnothers(from.userName(), question.viewer());
            return from;
        });
        JsonObject moved = belongings(from).put("to", to.userName());
        // Closed first: nobody is two people meanwhile.
        UserAccount closed = from.state() == State.CLOSED
                ? from
                : AccountAnswers.refusing(() -> accounts.change(
                        from.userName(),
                        from.person(),
                        from.grants(),
                        State.CLOSED,
                        asked.version(),
                        question.viewer()));
        reviews.handOver(from.userName(), to.userName());
        keys.of(from.userName()).forEach(key -> AccountAnswers.refusing(() -> keys.handOver(key.id(), to.userName())));
        audit.append(question.draft(AuditAction.ACCOUNT_HANDED_OVER)
                .on("account", from.userName())
                .change(AccountAnswers.node(from), RecordedState.of(moved))
                .because(reason));
        return moved.put("account", answers.shown(closed));
    }
}
