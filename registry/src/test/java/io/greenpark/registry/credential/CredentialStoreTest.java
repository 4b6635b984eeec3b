package io.greenpark.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.config.secret.CredentialException;
import io.greenpark.config.secret.Secrets;
import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.registry.RegistryConfig;
import io.greenpark.registry.RegistryService;
import io.greenpark.registry.Reloads;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CredentialStoreTest {
    private static final String SITE = """
            registry:
              parks: [{id: p}]
              enterprises: [{id: e, park: p, industry: food}]
              gateways: [{id: gw}]
              devices:
            """;
    private static final String METER = """
                - {id: %s, enterprise: e%s, points: [{key: kwh, quantity: electricity, unit: kWh, kind: register}]}
            """;
    private static final Principal METER_A = new Principal(Kind.DEVICE, "a");

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private RegistryService registry;

    @BeforeEach
    void openRegistry() throws IOException {
        writeMeters("a");
        Problems problems = new Problems();
        ConfigFile config = ConfigFile.read(fixture.folder().resolve("conf.yaml"), List.of(), problems);
        assertThat(problems.list()).isEmpty();
        registry = RegistryService.open(
                config,
                fixture.books(),
                RegistryConfig.defaults().reviewing(Set.of()),
                RegistryService.Start.ON_LAST_GOOD,
                Clock.systemUTC(),
                Reloads.AT_ONCE);
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    private void writeMeters(String... ids) throws IOException {
        writeSite(String.join(
                "", Stream.of(ids).map(id -> METER.formatted(id, "")).toList()));
    }

    private void writeSite(String devices) throws IOException {
        Files.writeString(fixture.folder().resolve("conf.yaml"), SITE + devices);
    }

    private CredentialStore open() {
        return CredentialStore.open(fixture.folder(), fixture.books(), registry, Clock.systemUTC());
    }

    private Path file(String name) {
        return fixture.folder().resolve("credentials").resolve(name);
    }

    private String[] line(String id) throws IOException {
        return Files.readAllLines(file("devices.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(columns -> columns[1].equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_device_and_gateway_gets_secrets_at_the_first_start() throws IOException {
        CredentialStore store = open();
        assertThat(Files.readAllLines(file("devices.csv")).get(0)).isEqualTo("kind,id,username,password,token,pskHex");
        assertThat(store.authenticate("a", line("a")[3])).isEqualTo(METER_A);
        assertThat(store.byToken(line("a")[4])).isEqualTo(METER_A);
        assertThat(store.preSharedKey("a")).isEqualTo(HexFormat.of().parseHex(line("a")[5]));
        assertThat(store.authenticate("gw", line("gw")[3])).isEqualTo(new Principal(Kind.GATEWAY, "gw"));
    }

    @Test
    void wrong_passwords_users_and_tokens_are_refused() throws IOException {
        CredentialStore store = open();
        assertThat(store.authenticate("a", line("gw")[3])).isNull();
        assertThat(store.authenticate("a", "")).isNull();
        assertThat(store.authenticate("b", line("a")[3])).isNull();
        assertThat(store.byToken("nonsense")).isNull();
        assertThat(store.byToken("")).isNull();
        assertThat(store.preSharedKey("b")).isNull();
    }

    @Test
    void files_are_for_the_owner_only() throws IOException {
        open();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(""))))
                .isEqualTo("rwx------");
        for (String name : List.of("devices.csv")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_books_hold_no_secret() throws IOException {
        open();
        String[] a = line("a");
        String rows = fixture.books()
                .<String, RuntimeException>read(handle -> handle.createQuery("SELECT * FROM credential")
                        .mapToMap()
                        .list()
                        .toString());
        fixture.books().close();
        try (Stream<Path> files = Files.list(fixture.folder())) {
            StringBuilder all = new StringBuilder(rows);
            for (Path p : files.filter(Files::isRegularFile)
                    .filter(p -> p.getFileName().toString().startsWith("books"))
                    .toList()) {
                all.append(new String(Files.readAllBytes(p), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
            assertThat(all.toString()).contains("token-salt").doesNotContain(a[3], a[4], a[5]);
        }
    }

    @Test
    void secrets_stay_over_restarts() throws IOException {
        open();
        String before = Files.readString(file("devices.csv"));
        CredentialStore again = open();
        assertThat(Files.readString(file("devices.csv"))).isEqualTo(before);
        assertThat(again.authenticate("a", line("a")[3])).isEqualTo(METER_A);
    }

    @Test
    void renewed_secrets_take_the_place_of_the_old_ones_at_once_and_over_a_restart() throws IOException {
        CredentialStore store = open();
        String[] old = line("a");
        String[] gateway = line("gw");
        CredentialRenewal.Renewed renewed = store.renew(List.of(METER_A), Function.identity());
        String[] made = renewed.lines().lines().toList().get(1).split(",", -1);
        assertThat(made).isEqualTo(line("a")).hasSize(6);
        assertThat(renewed.toString()).doesNotContain(made[3], made[4], made[5]);
        for (CredentialStore now : List.of(store, open())) {
            assertThat(now.authenticate("a", old[3])).isNull();
            assertThat(now.byToken(old[4])).isNull();
            assertThat(now.authenticate("a", made[3])).isEqualTo(METER_A);
            assertThat(now.byToken(made[4])).isEqualTo(METER_A);
            assertThat(now.preSharedKey("a")).isEqualTo(HexFormat.of().parseHex(made[5]));
            assertThat(now.authenticate("gw", gateway[3])).isEqualTo(new Principal(Kind.GATEWAY, "gw"));
        }
        String before = Files.readString(file("devices.csv"));
        assertThatThrownBy(() -> store.renew(List.of(METER_A, new Principal(Kind.DEVICE, "nobody")), r -> r))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.readString(file("devices.csv"))).isEqualTo(before);
    }

    private void assertInForce(String[] line, CredentialStore... stores) {
        for (CredentialStore store : stores) {
            assertThat(store.authenticate("a", line[3])).isEqualTo(METER_A);
            assertThat(store.byToken(line[4])).isEqualTo(METER_A);
        }
    }

    @Test
    void where_the_answer_fails_the_old_secrets_stay_in_force() throws IOException {
        CredentialStore store = open();
        String before = Files.readString(file("devices.csv"));
        assertThatThrownBy(() -> store.renew(List.of(METER_A), renewed -> {
                    throw new IllegalStateException("cannot be sealed");
                }))
                .hasMessage("cannot be sealed");
        assertThat(Files.readString(file("devices.csv"))).isEqualTo(before);
        assertInForce(line("a"), store, open());
    }

    @Test
    void where_the_books_are_away_the_old_secrets_stay_in_force() throws IOException {
        CredentialStore store = open();
        String before = Files.readString(file("devices.csv"));
        assertThatThrownBy(() -> store.renew(List.of(METER_A), renewed -> {
                    rename("credential", "away");
                    return renewed;
                }))
                .isInstanceOf(RuntimeException.class);
        rename("away", "credential");
        assertThat(Files.readString(file("devices.csv"))).isEqualTo(before);
        assertInForce(line("a"), store, open());
    }

    private void rename(String table, String to) {
        fixture.books().write(tx -> tx.handle().execute("ALTER TABLE " + table + " RENAME TO " + to));
    }

    @Test
    void where_the_file_cannot_be_written_the_old_secrets_stay_in_force_with_and_without_a_line() throws IOException {
        open();
        String[] a = line("a");
        for (String text : List.of(Files.readString(file("devices.csv")), DeviceSecrets.HEADER + "\n")) {
            Files.writeString(file("devices.csv"), text);
            CredentialStore store = open();
            Path blocked = Files.createDirectories(file("devices.csv.new").resolve("x"));
            assertThatThrownBy(() -> store.renew(List.of(METER_A), r -> r)).isInstanceOf(CredentialException.class);
            Files.delete(blocked);
            Files.delete(file("devices.csv.new"));
            assertThat(Files.readString(file("devices.csv"))).isEqualTo(text);
            assertInForce(a, store, open());
        }
    }

    /** As a process killed before the books, and one killed behind them, leaves it. */
    @Test
    void killed_before_the_books_the_old_secrets_stay_in_force_and_behind_them_the_new_ones() throws IOException {
        CredentialStore store = open();
        String[] old = line("a");
        Map<String, String> before = files();
        Map<String, Object> rowBefore = row();
        store.renew(List.of(METER_A), r -> r);
        String[] made = line("a");
        Map<String, Object> rowAfter = row();
        String handed = DeviceSecrets.HEADER + "\n" + String.join(",", made) + "\n";

        put(before);
        Files.writeString(file(SecretsFile.HANDED), handed);
        put(rowBefore);
        CredentialStore started = open();
        assertInForce(old, started);
        assertThat(started.authenticate("a", made[3])).isNull();
        assertThat(started.preSharedKey("a")).isEqualTo(HexFormat.of().parseHex(old[5]));
        assertThat(line("a")).isEqualTo(old);
        assertThat(file(SecretsFile.HANDED)).doesNotExist();

        Files.writeString(file(SecretsFile.HANDED), handed);
        put(rowAfter);
        started = open();
        assertInForce(made, started);
        assertThat(started.authenticate("a", old[3])).isNull();
        assertThat(started.byToken(old[4])).isNull();
        assertThat(started.preSharedKey("a")).isEqualTo(HexFormat.of().parseHex(made[5]));
        assertThat(line("a")).isEqualTo(made);
        assertThat(file(SecretsFile.HANDED)).doesNotExist();
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : List.of(SecretsFile.NAME, SecretsFile.KNOWN)) {
            files.put(name, Files.readString(file(name)));
        }
        return files;
    }

    private void put(Map<?, ?> row) throws IOException {
        if (row.containsKey(SecretsFile.NAME)) {
            for (Map.Entry<?, ?> each : row.entrySet()) {
                Files.writeString(
                        file(each.getKey().toString()), each.getValue().toString());
            }
            return;
        }
        fixture.books().write(tx -> tx.handle()
                .createUpdate("UPDATE credential SET salt = :salt, hash = :hash, token_hash = :token_hash,"
                        + " dtls_key = :dtls_key, changed = :changed WHERE kind = 'device' AND id = 'a'")
                .bindMap(row.entrySet().stream()
                        .collect(HashMap::new, (m, e) -> m.put(e.getKey().toString(), e.getValue()), Map::putAll))
                .execute());
    }

    /** The row of the meter as the books have it. */
    private Map<String, Object> row() {
        return fixture.books()
                .read(handle -> handle.createQuery("SELECT * FROM credential WHERE kind = 'device' AND id = 'a'")
                        .mapToMap()
                        .one());
    }

    /** The books of a backup are copied before the files. */
    @Test
    void secrets_that_a_restored_file_has_and_its_books_have_not_yet_are_in_force() throws IOException {
        CredentialStore store = open();
        String[] old = line("a");
        Map<String, Object> rowBefore = row();
        store.renew(List.of(METER_A), r -> r);
        put(rowBefore);
        CredentialStore restored = open();
        assertInForce(line("a"), restored, open());
        assertThat(restored.authenticate("a", old[3])).isNull();
    }

    /** As version 33 left it: rows without keys, and a file that counted at every start. */
    private void asBefore() throws IOException {
        fixture.books().write(tx -> tx.handle().execute("UPDATE credential SET dtls_key = NULL, changed = 0"));
        Files.delete(file(SecretsFile.KNOWN));
        Files.delete(file(DtlsKeys.FILE));
    }

    @Test
    void an_upgrade_takes_the_file_over_once() throws IOException {
        open();
        String[] a = line("a");
        asBefore();
        String file = Files.readString(file("devices.csv"));
        Files.writeString(file("devices.csv"), file.replace(a[3], "changed before the upgrade"));
        CredentialStore upgraded = open();
        assertThat(upgraded.authenticate("a", "changed before the upgrade")).isEqualTo(METER_A);
        assertThat(upgraded.authenticate("a", a[3])).isNull();
        assertThat(upgraded.preSharedKey("a")).isEqualTo(HexFormat.of().parseHex(a[5]));
        assertThat(row().get("dtls_key")).isNotNull();
        Map<String, Object> taken = row();
        open();
        assertThat(row()).as("once").isEqualTo(taken);
        Files.delete(file("devices.csv"));
        Files.delete(file(SecretsFile.KNOWN));
        assertThat(open().preSharedKey("a"))
                .as("also without the file")
                .isEqualTo(HexFormat.of().parseHex(a[5]));
    }

    /** A version before renewed in two steps, and was killed between them. */
    @Test
    void what_a_version_before_left_half_renewed_is_settled_by_its_file() throws IOException {
        open();
        String[] old = line("a");
        asBefore();
        fixture.books().write(tx -> tx.handle()
                .execute("INSERT INTO credential (kind, id, salt, hash, token_hash, source_ms)"
                        + " SELECT 'before-device', id, salt, hash, token_hash, source_ms FROM credential"
                        + " WHERE kind = 'device' AND id = 'a'"));
        fixture.books().write(tx -> tx.handle()
                .execute("UPDATE credential SET hash = '00', token_hash = '11' WHERE kind = 'device' AND id = 'a'"));
        assertInForce(old, open());
        assertThat(new CredentialTable(fixture.books()).before("device")).isEmpty();
    }

    @Test
    void a_device_added_by_a_reload_gets_its_secrets_then() throws IOException {
        CredentialStore store = open();
        writeMeters("a", "b");
        assertThat(Reloads.confirm(registry).faults()).isEmpty();
        assertThat(store.authenticate("b", line("b")[3])).isEqualTo(new Principal(Kind.DEVICE, "b"));
        assertThat(store.authenticate("a", line("a")[3])).isEqualTo(METER_A);
    }

    @Test
    void a_device_that_left_the_registry_can_no_longer_sign_in() throws IOException {
        writeMeters("a", "b");
        Reloads.confirm(registry);
        CredentialStore store = open();
        String[] b = line("b");
        writeMeters("a");
        Reloads.confirm(registry);
        assertThat(store.authenticate("b", b[3])).isNull();
        assertThat(store.byToken(b[4])).isNull();
        assertThat(store.preSharedKey("b")).isNull();
    }

    @Test
    void a_device_that_comes_back_signs_in_as_before() throws IOException {
        writeMeters("a", "b");
        Reloads.confirm(registry);
        CredentialStore store = open();
        String[] b = line("b");
        writeMeters("a");
        Reloads.confirm(registry);
        writeMeters("a", "b");
        Reloads.confirm(registry);
        Principal meter = new Principal(Kind.DEVICE, "b");
        assertThat(store.authenticate("b", b[3])).isEqualTo(meter);
        assertThat(store.byToken(b[4])).isEqualTo(meter);
        assertThat(store.preSharedKey("b")).isEqualTo(HexFormat.of().parseHex(b[5]));
        assertThat(store.authenticate("a", line("a")[3])).isEqualTo(METER_A);
    }

    @Test
    void a_reload_reads_the_lines_that_were_changed_by_hand() throws IOException {
        CredentialStore store = open();
        String[] a = line("a");
        Files.writeString(
                file("devices.csv"), Files.readString(file("devices.csv")).replace(a[3], "my own password"));
        Files.setLastModifiedTime(file("devices.csv"), FileTime.fromMillis(1));
        writeMeters("a", "b");
        Reloads.confirm(registry);
        assertThat(store.authenticate("a", "my own password")).isEqualTo(METER_A);
        assertThat(store.authenticate("b", line("b")[3])).isEqualTo(new Principal(Kind.DEVICE, "b"));
    }

    @Test
    void a_file_that_was_not_in_order_is_taken_up_with_the_next_change() throws IOException {
        CredentialStore store = open();
        String lines = Files.readString(file("devices.csv"));
        Files.writeString(file("devices.csv"), "device,a,a,broken\n");
        Files.setLastModifiedTime(file("devices.csv"), FileTime.fromMillis(1));
        writeMeters("a", "b");
        Reloads.confirm(registry);
        assertThat(store.authenticate(
                        "a",
                        lines.lines()
                                .filter(l -> l.startsWith("device,a,"))
                                .findFirst()
                                .orElseThrow()
                                .split(",")[3]))
                .isEqualTo(METER_A);
        Files.writeString(file("devices.csv"), lines);
        writeMeters("a", "b", "c");
        Reloads.confirm(registry);
        assertThat(store.authenticate("b", line("b")[3])).isEqualTo(new Principal(Kind.DEVICE, "b"));
        assertThat(store.authenticate("c", line("c")[3])).isEqualTo(new Principal(Kind.DEVICE, "c"));
    }

    @Test
    void a_changed_line_changes_the_password_and_an_emptied_field_is_made_anew() throws IOException {
        open();
        String[] a = line("a");
        Files.writeString(
                file("devices.csv"),
                Files.readString(file("devices.csv"))
                        .replace(a[3], "my own password")
                        .replace(a[4], ""));
        CredentialStore store = open();
        assertThat(store.authenticate("a", "my own password")).isEqualTo(METER_A);
        assertThat(store.authenticate("a", a[3])).isNull();
        assertThat(store.byToken(a[4])).isNull();
        assertThat(store.byToken(line("a")[4])).isEqualTo(METER_A);
    }

    @Test
    void removing_a_line_keeps_the_password_and_ends_the_key() throws IOException {
        open();
        String[] a = line("a");
        Files.writeString(file("devices.csv"), DeviceSecrets.HEADER + "\n");
        CredentialStore store = open();
        assertThat(store.authenticate("a", a[3])).isEqualTo(METER_A);
        assertThat(store.byToken(a[4])).isEqualTo(METER_A);
        assertThat(store.preSharedKey("a")).isNull();
    }

    @Test
    void the_registry_may_give_the_hash_of_a_password() throws IOException {
        String salt = "00112233445566778899aabbccddeeff";
        String hash = Secrets.hash(salt, "set by the vendor");
        writeSite(METER.formatted("a", ", credential: {salt: \"" + salt + "\", sha256: \"" + hash + "\"}"));
        assertThat(Reloads.confirm(registry).faults()).isEmpty();
        CredentialStore store = open();
        assertThat(store.authenticate("a", "set by the vendor")).isEqualTo(METER_A);
        assertThat(line("a")[3]).isEmpty();
        assertThat(store.byToken(line("a")[4])).isEqualTo(METER_A);
    }

    @Test
    void a_broken_line_is_named_without_its_secrets() throws IOException {
        open();
        Files.writeString(file("devices.csv"), "device,a,a,top secret\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("devices.csv:1: ")
                .hasMessageNotContaining("top secret");
    }

    @Test
    void secrets_do_not_show_in_texts() {
        assertThat(new DeviceSecrets(METER_A, "pass-1", "token-2", "aabb").toString())
                .doesNotContain("pass-1", "token-2", "aabb");
    }
}
