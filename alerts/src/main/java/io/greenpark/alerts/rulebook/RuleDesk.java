package io.greenpark.alerts.rulebook;

import io.greenpark.alerts.policy.PolicyJson;
import io.greenpark.alerts.policy.PolicyNode;
import io.greenpark.alerts.rulebook.RuleTable.Row;
import io.greenpark.park.registry.RegistrySource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Changes rules, legal bases and what explains what, each in a transaction of whoever calls: a change may wait for a second person before it comes here. All fails with
 * {@link io.greenpark.alerts.policy.PolicyFault} what cannot be used. Any thread may call.
 */
public final class RuleDesk {
    private final RuleBooks books;
    private final RegistrySource registry;

    /** @param registry all of it */
    public RuleDesk(RuleBooks books, RegistrySource registry) {
        this.books = books;
        this.registry = registry;
    }

    /**
     * A change that somebody wants.
     *
     * @param id of what is changed, or made
     * @param document all of what it is to say, as JSON
     * @param seen the version that whoever changes it has seen; 0 for what is new
     */
    public record Wanted(String id, String document, long seen, String by, String reason) {}

    /** A rule as it would be kept. */
    public String canonicalRule(String document) {
        return PolicyJson.canonical(
                "document",
                RuleDocument.write(RuleDocument.read("", 0, root(document))).toString());
    }

    /**
     * The id of a rule that is to be made. Rules of a kind are numbered from 2 on: the shipped one is the first.
     *
     * @param waiting ids that are given away and not used yet
     */
    public String nextRule(Handle handle, String document, Set<String> waiting) {
        RuleBook book = books.read(handle);
        String kind = RuleDocument.read("", 0, root(document)).kind().code();
        int number = 2;
        while (book.rule(kind + "-" + number).isPresent() || waiting.contains(kind + "-" + number)) {
            number++;
        }
        return kind + "-" + number;
    }

    /** The newest version of a rule; 0 where there is none, or only what is shipped. */
    public long ruleVersion(Handle handle, String id) {
        return books.read(handle).rule(id).map(h -> h.newest().version()).orElse(0L);
    }

    /** What a version of a rule says; empty where there is none. */
    public Optional<String> rule(Handle handle, String id, long version) {
        return books.history(handle, id).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .map(v -> v.document());
    }

    /** Refuses a rule that does not fit what there is now. */
    public void checkRule(Handle handle, String id, String document, Instant at) {
        RuleBook book = books.read(handle);
        AlertRule next = RuleDocument.read(id, 0, root(document));
        RuleChecks.check(book, registry.current(), next, RuleChecks.today(registry.current(), next, at));
    }

    /**
     * Puts a version of a rule in force. It holds from its day on, and from today on where that has gone by while it waited: what was judged before is
     * not judged anew.
     *
     * @return empty where another version is the newest by now
     */
    public Optional<AlertRule> putRule(Handle handle, Instant at, Wanted wanted) {
        RuleBook book = books.read(handle);
        long newest = book.rule(wanted.id()).map(h -> h.newest().version()).orElse(0L);
        if (newest != wanted.seen()) {
            return Optional.empty();
        }
        AlertRule says = RuleDocument.read(wanted.id(), newest + 1, root(wanted.document()));
        LocalDate today = RuleChecks.today(registry.current(), says, at);
        LocalDate from = says.from();
        AlertRule next = from == null || from.isBefore(today) ? says.holdingFrom(today) : says;
        RuleChecks.check(book, registry.current(), next, today);
        insert(
                handle,
                at,
                RuleTable.RULE,
                next.version(),
                RuleDocument.write(next).toString(),
                wanted);
        return Optional.of(next);
    }

    /**
     * By which document what an emergency put in force is taken back: that of before. A rule that it made ends with the day, and is on trial until then
     * where its kind allows that.
     *
     * @param document what it put in force
     */
    public Optional<String> before(Handle handle, String id, long seen, String document, Instant at) {
        Optional<String> before = rule(handle, id, seen);
        if (before.isPresent()) {
            return before;
        }
        AlertRule made = RuleDocument.read(id, 0, root(document));
        LocalDate today = RuleChecks.today(registry.current(), made, at);
        return Optional.of(RuleDocument.write(made.endingOn(today)).toString());
    }

    /** A legal basis as it would be kept. */
    public String canonicalBasis(String document) {
        return PolicyJson.canonical(
                "document",
                BasisDocument.write(BasisDocument.read("", 0, root(document))).toString());
    }

    /** The newest version of a legal basis; 0 where there is none, or only what is shipped. */
    public long basisVersion(Handle handle, String id) {
        LegalBasis newest = newest(books.read(handle), id);
        return newest == null ? 0 : newest.version();
    }

    private static @Nullable LegalBasis newest(RuleBook book, String id) {
        List<LegalBasis> versions = book.basis(id);
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    /** What a version of a legal basis says; empty where there is none. */
    public Optional<String> basis(Handle handle, String id, long version) {
        return books.basisHistory(handle, id).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .map(v -> v.document());
    }

    /** Refuses a legal basis that does not fit what there is now. */
    public void checkBasis(Handle handle, String id, String document) {
        RuleChecks.check(books.read(handle), BasisDocument.read(id, 0, root(document)));
    }

    /**
     * Puts a version of a legal basis in force.
     *
     * @return empty where another version is the newest by now
     */
    public Optional<LegalBasis> putBasis(Handle handle, Instant at, Wanted wanted) {
        if (basisVersion(handle, wanted.id()) != wanted.seen()) {
            return Optional.empty();
        }
        LegalBasis next = BasisDocument.read(wanted.id(), wanted.seen() + 1, root(wanted.document()));
        RuleChecks.check(books.read(handle), next);
        insert(
                handle,
                at,
                RuleTable.BASIS,
                next.version(),
                BasisDocument.write(next).toString(),
                wanted);
        return Optional.of(next);
    }

    /** What explains what as it would be kept. */
    public String canonicalDependencies(String document) {
        return PolicyJson.canonical(
                "dependencies",
                DependencyDocument.write(DependencyDocument.read(0, Instant.MIN, document))
                        .toString());
    }

    /** The newest version of what explains what. */
    public long dependencyVersion(Handle handle) {
        return books.read(handle).dependencies().version();
    }

    /** What a version of what explains what says; empty where there is none. */
    public Optional<String> dependencies(Handle handle, long version) {
        return books.dependencyHistory(handle).stream()
                .filter(v -> v.version() == version)
                .findFirst()
                .map(v -> v.document());
    }

    /**
     * Puts another version of what explains what in force, from now on.
     *
     * @param wanted its id is not looked at
     * @return empty where another version is the newest by now
     */
    public Optional<Long> putDependencies(Handle handle, Instant at, Wanted wanted) {
        if (dependencyVersion(handle) != wanted.seen()) {
            return Optional.empty();
        }
        Wanted only = new Wanted("", wanted.document(), wanted.seen(), wanted.by(), wanted.reason());
        insert(handle, at, RuleTable.DEPENDENCIES, wanted.seen() + 1, canonicalDependencies(wanted.document()), only);
        return Optional.of(wanted.seen() + 1);
    }

    private static void insert(Handle handle, Instant at, String of, long version, String document, Wanted wanted) {
        RuleTable.insert(
                handle,
                of,
                new Row(
                        wanted.id(),
                        version,
                        at,
                        wanted.by(),
                        wanted.reason(),
                        PolicyJson.canonical(wanted.id(), document)));
    }

    private static PolicyNode root(String document) {
        return PolicyJson.root("document", document);
    }
}
