package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.RuleCitations;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.alerts.rulebook.RuleForm;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.alerts.rulebook.RuleScope;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what cases are judged: the rules for what lies in the asker's part of the district, with those for all of it; changed by officers of the whole
 * district.
 */
final class RuleAnswers {
    private static final List<String> FIELDS = List.of(
            "kind", "scope", "target", "parameters", "season", "trial", "from", "to", "bases", "confirmed", "note");
    private static final String[] ONE = {"enterprise", "outlet", "device", "point"};

    private final Books books;
    private final RuleBooks rules;
    private final RegistrySource registry;
    private final Parks parks;
    private final Scope scope;
    private final PolicyAnswers policies;
    private final Clock clock;

    RuleAnswers(ConsoleSources sources, PolicyAnswers policies, Scope scope, Clock clock) {
        this.books = sources.books();
        this.rules = sources.ruleBooks();
        this.registry = sources.registry();
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.policies = policies;
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow("kind", "scope");
        Optional<String> kind = question.text("kind");
        Optional<String> about = question.text("scope");
        RuleBook book = books.read(rules::current);
        Registry seen = registry.current();
        LocalDate today = parks.districtTime().dayOf(clock.instant());
        List<AlertRule> rows = book.rules().values().stream()
                .map(history -> history.newest())
                .filter(rule -> rule.subject(seen).isPresent())
                .filter(rule -> kind.map(rule.kind().code()::equals).orElse(true))
                .filter(rule -> about.map(EnumCode.of(rule.scope())::equals).orElse(true))
                .toList();
        Map<String, JsonObject> open = open(question);
        List<String> added = open.keySet().stream()
                .filter(policy -> policy.startsWith(ReviewedRules.RULE))
                .filter(policy ->
                        book.rule(policy.substring(ReviewedRules.RULE.length())).isEmpty())
                .toList();
        return new JsonObject()
                .put("rows", Json.array(rows, rule -> RuleJson.rule(rule, book, parks, today)
                        .put("review", open.get(ReviewedRules.RULE + rule.id()))))
                .put("added", Json.array(added, policy -> open.get(policy)))
                .put("forms", RuleJson.forms());
    }

    JsonObject one(Question question) {
        question.allow();
        return whole(question, find(question.id()).id());
    }

    private AlertRule find(String id) {
        Registry seen = registry.current();
        return books.read(rules::current)
                .rule(id)
                .map(history -> history.newest())
                .filter(rule -> rule.subject(seen).isPresent())
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有规则 \"" + id + "\"；现有的见 /api/v1/alert-rules",
                        "rule \"" + id + "\" does not exist; /api/v1/alert-rules lists them")));
    }

    /** A rule with its versions and what it raised. */
    private JsonObject whole(Question question, String id) {
        JsonObject review = open(question).get(ReviewedRules.RULE + id);
        LocalDate today = parks.districtTime().dayOf(clock.instant());
        return books.read(handle -> {
            RuleBook book = rules.current(handle);
            List<PolicyVersion<AlertRule>> versions = rules.history(handle, id);
            AlertRule newest = versions.get(0).says();
            JsonObject told = RuleJson.rule(newest, book, parks, today);
            told.put("versions", Json.array(versions, v -> RuleJson.rule(v.says(), book, parks, today)
                    .put("at", v.version() == 0 ? null : Json.time(v.at(), parks.districtZone()))
                    .put("by", v.by())
                    .put("reason", v.reason())
                    .put(
                            "raised",
                            countsAll(v.says()) ? raised(RuleCitations.raised(handle, id, v.version())) : null)));
            return told.put("review", review);
        });
    }

    /** What a rule for more than the asker's part raised is not counted for him. */
    private boolean countsAll(AlertRule rule) {
        return scope.district() || rule.scope() != RuleScope.DISTRICT && rule.scope() != RuleScope.INDUSTRY;
    }

    private static JsonObject raised(RuleCitations.Raised raised) {
        return new JsonObject()
                .put("all", raised.all())
                .put("open", raised.open())
                .put("withdrawn", raised.withdrawn());
    }

    /** By what each kind judges something on a day. */
    JsonObject effective(Question question) {
        question.allow("enterprise", "outlet", "device", "point", "day");
        RulePlace place = place(question);
        LocalDate day = question.text("day").isPresent() ? question.date("day") : place.dayOf(clock.instant());
        RuleBook book = books.read(rules::current);
        JsonArray rows = new JsonArray();
        for (Case.Rule kind : Case.Rule.values()) {
            if (RuleForm.of(kind).scopes().size() > 1) {
                rows.add(new JsonObject()
                        .put("rule", RuleJson.rule(book.inForce(kind, place, day), book, parks, day))
                        .put("onTrial", onTrial(book, kind, place, day)));
            }
        }
        return new JsonObject().put("day", day.toString()).put("rows", rows);
    }

    private @Nullable JsonObject onTrial(RuleBook book, Case.Rule kind, RulePlace place, LocalDate day) {
        AlertRule tried = book.onTrial(kind, place, day);
        return tried == null ? null : RuleJson.rule(tried, book, parks, day);
    }

    private RulePlace place(Question question) {
        Registry seen = registry.current();
        String one = question.oneOf(ONE)
                .orElseThrow(() -> Problem.badRequest(
                        new Bilingual("请给出其中之一：" + String.join(", ", ONE), "give one of " + String.join(", ", ONE))));
        String id = question.text(one).orElseThrow();
        return switch (one) {
            case "outlet" -> RulePlace.of(seen, parks.outlet(id));
            case "device" -> RulePlace.of(seen, parks.device(id));
            case "point" -> RulePlace.of(seen, parks.point(id));
            default ->
                RulePlace.of(seen, Subject.enterprise(parks.enterprise(id).id()));
        };
    }

    Reply add(Question question) {
        return write(question, "");
    }

    Reply change(Question question) {
        return write(question, find(question.id()).id());
    }

    /** @param id empty for a new one */
    private Reply write(Question question, String id) {
        question.allow();
        WantedRule wanted = WantedRule.orEmergency(question, FIELDS);
        Submitted submitted = policies.submit(
                question,
                ReviewedMatter.ALERT_RULES,
                ReviewedRules.RULE + id,
                wanted.based(),
                wanted.document(),
                wanted.reason(),
                wanted.emergency());
        if (submitted.outdated()) {
            throw seenEarlier(id, wanted.based());
        }
        String policy = Objects.requireNonNull(submitted.policy());
        return submitted.applied()
                ? Reply.ok(whole(question, policy.substring(ReviewedRules.RULE.length())))
                : Reply.of(202, waiting(question, policy), null);
    }

    /** What waits over a rule, or over one that there is not yet. */
    private JsonObject waiting(Question question, String policy) {
        return new JsonObject().put("review", open(question).get(policy));
    }

    private Map<String, JsonObject> open(Question question) {
        return policies.openByPolicy(question.viewer(), ReviewedMatter.ALERT_RULES);
    }

    private Problem seenEarlier(String id, long based) {
        long now = books.read(rules::current)
                .rule(id)
                .map(history -> history.newest().version())
                .orElse(0L);
        return Problem.of(
                409,
                new Bilingual("规则已被修改", "The rule has been changed"),
                new Bilingual(
                        "规则 " + id + " 已是第 " + now + " 版，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "rule " + id + " is at version " + now + ", you changed version " + based
                                + "; look at it again. Nothing was changed"));
    }
}
