package io.greenpark.dashboards.api;

import io.greenpark.alerts.rulebook.BasisDocument;
import io.greenpark.alerts.rulebook.LegalBasis;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RuleBooks;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.text.Bilingual;
import io.greenpark.registry.review.PolicyReviews.Submitted;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What rules cite: dated records, public texts; changed by officers of the whole district. */
final class BasisAnswers {
    private static final List<String> FIELDS =
            List.of("document", "article", "text", "from", "to", "successor", "media", "confirmed", "source");

    private final Books books;
    private final RuleBooks rules;
    private final Parks parks;
    private final PolicyAnswers policies;
    private final Clock clock;

    BasisAnswers(ConsoleSources sources, PolicyAnswers policies, Clock clock) {
        this.books = sources.books();
        this.rules = sources.ruleBooks();
        this.parks = new Parks(sources.registry());
        this.policies = policies;
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow();
        RuleBook book = books.read(rules::current);
        LocalDate today = parks.districtTime().dayOf(clock.instant());
        Map<String, JsonObject> open = open(question);
        return new JsonObject().put("rows", Json.array(List.copyOf(book.bases().values()), basis -> json(basis)
                .put("review", open.get(ReviewedRules.BASIS + basis.id()))
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

    Reply change(Question question) {
        question.allow();
        String id = question.id();
        WantedRule wanted = WantedRule.of(question, FIELDS);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw Problem.badRequest(new Bilingual(
                    "依据的代码 \"" + id + "\" 不可用；须由小写字母、数字和连字符组成，至多 40 个字符",
                    "the id \"" + id + "\" is not allowed; give small letters, digits and dashes, at most 40"));
        }
        String policy = ReviewedRules.BASIS + id;
        Submitted submitted = policies.submit(
                question,
                ReviewedMatter.ALERT_RULES,
                policy,
                wanted.based(),
                wanted.document(),
                wanted.reason(),
                false);
        if (submitted.outdated()) {
            throw seenEarlier(id, wanted.based());
        }
        if (!submitted.applied()) {
            return Reply.of(202, new JsonObject().put("review", open(question).get(policy)), null);
        }
        List<LegalBasis> versions = books.read(rules::current).basis(id);
        return Reply.ok(json(versions.get(versions.size() - 1)));
    }

    private Map<String, JsonObject> open(Question question) {
        return policies.openByPolicy(question.viewer(), ReviewedMatter.ALERT_RULES);
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
