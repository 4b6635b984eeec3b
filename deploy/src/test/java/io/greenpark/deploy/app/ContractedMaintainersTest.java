package io.greenpark.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.access.account.Identities;
import io.greenpark.access.account.SignInConfig;
import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.Person;
import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.config.setting.YamlTree;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.registry.RegistryYaml;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets a message in the place of somebody who is away, and who looks after a device. */
class ContractedMaintainersTest {
    private static final Instant NOW = Instant.parse("2026-12-01T04:00:00Z");
    private static final Subject FACTORY = Subject.enterprise("factory");
    private static final Scope PARK = Scope.parks(Set.of("east"));

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(BooksKind.SQLITE);

    private final MovableClock clock = new MovableClock(NOW);
    private final Registry registry = twoParks();
    private Identities identities;
    private ContractedMaintainers told;

    @BeforeEach
    void open() {
        identities = Identities.open(fixture.folder(), fixture.books(), SignInConfig.defaults(), clock);
        told = new ContractedMaintainers(identities, clock);
        account("wang", "13800000001", Role.OFFICER, PARK);
        account("li", "13800000002", Role.OFFICER, PARK);
    }

    private static Registry twoParks() {
        String yaml = """
                district: {id: d, name: {zh: 区, en: d}}
                parks: [{id: east, name: {zh: 东, en: east}}, {id: west, name: {zh: 西, en: west}}]
                enterprises:
                  - {id: factory, park: east, name: {zh: 厂, en: factory}, industry: steel, aboveScale: true}
                  - {id: mill, park: west, name: {zh: 坊, en: mill}, industry: steel, aboveScale: true}
                """;
        Problems problems = new Problems();
        YamlTree.Mapping file = YamlFile.parse(yaml, "two-parks.yaml", problems);
        Registry registry = new Registry(
                RegistryYaml.read(List.of(new RegistryDocument(Path.of("two-parks.yaml"), "", file)), problems)
                        .facts());
        assertThat(problems.list()).isEmpty();
        return registry;
    }

    private UserAccount account(String name, String phone, Role role, Scope scope) {
        Viewer by = identities.accounts().all().get(0).viewer();
        return identities
                .accounts()
                .create(name, new Person(name, name + "@bureau.example", phone), Set.of(new Grant(role, scope)), by);
    }

    private void standsIn(String account, String deputy, int fromDay, int untilDay) {
        identities
                .deputies()
                .name(
                        account,
                        deputy,
                        NOW.plus(Duration.ofDays(fromDay)),
                        NOW.plus(Duration.ofDays(untilDay)),
                        null,
                        account);
    }

    private static Contact contact(String email) {
        return new Contact("as the registry has it", email, null, null, Locale.CHINESE);
    }

    private String deputyOf(Contact contact, int day) {
        return told.standIn(contact, registry, FACTORY, NOW.plus(Duration.ofDays(day)))
                .map(Contact::email)
                .orElse("nobody");
    }

    @Test
    void a_deputy_gets_it_while_he_stands_in_however_the_contact_writes_the_address() {
        standsIn("wang", "li", 1, 3);
        assertThat(deputyOf(contact("Wang@Bureau.example"), 0)).isEqualTo("nobody");
        assertThat(deputyOf(contact("Wang@Bureau.example"), 1)).isEqualTo("li@bureau.example");
        assertThat(deputyOf(contact("Wang@Bureau.example"), 3)).as("half-open").isEqualTo("nobody");
        assertThat(deputyOf(contact("li@bureau.example"), 1))
                .as("the deputy's own")
                .isEqualTo("nobody");
        assertThat(deputyOf(contact("other@bureau.example"), 1))
                .as("of no account")
                .isEqualTo("nobody");
    }

    @Test
    void who_has_no_mail_is_known_by_the_phone() {
        standsIn("wang", "li", 0, 3);
        assertThat(deputyOf(new Contact("王", null, null, "13800000001", Locale.CHINESE), 1))
                .isEqualTo("li@bureau.example");
        assertThat(deputyOf(new Contact("王", null, null, null, Locale.CHINESE), 1))
                .isEqualTo("nobody");
    }

    @Test
    void a_deputy_who_may_not_see_the_enterprise_gets_nothing_of_it() {
        account("sun", "13800000003", Role.OFFICER, Scope.parks(Set.of("west")));
        standsIn("wang", "sun", 0, 3);
        assertThat(deputyOf(contact("wang@bureau.example"), 1)).isEqualTo("nobody");
        assertThat(told.standIn(contact("wang@bureau.example"), registry, Subject.enterprise("mill"), NOW))
                .hasValueSatisfying(to -> assertThat(to.email()).isEqualTo("sun@bureau.example"));
    }

    @Test
    void a_deputy_whose_account_was_closed_gets_nothing_from_then_on() {
        standsIn("wang", "li", 0, 9);
        assertThat(deputyOf(contact("wang@bureau.example"), 1)).isEqualTo("li@bureau.example");
        UserAccount li = identities.accounts().find("li").orElseThrow();
        identities
                .accounts()
                .change(
                        "li",
                        li.person(),
                        li.grants(),
                        UserAccount.State.CLOSED,
                        li.version(),
                        identities.accounts().all().get(0).viewer());
        clock.advance(Duration.ofMinutes(1));
        assertThat(deputyOf(contact("wang@bureau.example"), 1)).isEqualTo("nobody");
    }

    @Test
    void a_device_is_looked_after_by_who_has_it() {
        account("fixer", "13800000004", Role.MAINTAINER, Scope.devices(Set.of("factory-el")));
        clock.advance(Duration.ofMinutes(1));
        assertThat(told.of(Set.of("factory-el"))).extracting(Contact::email).containsExactly("fixer@bureau.example");
        assertThat(told.of(Set.of("mill-el"))).isEmpty();
    }
}
