package io.greenpark.dashboards.api;

import io.greenpark.access.account.UserAccount;
import io.greenpark.access.account.UserAccount.State;
import io.greenpark.access.account.UserAccounts;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.desk.StepOwner;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.ScopedRegistry;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to the next steps of enterprises, as somebody is told it: an open account or an office that was named, else the office in charge.
 * People of an enterprise are told the office alone.
 */
final class CleanProductionStaff {
    private final CleanProductionDesk desk;
    private final boolean staff;
    private final Map<String, UserAccount> open;

    private CleanProductionStaff(CleanProductionDesk desk, boolean staff, Map<String, UserAccount> open) {
        this.desk = desk;
        this.staff = staff;
        this.open = open;
    }

    static CleanProductionStaff of(ConsoleSources sources, Viewer viewer) {
        return new CleanProductionStaff(
                sources.cleanProduction().audits(),
                CaseStaff.isStaff(viewer),
                sources.identities().accounts().all().stream()
                        .filter(account -> account.state() == State.OPEN)
                        .collect(Collectors.toMap(UserAccount::userName, Function.identity())));
    }

    /** Whether whoever asks is told who did what. */
    boolean isStaff() {
        return staff;
    }

    /** The account that was named, where it is open; null elsewhere. */
    private @Nullable UserAccount named(Snapshot snapshot, Audits audits) {
        StepOwner named = snapshot.owner(audits.enterprise());
        String account = named == null ? null : named.account();
        return account == null ? null : open.get(account);
    }

    /** Who it is, in words. */
    Bilingual words(Snapshot snapshot, Audits audits) {
        StepOwner named = snapshot.owner(audits.enterprise());
        String office = named == null ? null : named.office();
        if (office != null) {
            return Bilingual.same(office);
        }
        UserAccount account = named(snapshot, audits);
        return account == null || !staff
                ? desk.office(audits)
                : Bilingual.same(account.person().fullName());
    }

    JsonObject json(Snapshot snapshot, Audits audits) {
        UserAccount account = named(snapshot, audits);
        return new JsonObject()
                .put("account", staff && account != null ? account.userName() : null)
                .put("words", Json.words(words(snapshot, audits)))
                .put("named", snapshot.owner(audits.enterprise()) != null);
    }

    /** What a person who entered something is called; for people of an enterprise it was the authority. */
    JsonObject who(String who) {
        return Json.words(staff ? Bilingual.same(who) : CaseStaff.OFFICE);
    }

    /** Refuses whoever cannot see to an enterprise. */
    static void requireMayOwn(UserAccounts accounts, Registry seen, String userName, String enterprise) {
        Scope part = accounts.find(userName)
                .filter(account -> account.state() == State.OPEN)
                .map(UserAccount::viewer)
                .flatMap(CaseStaff::partOf)
                .orElseThrow(() -> Problem.badRequest(new Bilingual(
                        "\"to\" 的值 \"" + userName + "\" 不是可以承办的启用账号；可选的见 /api/v1/case-owners",
                        "\"to\": \"" + userName
                                + "\" is no open account that can see to it; /api/v1/case-owners lists those")));
        if (!part.district()
                && ScopedRegistry.cut(seen, part).enterprise(enterprise).isEmpty()) {
            throw Problem.badRequest(new Bilingual(
                    "\"" + userName + "\" 的权限范围不含企业 \"" + enterprise + "\"；请另选承办人",
                    "\"" + userName + "\" does not see enterprise \"" + enterprise + "\"; choose another one"));
        }
    }
}
