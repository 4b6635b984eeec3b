package io.greenpark.sheets.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.unit.Carrier;
import io.greenpark.sheets.figure.Figure;
import io.greenpark.sheets.figure.SheetUnit;
import io.greenpark.sheets.layout.Role;
import io.greenpark.sheets.mapping.SheetMapping.ColumnUse;
import io.greenpark.sheets.mapping.SheetMappings.Decision;
import io.greenpark.sheets.mapping.SheetMappings.Removal;
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

/** Mappings stay as they were confirmed, over a restart too, and what people decided about rows is theirs; on every database alike. */
class SheetMappingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T02:00:00Z"), ZoneOffset.UTC);
    private static final SheetMapping GRID = new SheetMapping(
            "供电公司月度电量表",
            "f1",
            List.of(
                    new ColumnUse("户号", Role.ACCOUNT, null, null),
                    new ColumnUse("用电量", Role.AMOUNT, Figure.bill(Carrier.ELECTRICITY), SheetUnit.TEN_THOUSAND_KWH)),
            "供电公司",
            FigureStatus.FINAL,
            AllowedUse.SHOW_OWN);

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    private SheetMappings mappings;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        mappings = new SheetMappings(fixture.books(), CLOCK);
    }

    @Test
    void a_mapping_is_kept_changed_on_the_version_that_was_seen_and_removed() {
        KeptMapping kept = mappings.add(GRID, "li");
        assertThat(new SheetMappings(fixture.reopen(), CLOCK).all()).containsExactly(kept);
        mappings = new SheetMappings(fixture.books(), CLOCK);

        SheetMapping other =
                new SheetMapping("供水公司", "f2", GRID.columns(), "供水公司", FigureStatus.PROVISIONAL, AllowedUse.JUDGE);
        assertThat(mappings.change(kept.id(), 7, other, "wang")).isEmpty();
        assertThat(mappings.change(kept.id(), 1, other, "wang"))
                .hasValueSatisfying(k -> assertThat(k.version()).isEqualTo(2));
        assertThat(mappings.change(kept.id(), 1, GRID, "li")).isEmpty();
        assertThat(mappings.one(kept.id())).map(KeptMapping::mapping).contains(other);

        assertThat(mappings.remove(kept.id(), 1, e -> true)).isEqualTo(Removal.CHANGED);
        assertThat(mappings.remove(kept.id(), 2, e -> false)).isEqualTo(Removal.DONE);
        assertThat(mappings.all()).isEmpty();
    }

    @Test
    void what_is_decided_about_a_row_leaves_what_others_decided_of_theirs() {
        KeptMapping kept = mappings.add(GRID, "li");
        mappings.decide(kept.id(), 1, List.of(new Decision("account:1", "mill")), Set.of("mill"), "li");
        mappings.decide(
                kept.id(),
                2,
                List.of(new Decision("account:1", "tools"), new Decision("name:管委会", SheetMappings.NONE)),
                Set.of("tools"),
                "wang");
        assertThat(mappings.matches(kept.id()))
                .isEqualTo(Map.of("account:1", Set.of("mill", "tools"), "name:管委会", Set.of("")));
        assertThat(mappings.decide(kept.id(), 1, List.of(), Set.of(), "li")).isEmpty();
        assertThat(mappings.decide(kept.id(), 3, List.of(new Decision("account:1", null)), Set.of("tools"), "wang"))
                .isPresent();
        assertThat(mappings.matches(kept.id()).get("account:1")).containsExactly("mill");
        assertThat(mappings.one(kept.id())).hasValueSatisfying(k -> assertThat(List.of(k.madeBy(), k.changedBy()))
                .containsExactly("li", "wang"));
        assertThat(mappings.remove(kept.id(), 4, "tools"::equals))
                .as("li's row")
                .isEqualTo(Removal.OTHERS);
        assertThat(mappings.matches(kept.id())).hasSize(2);
        assertThat(mappings.remove(kept.id(), 4, "mill"::equals)).isEqualTo(Removal.DONE);
        assertThat(mappings.matches(kept.id())).isEmpty();
    }
}
