package io.greenpark.returns.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryHistory.Version;
import io.greenpark.park.registry.Subject;
import io.greenpark.registry.RegistryService;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process that is killed while it closes and reopens a month: after a restart the month is closed in full, or open. */
class KilledClosingTest {
    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    /** Four lines are told of each turn, the first of them before the closing's commit; the kill comes somewhere in the work after the line. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 9, 14})
    void a_month_is_closed_in_full_or_open_and_told_once_whenever_the_process_is_killed(int lines) throws Exception {
        fixture.books().close();
        List<String> told = toldUntilKilled(lines);
        assertThat(told).hasSizeGreaterThanOrEqualTo(lines);
        Books books = fixture.reopen();
        try (RegistryService service = ClosingVictim.service(fixture.folder(), books)) {
            ClosingDesk desk = ClosingVictim.desk(books, service);
            int editions = complete(books, service, desk);
            whatWasToldHolds(told, service, editions);
            // And it goes on where it was.
            if (service.current().closing("p", ClosingVictim.OCTOBER).isEmpty()) {
                ClosingDesk.Done again =
                        desk.close("p", ClosingVictim.OCTOBER, ClosingVictim.by("wang", "f says nothing"), Set.of());
                assertThat(again.closed().edition()).isEqualTo(editions + 1);
                complete(books, service, desk);
            } else {
                assertThat(desk.close("p", ClosingVictim.OCTOBER, ClosingVictim.by("wang", "r"), Set.of())
                                .refusal())
                        .isEqualTo(ClosingDesk.Refusal.ALREADY_CLOSED);
            }
        }
    }

    /** How many times the month was closed; each of them with its checklist, its figures and one version of the registry. */
    private static int complete(Books books, RegistryService service, ClosingDesk desk) {
        List<ClosedEdition> editions = desk.editions("p", ClosingVictim.OCTOBER);
        List<Version> versions = service.history().versions(DocumentKey.closing("p", ClosingVictim.OCTOBER));
        long closings = versions.stream().filter(v -> v.json() != null).count();
        assertThat(closings).as("closings that the registry remembers").isEqualTo(editions.size());
        for (int i = 0; i < editions.size(); i++) {
            ClosedEdition edition = editions.get(i);
            assertThat(edition.edition()).isEqualTo(editions.size() - i);
            assertThat(edition.points()).isNotEmpty();
            assertThat(edition.reason()).isEqualTo("f says nothing");
            Map<Subject, ClosedFigure> figures =
                    books.read(handle -> ClosingTable.figures(handle, "p", ClosingVictim.OCTOBER, edition.edition()));
            assertThat(figures)
                    .containsOnlyKeys(
                            Subject.enterprise("e"),
                            Subject.enterprise("f"),
                            Subject.park("p"),
                            Subject.district(service.current().facts().districtId()));
        }
        Integer rows = books.read(handle -> handle.createQuery("SELECT count(*) FROM closed_figure")
                .mapTo(Integer.class)
                .one());
        assertThat(rows).as("figures of no edition").isEqualTo(4 * editions.size());
        Optional<ClosedMonth> closed = service.current().closing("p", ClosingVictim.OCTOBER);
        closed.ifPresent(c -> assertThat(c.edition()).isEqualTo(editions.size()));
        return editions.size();
    }

    private static void whatWasToldHolds(List<String> told, RegistryService service, int editions) {
        int closed = last(told, ClosingVictim.CLOSED);
        int opened = last(told, ClosingVictim.OPENED);
        boolean isClosed = service.current().closing("p", ClosingVictim.OCTOBER).isPresent();
        assertThat(editions).isBetween(closed, closed + 1);
        if (editions > closed) {
            assertThat(told).contains(ClosingVictim.INSIDE + " " + editions);
            assertThat(opened).isEqualTo(closed);
            assertThat(isClosed).isTrue();
        } else if (opened == closed) {
            assertThat(isClosed).isFalse();
        }
    }

    private static int last(List<String> told, String what) {
        return told.stream()
                .filter(line -> line.startsWith(what + " "))
                .mapToInt(line -> Integer.parseInt(line.substring(what.length() + 1)))
                .max()
                .orElse(0);
    }

    private List<String> toldUntilKilled(int lines) throws Exception {
        Process victim = ClosingVictim.start(fixture.place());
        List<String> told = new ArrayList<>();
        try (BufferedReader out = victim.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(ClosingVictim.TOLD)) {
                    told.add(line.substring(ClosingVictim.TOLD.length()));
                }
                if (told.size() == lines) {
                    // By its handle: what it has told until then can still be read.
                    victim.toHandle().destroyForcibly();
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return told;
    }
}
