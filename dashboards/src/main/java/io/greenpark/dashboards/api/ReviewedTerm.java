package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.CleanProductionDesk.NewTerm;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.ReviewedPolicy;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Terms of clean production as a second person reviews them: each is added to those that there are and never rewritten, so two that wait do not stand in
 * each other's way, and nothing goes back.
 */
record ReviewedTerm(CleanProductionDesk desk) implements ReviewedPolicy {
    private static final int MOST_MONTHS = 240;
    private static final String[] FIELDS = {
        "step", "base", "register", "reason", "months", "validFrom", "sourceZh", "sourceEn", "confirmed", "word"
    };

    /** A term as a body says it. */
    static NewTerm of(JsonObject body) {
        CleanProductionRequest asked = new CleanProductionRequest(body, FIELDS);
        Long months = asked.number("months");
        if (months != null && months > MOST_MONTHS) {
            throw RequestBody.wrong(
                    "months",
                    "最多 " + MOST_MONTHS + "；留空表示自该日起不再有期限",
                    "is at most " + MOST_MONTHS + "; null for no term from that day on");
        }
        String zh = asked.word("sourceZh");
        String en = asked.wordOrNull("sourceEn");
        NewTerm term = new NewTerm(
                asked.step("step"),
                asked.stepOrNull("base"),
                asked.constantOrNull("register", Register.class),
                asked.constantOrNull("reason", AuditReason.class),
                months == null ? null : months.intValue(),
                asked.day("validFrom"),
                new Bilingual(zh, en == null ? zh : en),
                asked.truth("confirmed"),
                asked.word("word"));
        requireRuns(term);
        return term;
    }

    /** A term runs from an earlier step; that of listing from the approved list, or from the acceptance of the round before. */
    private static void requireRuns(NewTerm term) {
        boolean listing = term.step() == AuditStep.LISTED;
        boolean fits = listing
                ? term.base() == null || term.base() == AuditStep.ACCEPTED
                : term.base() != null && term.base().compareTo(term.step()) < 0;
        if (!fits) {
            throw RequestBody.wrong(
                    "base",
                    "须为该步骤之前的步骤；列入名单的期限自清单生效（留空）或上轮验收（accepted）起算",
                    "must be a step before that one; listing runs from the approved list (null) or from accepted");
        }
        if (listing && term.base() == null && (term.register() != null || term.reason() != null)) {
            throw RequestBody.wrong(
                    "register",
                    "自清单起算的列入期限对所有企业相同，不分性质和原因",
                    "and reason say nothing of whoever is not listed yet; leave them out");
        }
        if (term.register() == Register.VOLUNTARY && term.reason() != null) {
            throw RequestBody.wrong("reason", "自愿性审核没有强制原因", "a voluntary audit has none of these reasons");
        }
    }

    @Override
    public long version(Handle handle) {
        return desk.newestTerm(handle);
    }

    @Override
    public Optional<String> document(Handle handle, long version) {
        return Optional.empty();
    }

    @Override
    public String canonical(String document) {
        JsonObject body = new JsonObject(document);
        of(body);
        return body.encode();
    }

    @Override
    public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
        return Optional.of(Long.valueOf(
                desk.set(handle, of(new JsonObject(document)), by, at).id()));
    }

    @Override
    public boolean goesBack() {
        return false;
    }
}
