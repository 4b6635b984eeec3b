package io.greenpark.dashboards.api;

import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.LegalBasis;
import io.greenpark.alerts.rulebook.RuleDesk;
import io.greenpark.alerts.rulebook.RuleDesk.Wanted;
import io.greenpark.registry.review.ReviewedPolicies;
import io.greenpark.registry.review.ReviewedPolicy;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Alert rules, legal bases and what explains what as a second person reviews them: each is a policy of its own, named as its versions are kept. */
record ReviewedRules(RuleDesk desk) implements ReviewedPolicies {
    /** Before the id of a rule; alone for one that is to be made. */
    static final String RULE = "alert-rule/";

    /** Before the id of a legal basis. */
    static final String BASIS = "legal-basis/";

    /** What explains what. */
    static final String DEPENDENCIES = "rule-dependencies";

    @Override
    public ReviewedPolicy named(@Nullable String name) {
        String given = Objects.requireNonNull(name, "which rule");
        if (given.equals(DEPENDENCIES)) {
            return new OfDependencies();
        }
        return given.startsWith(RULE)
                ? new OfRule(given.substring(RULE.length()))
                : new OfBasis(given.substring(BASIS.length()));
    }

    @Override
    public @Nullable String name(Handle handle, @Nullable String asked, String document, Set<String> waiting) {
        if (!RULE.equals(asked)) {
            return asked;
        }
        Set<String> ids = waiting.stream()
                .filter(name -> name.startsWith(RULE))
                .map(name -> name.substring(RULE.length()))
                .collect(Collectors.toSet());
        return RULE + desk.nextRule(handle, document, ids);
    }

    private final class OfRule implements ReviewedPolicy {
        private final String id;

        OfRule(String id) {
            this.id = id;
        }

        @Override
        public long version(Handle handle) {
            return desk.ruleVersion(handle, id);
        }

        @Override
        public Optional<String> document(Handle handle, long version) {
            return desk.rule(handle, id, version);
        }

        @Override
        public String canonical(String document) {
            return desk.canonicalRule(document);
        }

        @Override
        public void check(Handle handle, String document, Instant at) {
            desk.checkRule(handle, id, document, at);
        }

        @Override
        public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
            return desk.putRule(handle, at, new Wanted(id, document, based, by, reason))
                    .map(AlertRule::version);
        }

        @Override
        public Optional<String> before(Handle handle, long based, String document, Instant at) {
            return desk.before(handle, id, based, document, at);
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }

    private final class OfDependencies implements ReviewedPolicy {
        @Override
        public long version(Handle handle) {
            return desk.dependencyVersion(handle);
        }

        @Override
        public Optional<String> document(Handle handle, long version) {
            return desk.dependencies(handle, version);
        }

        @Override
        public String canonical(String document) {
            return desk.canonicalDependencies(document);
        }

        @Override
        public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
            return desk.putDependencies(handle, at, new Wanted("", document, based, by, reason));
        }

        @Override
        public boolean goesBack() {
            return true;
        }
    }

    private final class OfBasis implements ReviewedPolicy {
        private final String id;

        OfBasis(String id) {
            this.id = id;
        }

        @Override
        public long version(Handle handle) {
            return desk.basisVersion(handle, id);
        }

        @Override
        public Optional<String> document(Handle handle, long version) {
            return desk.basis(handle, id, version);
        }

        @Override
        public String canonical(String document) {
            return desk.canonicalBasis(document);
        }

        @Override
        public void check(Handle handle, String document, Instant at) {
            desk.checkBasis(handle, id, document);
        }

        @Override
        public Optional<Long> put(Handle handle, long based, String document, String by, String reason, Instant at) {
            return desk.putBasis(handle, at, new Wanted(id, document, based, by, reason))
                    .map(LegalBasis::version);
        }

        /** A record that was entered stays entered. */
        @Override
        public boolean goesBack() {
            return false;
        }
    }
}
