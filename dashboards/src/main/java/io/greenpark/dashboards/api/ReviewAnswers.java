package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.RegistryDocuments;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistryEdits.Outcome;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.Decision;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewRequest.Verdict;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.DocumentScope;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the registry waits for a second person, and that one's decision. */
final class ReviewAnswers {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    /** Requests are numbered from 1. */
    private static final long NOBODYS = 0;

    private static final DocumentKey ANYTHING = new DocumentKey(DocumentKind.DISTRICT, "-");

    private final Reviews reviews;
    private final RegistryEdits edits;
    private final RegistryHistory history;
    private final SeenReviews seen;
    private final Scope scope;
    private final AuditLog audit;
    private final ChangeAnswers changes;
    private final PolicyAnswers policies;

    ReviewAnswers(RegistryDocuments documents, PolicyAnswers policies, Scope scope, AuditLog audit, Clock clock) {
        this.policies = policies;
        this.reviews = documents.reviews();
        this.edits = documents.edits();
        this.history = documents.history();
        this.seen = new SeenReviews(documents, scope);
        this.scope = scope;
        this.audit = audit;
        this.changes = new ChangeAnswers(documents, audit, clock);
    }

    JsonObject list(Question question) {
        question.allow("state", "before", "limit");
        Set<State> states = question.choices("state", State.class).orElse(SeenReviews.OPEN);
        int limit = question.integer("limit", PAGE, 1, MAX_PAGE);
        List<ReviewRequest> found = seen.list(states, question.number("before", Long.MAX_VALUE), limit + 1);
        List<ReviewRequest> page = found.subList(0, Math.min(limit, found.size()));
        return new JsonObject()
                .put("matters", ChangeAnswers.codes(reviews.matters()))
                .put("reviews", Json.array(page, request -> ReviewJson.of(request, question.viewer())))
                .put("next", found.size() > limit ? page.get(limit - 1).number() : null);
    }

    JsonObject one(Question question) {
        question.allow();
        ReviewRequest request = find(question);
        JsonObject json = json(request, question);
        if (request.state() != State.WAITING || request.isOfPolicy()) {
            return json.put("result", null);
        }
        // As of the looker's part: what lies beyond is not told.
        EditRequest asked = scope.district() ? whole(request) : seen.tried(request);
        return json.put("result", changes.json(asked, edits.submit(asked)));
    }

    private JsonObject json(ReviewRequest request, Question question) {
        return ReviewJson.of(request, question.viewer())
                .put("policy", request.isOfPolicy() ? policies.compared(request) : null);
    }

    private ReviewRequest find(Question question) {
        String text = question.path().getOrDefault("number", "");
        long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : NOBODYS;
        Optional<ReviewRequest> found = reviews.request(number);
        return (scope.district() ? found : found.filter(visible(found)))
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "没有复核申请 \"" + text + "\"；全部见 /api/v1/registry/reviews",
                        "there is no request \"" + text + "\" for a review; /api/v1/registry/reviews lists them")));
    }

    /**
     * Whether a request is one that the scope has, found out by the same statements for another's as for one that there is not: of those that
     * are open all are looked at, as for the list, and of one that is closed one document is looked up in the history, whatever it is about.
     */
    private Predicate<ReviewRequest> visible(Optional<ReviewRequest> asked) {
        Set<Long> open = seen.open().stream().map(ReviewRequest::number).collect(Collectors.toSet());
        DocumentScope documents = seen.documents();
        ReviewRequest closed = asked.filter(request -> !SeenReviews.OPEN.contains(request.state()))
                .orElse(null);
        if (closed == null || closed.change() == null || closed.isOfPolicy()) {
            history.asOf(0, ANYTHING);
        }
        boolean theirs = closed != null && seen.isSeen(closed, documents);
        return request -> theirs || open.contains(request.number());
    }

    Reply decide(Question question) {
        question.allow();
        RequestBody body = new RequestBody(question, "verdict", "comment");
        requirePerson(question);
        Verdict verdict = verdict(body.text("verdict"));
        String comment = body.text("comment");
        ReviewRequest request = find(question);
        if (verdict == Verdict.APPROVED && request.change() == null && !request.isOfPolicy()) {
            requireWithinReach(request);
        }
        if (verdict.takesBack() && request.change() != null) {
            requireOwnToTakeBack(request);
        }
        Viewer by = question.viewer();
        Reviews.Decided decided = request.isOfPolicy()
                ? policies.decide(request.number(), verdict, by, comment)
                : reviews.decide(request.number(), verdict, by.person(), by.account(), comment);
        switch (decided.outcome()) {
            case DONE -> record(question, request, verdict, comment, decided.result());
            case DECIDED ->
                throw Problem.of(
                        409,
                        new Bilingual("已处理", "decided already"),
                        decidedAlready(Objects.requireNonNull(decided.request())));
            case NOT_SUPERSEDED -> throw Problem.of(409, new Bilingual("未被取代", "not superseded"), notSuperseded());
            case SAME_PERSON -> throw Problem.forbidden(samePerson(verdict));
            case UNKNOWN, NOT_POSSIBLE -> {
                // The answer's result says why.
            }
        }
        ReviewRequest now = reviews.request(request.number()).orElseThrow();
        EditResult result = decided.result();
        JsonObject json = json(now, question);
        if (request.isOfPolicy() && decided.outcome() == Reviews.Outcome.NOT_POSSIBLE) {
            throw Problem.of(409, new Bilingual("已有新版本", "changed since"), changedSince(request));
        }
        if (result == null) {
            return Reply.ok(json.put("result", null));
        }
        EditRequest asked = new EditRequest(
                request.who(), request.source(), request.reason(), request.edits(), request.basedOn(), false);
        int status = decided.outcome() == Reviews.Outcome.DONE ? 200 : ChangeAnswers.status(result);
        JsonObject told = verdict == Verdict.APPROVED ? changes.json(asked, result) : null;
        return Reply.of(status, json.put("result", told), result.number());
    }

    /** Whoever makes keys of others would be two people; a program reviews nothing anyhow. */
    private static void requirePerson(Question question) {
        if (Objects.requireNonNull(question.who()).method() == Caller.AuthMethod.TOKEN) {
            throw Problem.forbidden(new Bilingual(
                    "复核须由人员登录后进行，不能使用密钥", "a review is for people who are signed in, not for keys of programs"));
        }
    }

    /** Nobody approves what he could not ask for: something that reaches beyond his part of the district. */
    private void requireWithinReach(ReviewRequest request) {
        EditResult tried = edits.submit(seen.tried(request));
        boolean beyond = !scope.district()
                && tried.fates().stream().anyMatch(fate -> fate.outcome() == Outcome.REFUSED)
                && edits.submit(whole(request)).accepted();
        if (beyond) {
            throw beyond();
        }
    }

    /** Nobody takes back what he could not have changed: fields of a document that serves others too. */
    private void requireOwnToTakeBack(ReviewRequest emergency) {
        DocumentScope documents = seen.documents();
        boolean beyond = emergency.edits().stream()
                .map(Edit::key)
                .anyMatch(key -> documents.sees(key) && !documents.mayChange(key));
        if (beyond) {
            throw beyond();
        }
    }

    private static Problem beyond() {
        return Problem.forbidden(new Bilingual(
                "该申请涉及本账号范围之外的内容，须由范围更大的账号复核",
                "the request reaches beyond the part of the district that the account has; somebody with more of it"
                        + " reviews it"));
    }

    private static EditRequest whole(ReviewRequest request) {
        return new EditRequest(
                request.who(), request.source(), request.reason(), request.edits(), request.basedOn(), true);
    }

    private void record(
            Question question, ReviewRequest request, Verdict verdict, String comment, @Nullable EditResult result) {
        AuditAction action =
                switch (verdict) {
                    case APPROVED -> AuditAction.REVIEW_APPROVED;
                    case REJECTED -> AuditAction.REVIEW_REJECTED;
                    case WITHDRAWN -> AuditAction.REVIEW_WITHDRAWN;
                    case SUPERSEDED -> AuditAction.REVIEW_SUPERSEDED;
                };
        audit.append(question.draft(action)
                .on("review", String.valueOf(request.number()))
                .because(comment));
        if (request.isOfPolicy()) {
            recordPolicy(question, request, verdict);
        }
        if (result != null && result.applied() && ChangeAnswers.changesAnything(result)) {
            audit.append(question.draft(AuditAction.REGISTRY_CHANGED)
                    .on("registry-change", String.valueOf(result.number()))
                    .because(request.reason()));
        }
    }

    /** What a decision has put in force, or taken back. */
    private void recordPolicy(Question question, ReviewRequest request, Verdict verdict) {
        Long change = reviews.request(request.number()).orElseThrow().change();
        boolean putInForce = verdict == Verdict.APPROVED && request.change() == null;
        boolean takenBack = verdict.takesBack() && request.change() != null;
        if (change == null || !putInForce && !takenBack) {
            return;
        }
        JsonObject compared = policies.compared(request);
        // What an emergency made has no version before it: it ended.
        JsonObject before = compared.getJsonObject("before", new JsonObject());
        policies.recordInForce(
                question,
                request.matters().iterator().next(),
                request.policy(),
                takenBack ? change : request.basedOn(),
                takenBack ? compared.getLong("version") : change,
                takenBack
                        ? (before == null ? new JsonObject() : before).encode()
                        : Objects.requireNonNull(request.document()),
                request.reason());
    }

    private static Bilingual changedSince(ReviewRequest request) {
        if (request.change() != null) {
            return new Bilingual(
                    "该紧急变更之后已有其他版本生效，已无可收回的内容；请由另一账号按“已被取代”结案",
                    "another version came after this emergency, and nothing of it is left to be taken back; have somebody with another"
                            + " account close it as superseded");
        }
        return new Bilingual(
                "该申请所依据的版本之后已有新版本，不能再批准；请退回，或由经办人撤回后按现行版本重新提出",
                "another version came after the one that this was made on, so it cannot be approved; reject it, or"
                        + " have it withdrawn and asked for anew on what is in force");
    }

    private static Verdict verdict(String code) {
        return Arrays.stream(Verdict.values())
                .filter(v -> EnumCode.of(v).equals(code))
                .findFirst()
                .orElseThrow(() -> RequestBody.wrong(
                        "verdict",
                        "须为 approved、rejected、withdrawn 或 superseded",
                        "must be approved, rejected, withdrawn or superseded"));
    }

    private static Bilingual decidedAlready(ReviewRequest request) {
        Decision decision = Objects.requireNonNull(request.decision());
        return new Bilingual(
                "该申请已由 " + decision.who() + " 处理；请刷新页面",
                "the request was decided by " + decision.who() + " already; load the page again");
    }

    private static Bilingual notSuperseded() {
        return new Bilingual(
                "只有紧急变更，且其全部内容此后都已另行变更，才能按“已被取代”结案；请批准或退回",
                "only an emergency of which every document was changed since can be closed as superseded; approve or"
                        + " reject it");
    }

    private static Bilingual samePerson(Verdict verdict) {
        return verdict == Verdict.WITHDRAWN
                ? new Bilingual("只有经办人本人可以撤回；请改为退回", "only who asked can withdraw it; reject it instead")
                : new Bilingual(
                        "经办人不能复核自己的申请；请由另一账号复核，或撤回",
                        "who asked cannot review it; ask somebody with another account, or withdraw it");
    }
}
