package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.alerts.policy.PolicyFault;
import io.greenpark.alerts.rulebook.BasisDocument;
import io.greenpark.alerts.rulebook.LegalBasis;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What rules cite: dated records, public texts; changed by officers of the whole district. */
final class BasisAnswers {
    private static final List<String> FIELDS =
            List.of("document", "article", "text", "from", "to", "successor", "media", "confirmed", "source");

    private final Books books;
    private final RuleBooks rules;
    private final Parks parks;
    private final AuditLog audit;
    private final Clock clock;

    BasisAnswers(ConsoleSources sources, Clock clock) {
        this.books = sources.books();
        this.rules = sources.ruleBooks();
        this.parks = new Parks(sources.registry());
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow();
        RuleBook book = books.read(rules::current);
        LocalDate today = parks.districtTime().dayOf(clock.instant());
        return new JsonObject().put("rows", Json.array(List.copyOf(book.bases().values()), basis -> json(basis)
                .put("over", basis.isOver(today))
                .put(
                        "former",
                        Json.array(
                                book.basis(basis.id()).stream()
                                        .filter(b -> b.version() < basis.version())
                                        .toList(),
                                BasisAnswers::json))));
    }

    private static JsonObject json(LegalBasis basis) {
        return new JsonObject(BasisDocument.write(basis).toString())
                .put("id", basis.id())
                .put("version", basis.version());
    }

    JsonObject change(Question question) {
        question.allow();
        String id = question.id();
        RuleBooks.Wanted wanted = WantedRule.of(question, id, FIELDS);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw Problem.badRequest(new Bilingual(
                    "依据的代码 \"" + id + "\" 不可用；须由小写字母、数字和连字符组成，至多 40 个字符",
                    "the id \"" + id + "\" is not allowed; give small letters, digits and dashes, at most 40"));
        }
        Optional<LegalBasis> before =
                books.read(rules::current).basis(id).stream().reduce((a, b) -> b);
        LegalBasis made;
        try {
            made = rules.changeBasis(books, clock, wanted).orElseThrow(() -> seenEarlier(id, wanted.seen()));
        } catch (PolicyFault e) {
            throw Problem.badRequest(e.words());
        }
        audit.append(question.draft(AuditAction.LEGAL_BASIS_CHANGED)
                .on("legal-basis", made.id())
                .change(before.map(BasisAnswers::recorded).orElse(null), recorded(made))
                .because(wanted.reason()));
        return json(made);
    }

    private static ObjectNode recorded(LegalBasis basis) {
        return BasisDocument.write(basis).put("version", basis.version());
    }

    private static Problem seenEarlier(String id, long based) {
        return Problem.of(
                409,
                new Bilingual("依据已被修改", "The legal basis has been changed"),
                new Bilingual(
                        "依据 " + id + " 已有更新的版本，您修改的是第 " + based + " 版；请刷新后再改，未作任何更改",
                        "legal basis " + id + " has another version by now, you changed version " + based
                                + "; look at it again. Nothing was changed"));
    }
}
