package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.list.ListDraft;
import io.greenpark.cleanproduction.list.ListEdition;
import io.greenpark.cleanproduction.list.ListEdition.Decision;
import io.greenpark.cleanproduction.list.ListEdition.Proposed;
import io.greenpark.cleanproduction.list.ListEdition.Verdict;
import io.greenpark.cleanproduction.list.ListRefusal;
import io.greenpark.cleanproduction.list.ListRules;
import io.greenpark.cleanproduction.list.Lists;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the approved lists. An edition is proposed by one (经办) and decided by another (复核); until then the one before is the list. Any
 * thread may call.
 */
public final class ListDesk {
    private final Books books;
    private final RegistrySource registry;
    private final Clock clock;

    /** @param registry of the whole district */
    public ListDesk(Books books, RegistrySource registry, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param refusal why nothing was done; null where it was
     * @param edition the edition since; null where there is none
     */
    public record Done(
            @Nullable ListRefusal refusal, @Nullable ListEdition edition) {}

    /** All editions. */
    public Lists lists() {
        return books.read(ListTable::all);
    }

    /** Proposes an edition. */
    public Done propose(ListDraft draft, LocalDate today, String who, String account) {
        Registry current = registry.current();
        return books.write(tx -> {
            Lists lists = ListTable.all(tx.handle());
            Optional<ListRefusal> refusal =
                    ListRules.against(draft, lists, id -> current.enterprise(id).isPresent(), today);
            if (refusal.isPresent()) {
                return new Done(refusal.get(), null);
            }
            long number = lists.editions().stream()
                            .mapToLong(ListEdition::number)
                            .max()
                            .orElse(0)
                    + 1;
            ListEdition before = lists.newest().orElse(null);
            List<Member> members = draft.enterprises().stream()
                    .sorted()
                    .map(id -> member(current, before, id))
                    .toList();
            Map<Member, String> left = new HashMap<>();
            draft.left().forEach((id, why) -> left.put(member(current, before, id), why));
            ListEdition edition = new ListEdition(
                    number,
                    draft.paper(),
                    draft.approvedOn(),
                    draft.validFrom(),
                    draft.reason(),
                    draft.basedOn(),
                    members,
                    left,
                    new Proposed(clock.instant(), who, account),
                    null);
            ListTable.insert(tx.handle(), edition);
            return new Done(null, edition);
        });
    }

    /** By the registry, or as it was on the edition before where it left the registry. */
    private static Member member(Registry registry, @Nullable ListEdition before, String id) {
        Optional<Enterprise> known = registry.enterprise(id);
        if (known.isPresent()) {
            return new Member(id, known.get().parkId(), known.get().name());
        }
        return before == null
                ? new Member(id, "", Bilingual.same(id))
                : before.members().stream()
                        .filter(m -> m.enterprise().equals(id))
                        .findFirst()
                        .orElse(new Member(id, "", Bilingual.same(id)));
    }

    /** Decides an edition that was proposed by somebody else. */
    public Done decide(long number, Verdict verdict, @Nullable String word, String who, String account) {
        return books.write(tx -> {
            ListEdition edition = find(ListTable.all(tx.handle()), number);
            if (edition == null) {
                return new Done(new ListRefusal(ListRefusal.Kind.NO_LIST, List.of()), null);
            }
            if (edition.decision() != null) {
                return new Done(new ListRefusal(ListRefusal.Kind.STALE, List.of()), edition);
            }
            if (edition.proposed().account().equals(account)) {
                return new Done(new ListRefusal(ListRefusal.Kind.SAME_PERSON, List.of()), edition);
            }
            ListTable.decide(tx.handle(), number, new Decision(verdict, clock.instant(), who, word));
            return new Done(null, find(ListTable.all(tx.handle()), number));
        });
    }

    private static @Nullable ListEdition find(Lists lists, long number) {
        return lists.editions().stream()
                .filter(e -> e.number() == number)
                .findFirst()
                .orElse(null);
    }
}
