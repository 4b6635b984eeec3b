package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.cleanproduction.desk.CleanProductionDesk.NewTerm;
import io.greenpark.cleanproduction.desk.ListDesk;
import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition;
import io.greenpark.cleanproduction.list.ListEdition.Decision;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.list.Lists;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.cleanproduction.round.Term;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The editions of the approved list, and the terms. */
final class CleanListAnswers {
    private final ConsoleSources sources;
    private final Parks parks;
    private final Scope scope;
    private final CleanProduction desks;
    private final DocumentStore files;
    private final AuditLog audit;
    private final PolicyAnswers policies;
    private final Clock clock;

    CleanListAnswers(ConsoleSources sources, PolicyAnswers policies, Scope scope, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desks = sources.cleanProduction();
        this.files = sources.attachments();
        this.audit = sources.audit();
        this.policies = policies;
        this.clock = clock;
    }

    private LocalDate today() {
        return parks.districtTime().dayOf(clock.instant());
    }

    /** The number in a path. */
    static long number(Question question) {
        String text = Objects.requireNonNull(question.path().get("number"));
        return Parameter.parse("number", text, new Bilingual("从 1 起的编号", "a number from 1 on"), v -> {
            long number = Long.parseLong(v);
            if (number < 1) {
                throw new NumberFormatException("out of range");
            }
            return number;
        });
    }

    JsonObject lists(Question question) {
        question.allow();
        Lists lists = desks.lists().lists();
        ListEdition current = lists.at(today()).orElse(null);
        List<ListEdition> newestFirst = new ArrayList<>(lists.editions());
        Collections.reverse(newestFirst);
        String account = question.viewer().account();
        return new JsonObject()
                .put("asOf", today().toString())
                .put("district", parks.named(parks.district()))
                .put("current", current == null ? null : current.number())
                .put("newest", lists.newest().map(ListEdition::number).orElse(null))
                .put("flagged", Json.array(flagged(), parks::named))
                .put("rows", Json.array(newestFirst, edition -> json(edition, account)));
    }

    /** What the registry says is above scale and polluting: what a list could be made of. */
    private List<String> flagged() {
        return parks.registry().facts().enterprises().stream()
                .filter(e -> e.aboveScale() && e.polluting())
                .map(e -> e.id())
                .toList();
    }

    private JsonObject json(ListEdition edition, String account) {
        Decision decision = edition.decision();
        return new JsonObject()
                .put("number", edition.number())
                .put("document", CleanProductionJson.paper(edition.paper()))
                .put("approvedOn", edition.approvedOn().toString())
                .put("validFrom", edition.validFrom().toString())
                .put("reason", edition.reason())
                .put("basedOn", edition.basedOn())
                .put("proposedAt", Json.time(edition.proposed().at(), parks.districtZone()))
                .put("proposedBy", edition.proposed().who())
                .put("verdict", decision == null ? null : CleanProductionJson.code(decision.verdict()))
                .put("decidedAt", decision == null ? null : Json.time(decision.at(), parks.districtZone()))
                .put("decidedBy", decision == null ? null : decision.who())
                .put("word", decision == null ? null : decision.word())
                .put(
                        "mayDecide",
                        decision == null
                                && scope.district()
                                && !edition.proposed().account().equals(account))
                .put("members", Json.array(members(edition), this::member))
                .put("left", Json.array(left(edition), e -> member(e.getKey()).put("why", e.getValue())));
    }

    /** Those of them that whoever asks sees. */
    private List<Member> members(ListEdition edition) {
        return edition.members().stream().filter(this::isSeen).toList();
    }

    private List<Map.Entry<Member, String>> left(ListEdition edition) {
        return edition.left().entrySet().stream()
                .filter(e -> isSeen(e.getKey()))
                .sorted(Comparator.comparing(e -> e.getKey().enterprise()))
                .toList();
    }

    private boolean isSeen(Member member) {
        return scope.district()
                || parks.registry().enterprise(member.enterprise()).isPresent();
    }

    private JsonObject member(Member member) {
        Registry registry = parks.registry();
        return new JsonObject()
                .put("enterprise", Json.named(member.enterprise(), member.name()))
                .put(
                        "park",
                        Json.named(
                                member.park(),
                                registry.park(member.park()).map(Park::name).orElse(Bilingual.same(member.park()))))
                .put("inRegistry", registry.enterprise(member.enterprise()).isPresent());
    }

    JsonObject propose(Question question) {
        question.allow();
        CleanProductionRequest asked = new CleanProductionRequest(
                question, "document", "approvedOn", "validFrom", "reason", "basedOn", "enterprises", "left");
        DocumentOwner district = new DocumentOwner(
                DocumentKind.DISTRICT.code(), parks.registry().facts().districtId());
        ListDraft draft = new ListDraft(
                asked.paper(files, district),
                asked.day("approvedOn"),
                asked.day("validFrom"),
                asked.word("reason"),
                asked.number("basedOn"),
                asked.enterprises(),
                asked.left());
        ListDesk.Done done = desks.lists()
                .propose(
                        draft,
                        today(),
                        question.viewer().person(),
                        question.viewer().account());
        return told(question, done, AuditAction.CLEAN_LIST_PROPOSED, draft.reason());
    }

    /** Whoever makes keys of others would be two people; a program signs nothing. */
    private static void requirePerson(Question question) {
        if (Objects.requireNonNull(question.who()).method() == Caller.AuthMethod.TOKEN) {
            throw Problem.forbidden(new Bilingual(
                    "复核须由人员登录后进行，不能使用密钥",
                    "a second signature is for people who are signed in, not for keys of programs"));
        }
    }

    JsonObject decide(Question question) {
        question.allow();
        requirePerson(question);
        CleanProductionRequest asked = new CleanProductionRequest(question, "verdict", "word");
        Verdict verdict = asked.constant("verdict", Verdict.class);
        String word = verdict == Verdict.REJECTED ? asked.word("word") : asked.wordOrNull("word");
        ListDesk.Done done = desks.lists()
                .decide(
                        number(question),
                        verdict,
                        word,
                        question.viewer().person(),
                        question.viewer().account());
        return told(
                question,
                done,
                verdict == Verdict.APPROVED ? AuditAction.CLEAN_LIST_APPROVED : AuditAction.CLEAN_LIST_REJECTED,
                word);
    }

    private JsonObject told(Question question, ListDesk.Done done, AuditAction action, @Nullable String why) {
        if (done.refusal() != null) {
            throw CleanProductionTexts.problem(done.refusal(), today());
        }
        ListEdition edition = Objects.requireNonNull(done.edition());
        audit.append(question.draft(action)
                .on("clean-list", String.valueOf(edition.number()))
                .because(why));
        return json(edition, question.viewer().account());
    }

    JsonObject terms(Question question) {
        question.allow();
        List<Term> newestFirst =
                new ArrayList<>(desks.audits().snapshot().terms().all());
        Collections.reverse(newestFirst);
        CleanProductionJson json = json(question);
        return new JsonObject()
                .put("remindDaysBefore", Json.array(desks.audits().config().remindDaysBefore(), d -> d))
                .put("rows", Json.array(newestFirst, json::term));
    }

    private CleanProductionJson json(Question question) {
        return new CleanProductionJson(parks.districtZone(), CleanProductionStaff.of(sources, question.viewer()));
    }

    Reply setTerm(Question question) {
        question.allow();
        JsonObject body = question.body();
        NewTerm term = ReviewedTerm.of(body);
        Submitted submitted = policies.submit(
                question,
                ReviewedMatter.CLEAN_PRODUCTION_TERM,
                desks.audits().newestTerm(),
                body.encode(),
                term.word(),
                false);
        if (submitted.outdated()) {
            throw Problem.of(
                    409,
                    new Bilingual("时限已有变化", "The terms have changed"),
                    new Bilingual("刚有人新增了时限；请刷新后再试，未作任何更改", "a term was set just now; try again. Nothing was changed"));
        }
        if (!submitted.applied()) {
            return Reply.of(202, new JsonObject().put("request", submitted.request()), null);
        }
        return Reply.ok(
                json(question).term(desks.audits().term(submitted.version()).orElseThrow()));
    }
}
