package io.greenpark.sheets.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.unit.Carrier;
import io.greenpark.sheets.figure.Plain;
import io.greenpark.sheets.match.RowMatch.By;
import io.greenpark.sheets.match.RowMatch.Part;
import io.greenpark.sheets.match.RowMatch.Proposal;
import io.greenpark.sheets.match.RowMatch.State;
import io.greenpark.sheets.match.RowMatch.Why;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The enterprises that somebody sees, by what sheets call them. Ids, credit codes, customer numbers and names are compared in their plain form; a
 * name that is alike is only proposed.
 */
public final class EnterpriseIndex {
    private static final int MOST_PROPOSALS = 5;

    private final SortedMap<String, ObjectNode> enterprises;
    private final Map<String, Set<String>> byCode = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> byFormerName = new HashMap<>();
    private final Map<String, SortedMap<String, Optional<BigDecimal>>> byAccount = new HashMap<>();
    /** Made once, as many rows are held against each name. */
    private final Map<String, NameLikeness> likenesses = new HashMap<>();

    private final Map<String, Set<String>> decided;

    /**
     * An index.
     *
     * @param enterprises documents by id
     * @param decided what people decided about rows, by {@link SaidRow#key()}; of enterprises that are not among these nothing is taken
     */
    public EnterpriseIndex(SortedMap<String, ObjectNode> enterprises, Map<String, Set<String>> decided) {
        this.enterprises = enterprises;
        this.decided = decided;
        enterprises.forEach((id, document) -> {
            add(byCode, document.path("creditCode").asText(""), id);
            add(byName, document.at("/name/zh").asText(""), id);
            add(byName, document.at("/name/en").asText(""), id);
            document.path("formerNames").forEach(name -> add(byFormerName, name.asText(""), id));
            document.path("accounts").properties().forEach(e -> byAccount
                    .computeIfAbsent(
                            account(e.getKey(), e.getValue().path("carrier").asText("")), n -> new TreeMap<>())
                    .put(
                            id,
                            Optional.of(e.getValue().path("share").asText(""))
                                    .filter(s -> !s.isEmpty())
                                    .map(BigDecimal::new)));
        });
        byName.keySet().forEach(name -> likenesses.put(name, NameLikeness.of(name)));
        byFormerName.keySet().forEach(name -> likenesses.putIfAbsent(name, NameLikeness.of(name)));
    }

    private static void add(Map<String, Set<String>> to, String said, String id) {
        String plain = Plain.of(said);
        if (!plain.isEmpty()) {
            to.computeIfAbsent(plain, p -> new TreeSet<>()).add(id);
        }
    }

    private static String account(String number, String carrier) {
        return carrier + " " + Plain.of(number);
    }

    /** What people call an enterprise. */
    public String name(String id) {
        ObjectNode document = enterprises.get(id);
        return document == null ? id : document.at("/name/zh").asText(id);
    }

    /** The ids of all. */
    public Set<String> ids() {
        return enterprises.keySet();
    }

    /** The customer numbers of an enterprise for a carrier. */
    public Set<String> accounts(String id, Carrier carrier) {
        Set<String> numbers = new TreeSet<>();
        ObjectNode document = enterprises.get(id);
        if (document != null) {
            document.path("accounts").properties().forEach(e -> {
                if (e.getValue().path("carrier").asText("").equals(carrier.code())) {
                    numbers.add(Plain.of(e.getKey()));
                }
            });
        }
        return numbers;
    }

    /**
     * Whom a row is about.
     *
     * @param carrier what its customer number is of; null where it has figures of none
     */
    public RowMatch match(SaidRow row, @Nullable Carrier carrier) {
        RowMatch certain = certain(row, carrier);
        if (certain.state() != State.UNMATCHED && certain.state() != State.SEVERAL) {
            return certain;
        }
        Set<String> said = decided.getOrDefault(row.key(), Set.of());
        List<String> ids = said.stream().filter(enterprises::containsKey).toList();
        if (ids.size() == 1) {
            return one(ids.get(0), By.PERSON);
        }
        return ids.isEmpty() && said.contains("")
                ? new RowMatch(State.LEFT_OUT, List.of(), By.PERSON, certain.proposals())
                : certain;
    }

    private static RowMatch one(String id, By by) {
        return new RowMatch(State.MATCHED, List.of(new Part(id, BigDecimal.ONE)), by, List.of());
    }

    private RowMatch certain(SaidRow row, @Nullable Carrier carrier) {
        if (row.id() != null && enterprises.containsKey(row.id().strip())) {
            return one(row.id().strip(), By.ID);
        }
        SortedMap<String, Optional<BigDecimal>> tenants = row.account() == null || carrier == null
                ? new TreeMap<>()
                : byAccount.getOrDefault(account(row.account(), carrier.code()), new TreeMap<>());
        if (!tenants.isEmpty()) {
            return ofAccount(tenants);
        }
        Set<String> code =
                row.creditCode() == null ? Set.of() : byCode.getOrDefault(Plain.of(row.creditCode()), Set.of());
        String plain = row.name() == null ? "" : Plain.of(row.name());
        Set<String> named = byName.getOrDefault(plain, Set.of());
        Set<String> former = byFormerName.getOrDefault(plain, Set.of());
        Set<String> all = new LinkedHashSet<>(code);
        all.addAll(named.isEmpty() ? former : named);
        if (all.size() == 1) {
            String id = all.iterator().next();
            boolean other = code.isEmpty() && contradicts(row.creditCode(), id);
            By by = !code.isEmpty() ? By.CREDIT_CODE : !named.isEmpty() ? By.NAME : By.FORMER_NAME;
            return other ? several(List.of(proposal(id, Why.NAME))) : one(id, by);
        }
        if (all.size() > 1) {
            return several(all.stream()
                    .map(id -> proposal(id, code.contains(id) ? Why.CREDIT_CODE : Why.NAME))
                    .toList());
        }
        return new RowMatch(State.UNMATCHED, List.of(), By.NOTHING, alike(plain));
    }

    /** Whether a row's credit code is another one than the registry has of somebody of that name. */
    private boolean contradicts(@Nullable String code, String id) {
        ObjectNode document = enterprises.get(id);
        String known = document == null ? "" : document.path("creditCode").asText("");
        return code != null && !known.isEmpty() && !Plain.of(code).equals(Plain.of(known));
    }

    private static RowMatch several(List<Proposal> proposals) {
        return new RowMatch(State.SEVERAL, List.of(), By.NOTHING, proposals);
    }

    private Proposal proposal(String id, Why why) {
        return new Proposal(id, name(id), why);
    }

    private RowMatch ofAccount(SortedMap<String, Optional<BigDecimal>> tenants) {
        if (tenants.size() == 1 && tenants.values().iterator().next().isEmpty()) {
            return one(tenants.firstKey(), By.ACCOUNT);
        }
        List<Part> parts = new ArrayList<>();
        tenants.forEach((id, share) -> share.ifPresent(s -> parts.add(new Part(id, s))));
        if (parts.size() < tenants.size()) {
            List<Proposal> all = tenants.keySet().stream()
                    .map(id -> proposal(id, Why.ACCOUNT))
                    .toList();
            return new RowMatch(State.TO_ALLOT, List.of(), By.ACCOUNT, all);
        }
        return new RowMatch(State.SHARED, parts, By.ACCOUNT, List.of());
    }

    private List<Proposal> alike(String plain) {
        if (plain.isEmpty()) {
            return List.of();
        }
        Map<String, Why> best = new HashMap<>();
        NameLikeness said = NameLikeness.of(plain);
        likenesses.forEach((name, other) -> said.to(other).ifPresent(why -> {
            for (Map<String, Set<String>> names : List.of(byName, byFormerName)) {
                names.getOrDefault(name, Set.of())
                        .forEach(id -> best.merge(id, why, (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }));
        return best.entrySet().stream()
                .map(e -> proposal(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Proposal::why).thenComparing(Proposal::enterprise))
                .limit(MOST_PROPOSALS)
                .toList();
    }
}
