package io.greenpark.registry.rules;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.UtilityAccount;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** That enterprises which have a customer number in common share no more than there is. */
final class AccountRules {
    private AccountRules() {}

    private record Number(String number, UtilityAccount of, String enterprise) {}

    static void check(List<Enterprise> enterprises, Function<String, FieldFaults> faults) {
        Map<String, List<Number>> tenants = new HashMap<>();
        for (Enterprise e : enterprises) {
            e.file().accounts().forEach((number, account) -> tenants.computeIfAbsent(
                            account.carrier().code() + " " + number, n -> new ArrayList<>())
                    .add(new Number(number, account, e.id())));
        }
        tenants.values().forEach(of -> sharedOut(of, faults));
    }

    private static void sharedOut(List<Number> tenants, Function<String, FieldFaults> faults) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Number tenant : tenants) {
            BigDecimal share = tenant.of().share();
            sum = share == null ? sum : sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            for (Number tenant : tenants) {
                faults.apply(tenant.enterprise())
                        .fault(
                                "accounts",
                                new Bilingual(
                                        "“" + tenant.number() + "”的份额合计为 "
                                                + sum.stripTrailingZeros().toPlainString() + "，超过 1；请使各户份额之和不大于 1",
                                        "\"" + tenant.number() + "\" is shared out to "
                                                + sum.stripTrailingZeros().toPlainString()
                                                + " times what there is; make the shares of all who have it come to 1 at"
                                                + " most"));
            }
        }
    }
}
