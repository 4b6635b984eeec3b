package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.cleanproduction.candidate.Proposal;
import io.greenpark.cleanproduction.desk.CleanProduction;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.OrderDesk;
import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Entry;
import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.cleanproduction.round.Listing;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.document.DocumentOwner;
import io.greenpark.park.document.DocumentStore;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** What officers enter of an enterprise: steps, orders, who sees to it, and that it is proposed. */
final class CleanProductionWrites {
    private final ConsoleSources sources;
    private final Parks parks;
    private final CleanProduction desks;
    private final DocumentStore files;
    private final AuditLog audit;
    private final CleanProductionAnswers answers;
    private final Clock clock;

    CleanProductionWrites(ConsoleSources sources, Scope scope, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.desks = sources.cleanProduction();
        this.files = sources.attachments();
        this.audit = sources.audit();
        this.answers = new CleanProductionAnswers(sources, scope, clock);
        this.clock = clock;
    }

    private static DocumentOwner owner(Enterprise enterprise) {
        return new DocumentOwner(DocumentKind.ENTERPRISE.code(), enterprise.id());
    }

    private LocalDate today(Enterprise enterprise) {
        return parks.registry().parkOf(enterprise).time().dayOf(clock.instant());
    }

    /** Enters that a step was taken, or takes an entry back. */
    JsonObject enter(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        CleanProductionRequest asked = new CleanProductionRequest(
                question, "version", "step", "day", "document", "register", "reasons", "undoes", "word");
        String who = question.viewer().person();
        Long undoes = asked.number("undoes");
        CleanProductionDesk.Done done = undoes == null
                ? desks.audits().enter(enterprise.id(), asked.version(), taken(asked, enterprise), who)
                : desks.audits().undo(enterprise.id(), asked.version(), undoes, asked.word("word"), who);
        if (done.refusal() != null) {
            throw CleanProductionTexts.problem(done.refusal());
        }
        Entry made = done.now().entries().get(done.now().entries().size() - 1);
        audit.append(question.draft(undoes == null ? AuditAction.CLEAN_STEP_ENTERED : AuditAction.CLEAN_STEP_TAKEN_BACK)
                .on("enterprise", enterprise.id())
                .change(
                        RecordedState.of(new JsonObject()),
                        RecordedState.of(new JsonObject()
                                .put("entry", made.number())
                                .put("step", made.step().code())
                                .put("day", made.on().toString())
                                .put("undoes", made.undoes())
                                .put("document", CleanProductionJson.paper(made.paper()))
                                .put("listing", CleanProductionJson.listing(made.listing()))))
                .because(made.word()));
        return answers.one(enterprise, question);
    }

    private Taken taken(CleanProductionRequest asked, Enterprise enterprise) {
        AuditStep step = asked.step("step");
        Listing listing = step == AuditStep.LISTED ? asked.listing() : null;
        if (listing == null && (asked.isGiven("register") || asked.isGiven("reasons"))) {
            throw RequestBody.wrong("register", "只在列入名单时填写", "is said of the step listed alone, as are reasons");
        }
        return new Taken(
                step, asked.day("day"), asked.paperOrNull(files, owner(enterprise)), listing, asked.wordOrNull("word"));
    }

    /** Enters an order, that one was lifted, or takes an entry back. */
    JsonObject order(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        CleanProductionRequest asked = new CleanProductionRequest(
                question, "version", "kind", "day", "dueOn", "document", "lifts", "fine", "undoes", "word");
        String who = question.viewer().person();
        Long undoes = asked.number("undoes");
        OrderDesk.Done done = undoes == null
                ? desks.orders()
                        .enter(enterprise.id(), asked.version(), given(asked, enterprise), today(enterprise), who)
                : desks.orders().undo(enterprise.id(), asked.version(), undoes, asked.word("word"), who);
        if (done.refusal() != null) {
            throw CleanProductionTexts.problem(done.refusal(), today(enterprise));
        }
        Order made = done.orders().get(done.orders().size() - 1);
        audit.append(question.draft(undoes == null ? AuditAction.ORDER_ENTERED : AuditAction.ORDER_TAKEN_BACK)
                .on("enterprise", enterprise.id())
                .change(
                        RecordedState.of(new JsonObject()),
                        RecordedState.of(new JsonObject()
                                .put("order", made.number())
                                .put("kind", CleanProductionJson.code(made.kind()))
                                .put("day", made.on().toString())
                                .put("lifts", made.lifts())
                                .put("undoes", made.undoes())
                                .put("fine", CleanProductionJson.fine(made.fine()))
                                .put("document", CleanProductionJson.paper(made.paper()))))
                .because(made.word()));
        return answers.one(enterprise, question);
    }

    private OrderDesk.Given given(CleanProductionRequest asked, Enterprise enterprise) {
        return new OrderDesk.Given(
                asked.constant("kind", Order.Kind.class),
                asked.day("day"),
                asked.dayOrNull("dueOn"),
                asked.paper(files, owner(enterprise)),
                asked.number("lifts"),
                asked.fineOrNull(),
                asked.wordOrNull("word"));
    }

    /** Names who sees to the next step. */
    JsonObject own(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        CleanProductionRequest asked = new CleanProductionRequest(question, "to", "office", "word");
        String to = asked.wordOrNull("to");
        String office = asked.wordOrNull("office");
        if (to != null && office != null) {
            throw RequestBody.wrong("office", "与 to 只能填写一项", "and to exclude each other");
        }
        if (to != null) {
            CleanProductionStaff.requireMayOwn(sources.identities().accounts(), parks.registry(), to, enterprise.id());
        }
        desks.audits().own(enterprise.id(), to, office, question.viewer().person());
        audit.append(question.draft(AuditAction.CLEAN_OWNER_NAMED)
                .on("enterprise", enterprise.id())
                .change(
                        RecordedState.of(new JsonObject()),
                        RecordedState.of(new JsonObject().put("owner", to).put("office", office)))
                .because(asked.wordOrNull("word")));
        return answers.one(enterprise, question);
    }

    /** Proposes to put an enterprise on the mandatory register. */
    JsonObject propose(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        CleanProductionRequest asked = new CleanProductionRequest(question, "reasons", "word");
        Set<AuditReason> reasons = asked.reasons();
        if (reasons.isEmpty()) {
            throw RequestBody.wrong("reasons", "须至少说明一项原因", "must name a reason at least");
        }
        Proposal made = desks.proposals()
                .propose(
                        enterprise.id(),
                        reasons,
                        asked.word("word"),
                        question.viewer().person());
        audit.append(question.draft(AuditAction.CANDIDATE_PROPOSED)
                .on("enterprise", enterprise.id())
                .because(made.word()));
        return new JsonObject().put("number", made.number());
    }

    /** Lets a proposal drop. */
    JsonObject drop(Question question) {
        question.allow();
        Enterprise enterprise = parks.enterprise(question.id());
        CleanProductionRequest asked = new CleanProductionRequest(question, "word");
        String word = asked.word("word");
        long number = CleanListAnswers.number(question);
        Proposal proposal = desks.proposals()
                .find(number)
                .filter(p -> p.enterprise().equals(enterprise.id()))
                .orElse(null);
        if (proposal == null) {
            throw Problem.notFound(new Bilingual(
                    "企业 \"" + enterprise.id() + "\" 没有第 " + number + " 号提议",
                    "enterprise \"" + enterprise.id() + "\" has no proposal " + number));
        }
        if (!desks.proposals().drop(number, word, question.viewer().person())) {
            throw Problem.of(
                    409,
                    new Bilingual("已撤回", "dropped before"),
                    new Bilingual("该提议此前已撤回", "the proposal was dropped before"));
        }
        audit.append(question.draft(AuditAction.CANDIDATE_DROPPED)
                .on("enterprise", enterprise.id())
                .because(word));
        return new JsonObject().put("number", number);
    }
}
