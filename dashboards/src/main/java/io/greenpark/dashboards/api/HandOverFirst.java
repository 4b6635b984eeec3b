package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Grant;
import io.greenpark.park.viewer.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody answers for is handed over before that account is closed or may less: nothing becomes nobody's by the way. */
final class HandOverFirst {
    private HandOverFirst() {}

    /** @throws Problem where the account would be closed, or could no longer act on what it answers for */
    static void require(Belongings belongings, UserAccount account, Set<Grant> grants, State state, Registry registry) {
        if (state == State.CLOSED && belongings.isOrphaned()) {
            throw Problem.of(
                    409,
                    new Bilingual("须先交接", "hand over first"),
                    new Bilingual(
                            "账号 \"" + account.userName() + "\" 名下还有"
                                    + counted(belongings).zh() + "；请办理离岗交接（POST /accounts/{id}/hand-over），转给他人或明确留给处室",
                            "account \"" + account.userName() + "\" still answers for "
                                    + counted(belongings).en()
                                    + "; hand over (POST /accounts/{id}/hand-over), to somebody or to an office by name"));
        }
        Viewer then = new Viewer(account.userName(), grants);
        belongings.cases().stream()
                .filter(c -> state == State.OPEN && !CaseStaff.mayOwn(then, c, registry))
                .findFirst()
                .ifPresent(c -> {
                    throw Problem.of(
                            409,
                            new Bilingual("须先交接", "hand over first"),
                            new Bilingual(
                                    "更改后该账号不能再办理其承办的预警事件 \"" + c.id() + "\"；请先将其转给他人",
                                    "the account could no longer act on case \"" + c.id()
                                            + "\", which it sees to; give that to somebody else first"));
                });
    }

    /** What of it there is. */
    private static Bilingual counted(Belongings b) {
        List<Bilingual> parts = new ArrayList<>();
        count(parts, b.cases().size(), "件未解除预警", "open cases");
        count(parts, b.keys().size(), "个接口密钥", "keys of programs");
        count(parts, b.reviews().size(), "项待复核申请", "requests for a review");
        count(
                parts,
                b.named().stream().filter(n -> n.others() == 0).count(),
                "个只由其负责的对象",
                "things that nobody else is named for");
        count(parts, b.deputyships().size(), "项代办", "deputyships");
        return new Bilingual(
                parts.stream().map(Bilingual::zh).collect(Collectors.joining("、")),
                parts.stream().map(Bilingual::en).collect(Collectors.joining(", ")));
    }

    private static void count(List<Bilingual> parts, long n, String zh, String en) {
        if (n > 0) {
            parts.add(new Bilingual(n + " " + zh, n + " " + en));
        }
    }
}
