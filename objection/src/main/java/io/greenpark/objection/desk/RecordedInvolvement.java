package io.greenpark.objection.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.marking.MarkDeciders;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.Thing;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryHistory;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.store.books.Books;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** By what is on record: changes of the registry and their reviews, what was done about cases, accepted returns, and decided marks of the same data. */
public final class RecordedInvolvement implements Involvement {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;

    /** Later than anything is marked. */
    private static final Instant LASTS = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final Books books;
    private final RegistrySource registry;
    private final RegistryHistory history;
    private final Reviews reviews;
    private final Cases cases;
    private final ReturnDesk returns;
    private final UnaryOperator<String> accountOf;

    /** @param accountOf the account that answers for a program's key; whatever is none of one, as it is */
    public RecordedInvolvement(
            Books books,
            RegistrySource registry,
            RegistryHistory history,
            Reviews reviews,
            Cases cases,
            ReturnDesk returns,
            UnaryOperator<String> accountOf) {
        this.books = books;
        this.registry = registry;
        this.history = history;
        this.reviews = reviews;
        this.cases = cases;
        this.returns = returns;
        this.accountOf = accountOf;
    }

    @Override
    public List<Involved> in(Objection objection) {
        Set<Involved> found = new LinkedHashSet<>();
        found.add(new Involved(objection.filedBy(), Part.FILED));
        Thing thing = objection.thing();
        switch (thing.kind()) {
            case LIMIT -> ofChanges(changes(new DocumentKey(DocumentKind.LIMIT, thing.id()), null), found);
            case TARGET -> ofChanges(changes(new DocumentKey(DocumentKind.TARGET, thing.id()), null), found);
            case CLASS ->
                ofChanges(changes(new DocumentKey(DocumentKind.ENTERPRISE, thing.classOf()), thing.classYear()), found);
            case CASE -> {
                ofCase(thing.id(), found);
                ofMarks(thing, found);
            }
            case ENERGY, INTENSITY -> ofReturn(objection, found);
            // Nobody makes a mean: the devices do, and the arithmetic.
            case MEAN -> ofMarks(thing, found);
        }
        Set<Involved> answering = new LinkedHashSet<>(found);
        found.forEach(each -> answering.add(new Involved(accountOf.apply(each.who()), each.part())));
        return List.copyOf(answering);
    }

    /** Numbers of the changes that made a document, or the class of a year in it, what it was and is. */
    private Set<Long> changes(DocumentKey key, @Nullable String classYear) {
        List<Version> versions = history.versions(key);
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            Version before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            if (classYear == null
                    || !Objects.equals(
                            classOf(versions.get(i), classYear), before == null ? null : classOf(before, classYear))) {
                numbers.add(versions.get(i).change());
            }
        }
        return numbers;
    }

    private static @Nullable String classOf(Version version, String year) {
        String json = version.json();
        if (json == null) {
            return null;
        }
        try {
            JsonNode given = JSON.readTree(json).path("performanceClasses").get(year);
            return given == null ? null : given.asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(version.key() + " as of change " + version.change() + " is no JSON", e);
        }
    }

    private void ofChanges(Set<Long> changes, Set<Involved> found) {
        for (long number : changes) {
            history.change(number).ifPresent(change -> found.add(new Involved(change.who(), Part.CHANGED)));
        }
        if (changes.isEmpty()) {
            return;
        }
        long below = Long.MAX_VALUE;
        List<ReviewRequest> page;
        do {
            page = reviews.requests(EnumSet.allOf(ReviewRequest.State.class), below, PAGE);
            for (ReviewRequest request : page) {
                // Those of policies name versions of these, which are no changes of the registry.
                if (!request.isOfPolicy() && request.change() != null && changes.contains(request.change())) {
                    ofReview(request, found);
                }
                below = request.number();
            }
        } while (page.size() == PAGE);
    }

    private static void ofReview(ReviewRequest request, Set<Involved> found) {
        found.add(new Involved(request.who(), Part.CHANGED));
        found.add(new Involved(request.account(), Part.CHANGED));
        ReviewRequest.Decision decision = request.decision();
        if (decision != null) {
            found.add(new Involved(decision.who(), Part.REVIEWED));
        }
    }

    private void ofCase(String id, Set<Involved> found) {
        cases.find(id).ifPresent(c -> {
            List<Involved> involved = new ArrayList<>();
            if (c.owner() != null && c.owner().account() != null) {
                involved.add(new Involved(c.owner().account(), Part.OWNS_CASE));
            }
            for (CaseEvent event : c.events()) {
                if (event.owner() != null) {
                    involved.add(new Involved(event.owner(), Part.OWNS_CASE));
                }
                if (!event.by().equals(CaseEvent.PLATFORM)) {
                    involved.add(new Involved(event.by(), Part.ACTED_ON_CASE));
                }
            }
            found.addAll(involved);
        });
    }

    private void ofMarks(Thing thing, Set<Involved> found) {
        books.<Set<String>, RuntimeException>read(handle -> MeasuredData.of(handle, thing, registry.current())
                        .map(data -> MarkDeciders.of(
                                handle, data.points(), data.from(), Objects.requireNonNullElse(data.to(), LASTS)))
                        .orElse(Set.of()))
                .forEach(who -> found.add(new Involved(who, Part.DECIDED_MARK)));
    }

    private void ofReturn(Objection objection, Set<Involved> found) {
        String enterprise = objection.thing().id();
        YearMonth month = Subject.enterprise(enterprise)
                .time(registry.current())
                .monthOf(Objects.requireNonNull(objection.thing().from()));
        returns.steps(enterprise, ReturnPeriod.with(month)).stream()
                .filter(step -> step.then().state() == ReturnState.ACCEPTED)
                .forEach(step -> found.add(new Involved(step.who(), Part.ACCEPTED_RETURN)));
    }
}
