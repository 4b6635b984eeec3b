package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.access.account.OutsideAccounts;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.access.factor.SecondFactors;
import io.greenpark.dashboards.source.ConsoleSources;
import io.vertx.core.json.JsonObject;

/** What administrators of accounts do about that by which people prove who they are, beside passwords. All of it is on record. */
final class ProofAnswers {
    private final UserAccounts accounts;
    private final SecondFactors factors;
    private final OutsideAccounts outside;
    private final AuditLog audit;
    private final AccountAnswers answers;

    ProofAnswers(ConsoleSources sources, AccountAnswers answers) {
        this.accounts = sources.identities().accounts();
        this.factors = sources.identities().factors();
        this.outside = sources.identities().outside();
        this.audit = sources.audit();
        this.answers = answers;
    }

    /** Takes the second factor of somebody away who has lost it; all sessions end. */
    JsonObject resetFactor(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        UserAccount account = answers.find(question.id());
        AccountAnswers.refusing(() -> {
            accounts.requireAnothers(account.userName(), question.viewer());
            return account;
        });
        JsonNode before = factors.state(account.userName());
        factors.remove(account.userName());
        accounts.endSessions(account.userName());
        audit.append(question.draft(AuditAction.SECOND_FACTOR_CHANGED)
                .on("account", account.userName())
                .change(before, factors.state(account.userName()))
                .because(reason));
        return answers.shown(answers.find(account.userName()));
    }

    /** Has an account found by its name again at the next sign-in by somebody else's page; all sessions end. */
    JsonObject unlink(Question question) {
        question.allow();
        String reason = new RequestBody(question, "reason").reason();
        UserAccount account = answers.find(question.id());
        JsonNode before = linked(account);
        outside.unlink(account.userName());
        accounts.endSessions(account.userName());
        audit.append(question.draft(AuditAction.ACCOUNT_CHANGED)
                .on("account", account.userName())
                .change(before, linked(account))
                .because(reason));
        return answers.shown(account);
    }

    private JsonNode linked(UserAccount account) {
        return RecordedState.of(new JsonObject().put("linked", outside.isLinked(account.userName())));
    }
}
