package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.desk.HandlingDesk;
import io.greenpark.alerts.notice.NoticePlan;
import io.greenpark.alerts.notice.NoticePlanKind;
import io.greenpark.alerts.policy.Policies;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.policy.PolicyVersion;
import io.greenpark.alerts.preview.MessageDesk;
import io.greenpark.alerts.rulebook.RuleDesk;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.RegistryHistory.Source;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews.Decided;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.registry.review.PolicyReviews;
import io.greenpark.registry.review.PolicyReviews.Comparison;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.greenpark.registry.review.ReviewedPolicies;
import io.greenpark.registry.review.ReviewedPolicy;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes of policies, which a second person reviews: how they are taken, put on record and told. */
final class PolicyAnswers {
    private static final Set<Role> READERS =
            EnumSet.of(Role.OFFICER, Role.LEADER, Role.GRID_OFFICER, Role.OPERATOR, Role.AUDITOR);

    private final PolicyReviews reviews;
    private final AuditLog audit;

    PolicyAnswers(ConsoleSources sources, Clock clock) {
        this.audit = sources.audit();
        this.reviews = new PolicyReviews(
                sources.books(),
                sources.documents().reviews().matters(),
                Map.of(
                        ReviewedMatter.CASE_PROCEDURES,
                        ReviewedPolicies.one(new ReviewedProcedures(sources.handling())),
                        ReviewedMatter.NOTICE_PLAN,
                        ReviewedPolicies.one(new ReviewedPlan(new Policies<>(new NoticePlanKind()))),
                        ReviewedMatter.CLEAN_PRODUCTION_TERM,
                        ReviewedPolicies.one(
                                new ReviewedTerm(sources.cleanProduction().audits())),
                        ReviewedMatter.ALERT_RULES,
                        new ReviewedRules(new RuleDesk(
                                sources.ruleBooks(), sources.documents().whole())),
                        ReviewedMatter.MESSAGE_TEMPLATES,
                        ReviewedPolicies.one(new ReviewedTemplates(sources.messages()))),
                clock);
    }

    /** Decides a request; what does not fit any more what is there now is told in the policy's words. */
    Decided decide(long number, Verdict verdict, Viewer by, String comment) {
        try {
            return reviews.decide(number, verdict, by.person(), by.account(), comment);
        } catch (PolicyFault e) {
            throw Problem.of(409, new Bilingual("与现行内容不符", "It does not fit what is in force now"), e.words());
        }
    }

    /** Takes a change of a matter that has one policy, and puts on record what came of it. */
    Submitted submit(
            Question question, ReviewedMatter matter, long based, String document, String reason, boolean emergency) {
        return submit(question, matter, null, based, document, reason, emergency);
    }

    /** @param policy which of the matter's; null where it has one only */
    Submitted submit(
            Question question,
            ReviewedMatter matter,
            @Nullable String policy,
            long based,
            String document,
            String reason,
            boolean emergency) {
        Caller caller = Objects.requireNonNull(question.who());
        Submitted submitted;
        try {
            submitted = reviews.submit(new PolicyReviews.Asked(
                    matter,
                    policy,
                    based,
                    document,
                    question.viewer().person(),
                    question.viewer().account(),
                    caller.method() == Caller.AuthMethod.TOKEN ? Source.API : Source.CONSOLE,
                    reason,
                    emergency));
        } catch (PolicyFault e) {
            throw Problem.badRequest(e.words());
        }
        Long request = submitted.request();
        if (request != null) {
            audit.append(question.draft(AuditAction.REVIEW_REQUESTED)
                    .on("review", request.toString())
                    .because(reason));
        }
        if (submitted.applied()) {
            recordInForce(question, matter, submitted.policy(), based, submitted.version(), document, reason);
        }
        return submitted;
    }

    /** Puts on record that another version is in force. */
    void recordInForce(
            Question question,
            ReviewedMatter matter,
            @Nullable String policy,
            long before,
            long version,
            String document,
            String reason) {
        JsonNode from = matter == ReviewedMatter.CLEAN_PRODUCTION_TERM
                ? RecordedState.of(new JsonObject())
                : JsonNodeFactory.instance.objectNode().put("version", before);
        audit.append(question.draft(action(matter, policy))
                .on(object(matter, policy), policy == null ? Long.toString(version) : idOf(policy))
                .change(from, RecordedState.of(new JsonObject(document).put("version", version)))
                .because(reason));
    }

    private static AuditAction action(ReviewedMatter matter, @Nullable String policy) {
        return switch (matter) {
            case CASE_PROCEDURES -> AuditAction.PROCEDURES_CHANGED;
            case NOTICE_PLAN -> AuditAction.NOTICE_PLAN_CHANGED;
            case CLEAN_PRODUCTION_TERM -> AuditAction.CLEAN_TERM_SET;
            case MESSAGE_TEMPLATES -> AuditAction.MESSAGE_TEMPLATES_CHANGED;
            case ALERT_RULES ->
                policy != null && policy.startsWith(ReviewedRules.BASIS)
                        ? AuditAction.LEGAL_BASIS_CHANGED
                        : AuditAction.ALERT_RULE_CHANGED;
            default -> throw new IllegalArgumentException(matter + " is no policy");
        };
    }

    private static String object(ReviewedMatter matter, @Nullable String policy) {
        return switch (matter) {
            case CASE_PROCEDURES -> "case-procedures";
            case NOTICE_PLAN -> "notice-plan";
            case MESSAGE_TEMPLATES -> "message-templates";
            case ALERT_RULES -> policy != null && policy.startsWith(ReviewedRules.BASIS) ? "legal-basis" : "alert-rule";
            default -> "clean-term";
        };
    }

    private static String idOf(String policy) {
        return policy.substring(policy.indexOf('/') + 1);
    }

    /**
     * The newest that waits, or is in force and may be taken back, over the policy of a matter; null for none, and for whoever does not look at
     * requests.
     */
    @Nullable
    JsonObject open(Viewer viewer, ReviewedMatter matter) {
        return OpenReviews.json(
                openOf(viewer, matter).stream().reduce((a, b) -> b).orElse(null));
    }

    /** Of a matter with several policies the newest over each, by its name; none for whoever does not look at requests. */
    Map<String, JsonObject> openByPolicy(Viewer viewer, ReviewedMatter matter) {
        Map<String, JsonObject> open = new LinkedHashMap<>();
        openOf(viewer, matter)
                .forEach(request -> open.put(
                        Objects.requireNonNull(request.policy()), Objects.requireNonNull(OpenReviews.json(request))));
        return open;
    }

    private List<ReviewRequest> openOf(Viewer viewer, ReviewedMatter matter) {
        boolean reads = viewer.scopeOf(READERS).filter(Scope::district).isPresent();
        return reads ? reviews.open(matter) : List.of();
    }

    /** What a request would change. */
    JsonObject compared(ReviewRequest request) {
        Comparison it = reviews.compare(request);
        String before = it.before();
        return new JsonObject()
                .put("version", it.version())
                .put("before", before == null ? null : new JsonObject(before))
                .put("after", new JsonObject(it.after()));
    }

    private record ReviewedProcedures(HandlingDesk desk) implements ReviewedPolicy {
        @Override
        public long version(Handle handle) {
            return desk.newestProcedures(handle);
        }

        @Override
        public Optional<String> document(Handle handle, long version) {
            return desk.procedures(handle, version).map(each -> each.document());
        }

        @Override
        public String canonical(String document) {
            return desk.canonicalProcedures(document);
        }

        @Override
        public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
            return desk.changeProcedures(handle, based, document, by, reason, at)
                    .map(each -> each.version());
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }

    private record ReviewedTemplates(MessageDesk desk) implements ReviewedPolicy {
        @Override
        public long version(Handle handle) {
            return desk.newest(handle);
        }

        @Override
        public Optional<String> document(Handle handle, long version) {
            return desk.document(handle, version);
        }

        @Override
        public String canonical(String document) {
            return desk.canonical(document);
        }

        @Override
        public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
            return desk.change(handle, at, document, based, by, reason).map(PolicyVersion::version);
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }

    private record ReviewedPlan(Policies<NoticePlan> plans) implements ReviewedPolicy {
        @Override
        public long version(Handle handle) {
            return plans.newest(handle).version();
        }

        @Override
        public Optional<String> document(Handle handle, long version) {
            return plans.find(handle, version).map(PolicyVersion::document);
        }

        @Override
        public String canonical(String document) {
            return plans.canonical(document);
        }

        @Override
        public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
            return plans.change(handle, at, document, based, by, reason).map(PolicyVersion::version);
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }
}
