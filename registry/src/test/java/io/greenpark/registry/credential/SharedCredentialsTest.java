package io.greenpark.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.Reloads;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Processes with data folders of their own on the same books: what one of them hands out counts for all. */
class SharedCredentialsTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food}]
              devices:
                - {id: a, enterprise: e, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register}]}
            """;
    private static final String ANOTHER = SITE + """
                - {id: b, enterprise: e, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register}]}
            """;
    private static final Principal A = new Principal(Kind.DEVICE, "a");
    private static final Principal B = new Principal(Kind.DEVICE, "b");
    private static final String CONSOLE = "console";
    private static final String INTAKE = "intake";

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    /** Those of other processes; where a server has the books, one process has them, and its own stand in for the others'. */
    private Books othersBooks;

    private RegistryService registry;
    private RegistryService othersRegistry;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(fixture.folder().resolve("conf.yaml"), SITE);
        othersBooks = kind() == BooksKind.SQLITE ? fixture.place().open(Clock.systemUTC()) : fixture.books();
        registry = registry(file, fixture.books());
        othersRegistry = registry(file, othersBooks);
    }

    private static RegistryService registry(Path file, Books books) {
        return RegistryService.open(
                ConfigFile.read(file, List.of(), new Problems()),
                books,
                RegistryConfig.defaults().reviewing(Set.of()),
                RegistryService.Start.ON_LAST_GOOD,
                Clock.systemUTC(),
                Reloads.AT_ONCE);
    }

    @AfterEach
    void close() {
        registry.close();
        othersRegistry.close();
        if (kind() == BooksKind.SQLITE) {
            othersBooks.close();
        }
    }

    private CredentialStore start(String process) {
        return start(process, Clock.systemUTC());
    }

    private CredentialStore start(String process, Clock clock) {
        boolean isConsole = process.equals(CONSOLE);
        return CredentialStore.open(
                fixture.folder().resolve(process),
                isConsole ? fixture.books() : othersBooks,
                isConsole ? registry : othersRegistry,
                clock);
    }

    private Path file(String process, String name) {
        return fixture.folder().resolve(process).resolve("credentials").resolve(name);
    }

    /** The folder of a process gets files of another one. */
    private void copy(String from, String to, String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(file(to, name).getParent());
            Files.write(file(to, name), Files.readAllBytes(file(from, name)));
        }
    }

    private String[] line(String process, String id) throws IOException {
        return Files.readAllLines(file(process, SecretsFile.NAME)).stream()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns[1].equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertKnows(CredentialStore store, String[] line) {
        assertThat(store.authenticate(line[1], line[3])).isNotNull();
        assertThat(store.byToken(line[4])).isNotNull();
        assertThat(store.preSharedKey(line[1])).isEqualTo(HexFormat.of().parseHex(line[5]));
    }

    private static void assertRefuses(CredentialStore store, String[] line) {
        assertThat(store.authenticate(line[1], line[3])).isNull();
        assertThat(store.byToken(line[4])).isNull();
        assertThat(store.preSharedKey(line[1])).isNotEqualTo(HexFormat.of().parseHex(line[5]));
    }

    @Test
    void what_one_hands_out_another_takes_into_use_without_a_restart() throws IOException {
        CredentialStore console = start(CONSOLE);
        copy(CONSOLE, INTAKE, DtlsKeys.FILE);
        CredentialStore intake = start(INTAKE);
        String[] old = line(CONSOLE, "a");
        assertKnows(intake, old);
        console.renew(List.of(A), r -> r);
        String[] made = line(CONSOLE, "a");
        assertKnows(console, made);
        intake.step();
        assertKnows(intake, made);
        assertRefuses(intake, old);
        assertThat(file(INTAKE, SecretsFile.NAME)).as("it has no secrets").doesNotExist();
    }

    @Test
    void a_file_that_was_overtaken_brings_nothing_old_back() throws IOException {
        CredentialStore console = start(CONSOLE);
        String[] old = line(CONSOLE, "a");
        copy(CONSOLE, INTAKE, DtlsKeys.FILE, SecretsFile.NAME, SecretsFile.KNOWN);
        copy(CONSOLE, "elsewhere", DtlsKeys.FILE, SecretsFile.NAME);
        console.renew(List.of(A), r -> r);
        for (String process : List.of(INTAKE, "elsewhere", INTAKE)) {
            CredentialStore started = start(process);
            assertKnows(started, line(CONSOLE, "a"));
            assertRefuses(started, old);
            assertThat(line(process, "a")).as("nobody takes a line away").isEqualTo(old);
        }
        console.step();
        assertKnows(console, line(CONSOLE, "a"));
    }

    @Test
    void a_line_changed_by_hand_in_one_folder_counts_in_all() throws IOException {
        CredentialStore console = start(CONSOLE);
        copy(CONSOLE, INTAKE, DtlsKeys.FILE, SecretsFile.NAME, SecretsFile.KNOWN);
        String[] old = line(CONSOLE, "a");
        Path file = file(INTAKE, SecretsFile.NAME);
        Files.writeString(file, Files.readString(file).replace(old[3], "set by hand"));
        assertThat(start(INTAKE).authenticate("a", "set by hand")).isEqualTo(A);
        console.step();
        assertThat(console.authenticate("a", "set by hand")).isEqualTo(A);
        assertThat(start(CONSOLE).authenticate("a", old[3])).isNull();
    }

    @Test
    void a_device_that_one_registers_signs_in_at_another() throws IOException {
        CredentialStore console = start(CONSOLE);
        copy(CONSOLE, INTAKE, DtlsKeys.FILE);
        CredentialStore intake = start(INTAKE);
        Files.writeString(fixture.folder().resolve("conf.yaml"), ANOTHER);
        assertThat(Reloads.confirm(registry).faults()).isEmpty();
        assertKnows(console, line(CONSOLE, "b"));
        assertThat(intake.authenticate("b", line(CONSOLE, "b")[3])).isNull();
        assertThat(othersRegistry.look()).isTrue();
        intake.step();
        assertKnows(intake, line(CONSOLE, "b"));
        assertThat(intake.authenticate("b", line(CONSOLE, "b")[3])).isEqualTo(B);
        assertThat(file(INTAKE, SecretsFile.NAME)).as("it made no others").doesNotExist();
        Files.writeString(fixture.folder().resolve("conf.yaml"), SITE);
        Reloads.confirm(registry);
        othersRegistry.look();
        assertThat(intake.authenticate("b", line(CONSOLE, "b")[3]))
                .as("it is gone")
                .isNull();
        assertThat(othersRegistry.look()).isFalse();
    }

    /** A clock that has something done between the look for the row of a new device and the making of one. */
    private static final class Meanwhile extends Clock {
        private final Clock utc = Clock.systemUTC();
        private @Nullable Runnable work;

        @Override
        public long millis() {
            Runnable now = work;
            work = null;
            if (now != null) {
                now.run();
            }
            return utc.millis();
        }

        @Override
        public Instant instant() {
            return utc.instant();
        }

        @Override
        public ZoneId getZone() {
            return utc.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void what_was_handed_out_of_a_new_device_is_not_overwritten_by_one_that_makes_secrets_of_it_meanwhile()
            throws IOException {
        Meanwhile clock = new Meanwhile();
        CredentialStore intake = start(INTAKE, clock);
        Files.writeString(fixture.folder().resolve("conf.yaml"), ANOTHER);
        assertThat(Reloads.confirm(registry).faults()).isEmpty();
        copy(INTAKE, CONSOLE, DtlsKeys.FILE);
        List<CredentialStore> console = new ArrayList<>();
        clock.work = () -> {
            console.add(start(CONSOLE));
            console.get(0).renew(List.of(B), r -> r);
        };
        assertThat(othersRegistry.look()).isTrue();
        String[] handedOut = line(CONSOLE, "b");
        assertKnows(intake, handedOut);
        console.get(0).step();
        assertKnows(console.get(0), handedOut);
        assertKnows(start(INTAKE), handedOut);
    }

    @Test
    void keys_that_were_sealed_elsewhere_are_not_known_and_passwords_are() throws IOException {
        start(CONSOLE);
        CredentialStore intake = start(INTAKE);
        String[] a = line(CONSOLE, "a");
        assertThat(intake.authenticate("a", a[3])).isEqualTo(A);
        assertThat(intake.preSharedKey("a")).isNull();
        copy(CONSOLE, INTAKE, DtlsKeys.FILE);
        assertKnows(start(INTAKE), a);
        copy(CONSOLE, "with-the-line", SecretsFile.NAME);
        assertKnows(start("with-the-line"), a);
        assertKnows(start(CONSOLE), a);
    }

    @Test
    void while_the_books_are_away_what_is_known_goes_on() throws IOException {
        CredentialStore console = start(CONSOLE);
        copy(CONSOLE, INTAKE, DtlsKeys.FILE);
        CredentialStore intake = start(INTAKE);
        String[] old = line(CONSOLE, "a");
        rename("credential", "away");
        assertThatThrownBy(intake::step).isInstanceOf(RuntimeException.class);
        assertKnows(intake, old);
        rename("away", "credential");
        console.renew(List.of(A), r -> r);
        intake.step();
        assertKnows(intake, line(CONSOLE, "a"));
        assertRefuses(intake, old);
    }

    private void rename(String table, String to) {
        fixture.books().write(tx -> tx.handle().execute("ALTER TABLE " + table + " RENAME TO " + to));
    }
}
