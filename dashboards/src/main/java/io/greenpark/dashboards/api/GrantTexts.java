package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody may do and where, in words, for files. */
final class GrantTexts {
    private GrantTexts() {}

    static Bilingual of(Collection<Grant> grants) {
        List<Grant> sorted =
                grants.stream().sorted(Comparator.comparing(Grant::role)).toList();
        return new Bilingual(joined(sorted, Bilingual::zh, "；", "全区"), joined(sorted, Bilingual::en, "; ", "district"));
    }

    private static String joined(List<Grant> grants, Function<Bilingual, String> in, String between, String all) {
        return grants.stream()
                .map(g -> in.apply(of(g.role())) + " (" + where(g.scope(), all) + ")")
                .collect(Collectors.joining(between));
    }

    private static String where(Scope scope, String all) {
        return scope.district()
                ? all
                : Stream.of(scope.parks(), scope.enterprises(), scope.outlets(), scope.devices())
                        .flatMap(Collection::stream)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    static Bilingual of(Role role) {
        return switch (role) {
            case OFFICER -> new Bilingual("监管人员", "Officer");
            case LEADER -> new Bilingual("领导", "Leader");
            case ENTERPRISE_CONTACT -> new Bilingual("企业联系人", "Enterprise contact");
            case GRID_OFFICER -> new Bilingual("网格员", "Grid officer");
            case SEWAGE_PLANT_OPERATOR -> new Bilingual("污水处理厂运营人员", "Sewage plant operator");
            case MAINTAINER -> new Bilingual("运维单位", "Maintainer");
            case OPERATOR -> new Bilingual("平台运维", "Operator");
            case ACCOUNT_ADMINISTRATOR -> new Bilingual("账号管理员", "Administrator of accounts");
            case AUDITOR -> new Bilingual("审计员", "Auditor");
        };
    }
}
