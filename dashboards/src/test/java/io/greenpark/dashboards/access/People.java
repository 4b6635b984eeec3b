package io.greenpark.dashboards.access;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.fixture.SampleConsole;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody of each role, who sees a part of the district where that role may be for a part. */
final class People {
    /** An enterprise that those of enterprises see, and one that nobody of them sees. */
    static final String OWN = "lvyuan-food";

    static final String FOREIGN = "xinghua-brick";

    private People() {}

    static Scope scope(Role role) {
        return switch (role) {
            case OFFICER, LEADER -> Scope.parks(Set.of("fucun"));
            case ENTERPRISE_CONTACT -> Scope.enterprises(Set.of(OWN));
            case GRID_OFFICER -> Scope.enterprises(Set.of(OWN, "steel-plant"));
            case SEWAGE_PLANT_OPERATOR -> Scope.outlets(Set.of("huamei-ham.water-1", OWN + ".water-1"));
            case MAINTAINER -> Scope.devices(Set.of("xinghua-brick.stack-1", OWN + ".steam"));
            case OPERATOR, ACCOUNT_ADMINISTRATOR, AUDITOR -> Scope.DISTRICT;
        };
    }

    /** Roles that are for a part of the district here. */
    static List<Role> ofParts() {
        return Arrays.stream(Role.values())
                .filter(role -> !scope(role).district())
                .toList();
    }

    static String name(Role role) {
        return "one-" + EnumCode.of(role);
    }

    /** The scope of a role's person, to be read. */
    static String words(Role role) {
        Scope scope = scope(role);
        return scope.district()
                ? "district"
                : Stream.of(scope.parks(), scope.enterprises(), scope.outlets(), scope.devices())
                        .flatMap(Set::stream)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    static Person one(SampleConsole console, Role role) {
        return Person.with(console, name(role), Set.of(new Grant(role, scope(role))));
    }

    static Map<Role, Person> all(SampleConsole console) {
        Map<Role, Person> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            people.put(role, one(console, role));
        }
        return people;
    }
}
