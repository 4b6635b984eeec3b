package io.greenpark.alerts.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.alerts.rule.Comparison;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases are somebody's, one after the other's, and what became of them is kept. */
class CaseOwnersTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private Cases cases;

    protected BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void three_cases() {
        cases = new CaseBook(fixture.books(), Clock.fixed(NOW, ZoneOffset.UTC));
        add("a", Case.State.OPEN);
        add("b", Case.State.OPEN);
        add("over", Case.State.CLEARED);
    }

    private void add(String id, Case.State state) {
        CaseKey key = new CaseKey(Case.Rule.DEVICE_SILENT, id, Subject.enterprise("e1"), null, id);
        CaseContent content = new CaseContent(
                new CaseMessage(new Bilingual("题" + id, "title " + id), new Bilingual("文", "text")),
                Comparison.NONE,
                NOW,
                NOW,
                NOW);
        CaseStatus status = new CaseStatus(state, true, false, state == Case.State.OPEN ? null : NOW);
        fixture.books().write(tx -> {
            CaseTable.insert(tx.handle(), new CaseRow(id, key, status, content, null, NOW, null), 0);
            return true;
        });
    }

    private List<String> of(CaseFilter.Owner owner) {
        return cases.summaries(CaseFilter.all().owner(owner), 10).stream()
                .map(Case::id)
                .sorted()
                .toList();
    }

    @Test
    void a_case_is_taken_given_and_given_back_and_every_step_is_kept() {
        cases.own(List.of("a"), OwnerChange.to("li.na", "li.na", null));
        cases.own(List.of("a"), OwnerChange.to("li.na", "li.na", "again, which says nothing new"));
        cases.own(List.of("a"), OwnerChange.to("wang.fang", "li.na", "同企业的另两件也在您处"));
        assertThat(cases.find("a").orElseThrow().owner()).isEqualTo(new CaseOwner("wang.fang", null, NOW));
        cases.own(List.of("a"), OwnerChange.left("执法队", "chen.jing", null));
        Case after =
                cases.own(List.of("a"), OwnerChange.back("chen.jing", "执法队不受理")).get(0);
        assertThat(after.owner()).isNull();
        assertThat(after.events())
                .extracting(e -> e.kind() + " " + e.by() + " " + e.owner() + " " + e.office() + " " + e.comment())
                .containsExactly(
                        "ASSIGNED li.na li.na null null",
                        "ASSIGNED li.na wang.fang null 同企业的另两件也在您处",
                        "ASSIGNED chen.jing null 执法队 null",
                        "GIVEN_BACK chen.jing null null 执法队不受理");
    }

    @Test
    void mine_and_nobodys_are_found_and_whose_account_is_closed_is_nobody() {
        cases.own(List.of("a", "over"), OwnerChange.to("li.na", "li.na", null));
        cases.own(List.of("b"), OwnerChange.to("left", "left", null));
        assertThat(of(CaseFilter.Owner.of(Set.of("li.na")))).containsExactly("a", "over");
        assertThat(of(CaseFilter.Owner.none(Set.of("li.na", "left")))).isEmpty();
        assertThat(of(CaseFilter.Owner.none(Set.of("li.na")))).containsExactly("b");
        assertThat(fixture.books().<List<Case>, RuntimeException>read(h -> CaseOwners.openOf(h, "li.na")))
                .extracting(Case::id)
                .containsExactly("a");
    }

    @Test
    void what_somebody_else_took_meanwhile_is_not_taken_from_that_one() {
        List<Case> seen = List.of(cases.find("a").orElseThrow(), cases.find("b").orElseThrow());
        cases.own(List.of("b"), OwnerChange.to("li.na", "li.na", null).seeing(seen));
        assertThatThrownBy(() -> cases.own(
                        List.of("a", "b"),
                        OwnerChange.to("wang.fang", "wang.fang", null).seeing(seen)))
                .isInstanceOf(OwnerChangedException.class)
                .hasMessageContaining("\"b\"");
        assertThat(cases.find("a").orElseThrow().owner()).isNull();
        assertThat(cases.openByAccount(CaseFilter.all())).isEqualTo(Map.of("li.na", 1L));
    }

    @Test
    void several_are_taken_at_once_or_none() {
        assertThatThrownBy(() -> cases.own(List.of("a", "nowhere"), OwnerChange.to("li.na", "li.na", null)))
                .hasMessageContaining("\"nowhere\" does not exist");
        assertThat(cases.find("a").orElseThrow().owner()).isNull();
        assertThat(cases.own(List.of("a", "b"), OwnerChange.to("li.na", "li.na", null)))
                .extracting(c -> c.owner() == null ? null : c.owner().account())
                .containsExactly("li.na", "li.na");
    }
}
