package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.objection.desk.Involvement.Involved;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may decide an objection: officers of the enterprise's part who were not involved; whom that leaves nobody, an officer of the whole district. */
final class ObjectionDeciders {
    private static final Set<Role> DECIDING = EnumSet.of(Role.OFFICER);

    private final UserAccounts accounts;
    private final Registry registry;

    ObjectionDeciders(UserAccounts accounts, Registry registry) {
        this.accounts = accounts;
        this.registry = registry;
    }

    /** Whether somebody is an officer of an enterprise's part. */
    boolean isOfficerOf(Viewer viewer, String enterprise) {
        return partOf(viewer, enterprise).isPresent();
    }

    private Optional<Scope> partOf(Viewer viewer, String enterprise) {
        return viewer.scopeOf(DECIDING).filter(part -> part.has(Subject.enterprise(enterprise), registry));
    }

    /** How many are left, and what to do where nobody is. */
    JsonObject left(String enterprise, List<Involved> involved) {
        Set<String> names = involved.stream().map(Involved::who).collect(Collectors.toSet());
        List<Scope> parts = accounts.all().stream()
                .filter(account -> account.state() == UserAccount.State.OPEN && !names.contains(account.userName()))
                .flatMap(account -> partOf(account.viewer(), enterprise).stream())
                .toList();
        long district = parts.stream().filter(Scope::district).count();
        long local = parts.size() - district;
        return new JsonObject()
                .put("local", local)
                .put("district", district)
                .put("text", Json.name(words(local, district)));
    }

    private static Bilingual words(long local, long district) {
        if (local > 0) {
            return new Bilingual(
                    "辖区内有 " + local + " 名未参与该事项的管理人员可以决定",
                    local + " officers of the part who had no part in it may decide");
        }
        return district > 0
                ? new Bilingual(
                        "辖区内没有未参与该事项的管理人员，由全区管理人员决定（" + district + " 名）",
                        "nobody of the part is left who was not involved; an officer of the whole district decides ("
                                + district + ")")
                : new Bilingual(
                        "没有可以决定的人员：管理人员均参与过该事项；请账号管理员增设一名全区管理人员",
                        "nobody is left to decide: all officers were involved; ask an account administrator for another officer of"
                                + " the whole district");
    }
}
