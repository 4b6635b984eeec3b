package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.auth.Caller;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.DeviceHandOut;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.DeviceCredentials.Principal.Kind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.registry.credential.CredentialRenewal.Renewed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * New secrets of devices and gateways for whoever sets them up: answered once, in an archive that opens with a passphrase which the page shows and
 * nothing keeps. What is kept is the file of secrets that there is anyway.
 */
final class CredentialAnswers {
    private static final int MOST = 500;

    private final DeviceHandOut handOut;
    private final RegistrySource whole;
    /** Stricter than what somebody may look at or edit: secrets are of a device or gateway as a whole, with all that is behind it. */
    private final Scope scope;

    private final AuditLog audit;
    private final Clock clock;

    CredentialAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.handOut = sources.handOut();
        this.whole = sources.documents().whole();
        this.scope = scope;
        this.audit = sources.audit();
        this.clock = clock;
    }

    JsonObject renew(Question question) {
        question.allow();
        requirePerson(question);
        RequestBody asked = new RequestBody(question, "devices", "gateways", "reason");
        String reason = asked.reason();
        JsonObject body = question.body();
        Set<Principal> owners = new LinkedHashSet<>();
        Registry registry = whole.current();
        for (String id : ids(body, "gateways")) {
            require(registry.gateway(id).isPresent() && scope.hasGateway(id, registry), id);
            owners.add(new Principal(Kind.GATEWAY, id));
        }
        for (String id : ids(body, "devices")) {
            require(registry.device(id).filter(d -> scope.has(d, registry)).isPresent(), id);
            if (!registry.pointsOfDevice(id).isEmpty() && !registry.inUse(id, clock.instant())) {
                throw wrong(
                        "devices",
                        "中的 \"" + id + "\" 的测点都已停用，没有凭据；请去掉它",
                        "has \"" + id + "\", whose points have all ended, so that it has none; leave it out");
            }
            owners.add(new Principal(Kind.DEVICE, id));
        }
        if (owners.isEmpty() || owners.size() > MOST) {
            throw wrong("devices", "和 gateways 共 1 至 " + MOST + " 个", "and gateways are 1 to " + MOST + " together");
        }
        // What may fail comes first: secrets that nobody was told would lock a device out.
        byte[] authority = authority();
        // On record before anything is made: what was made and is not on record would be nobody's.
        owners.forEach(owner -> audit.append(question.draft(AuditAction.CREDENTIALS_RENEWED)
                .on(owner.kind() == Kind.GATEWAY ? "gateway" : "device", owner.id())
                .because(reason)));
        return handOut.renewal().renew(owners, renewed -> json(renewed, authority, owners.size()));
    }

    private static JsonObject json(Renewed renewed, byte @Nullable [] authority, int count) {
        SealedArchive sealed = SealedArchive.of(files(renewed, authority));
        return new JsonObject()
                .put("name", "greenpark-credentials.zip")
                .put("archive", Base64.getEncoder().encodeToString(sealed.zip()))
                .put("passphrase", sealed.passphrase())
                .put("count", count)
                .put(
                        "withoutPassword",
                        new JsonArray(renewed.withoutPassword().stream()
                                .map(Principal::id)
                                .sorted()
                                .toList()));
    }

    /** Whoever took a key of a program would take the place of all devices with it, and a program hands nothing to anybody. */
    private static void requirePerson(Question question) {
        if (Objects.requireNonNull(question.who()).method() == Caller.AuthMethod.TOKEN) {
            throw Problem.forbidden(new Bilingual(
                    "下发凭据须由人员登录后进行，不能使用密钥",
                    "handing out credentials is for people who are signed in, not for keys of programs"));
        }
    }

    private static Map<String, byte[]> files(Renewed renewed, byte @Nullable [] authority) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("devices.csv", renewed.lines().getBytes(StandardCharsets.UTF_8));
        if (authority != null) {
            files.put("ca.pem", authority);
        }
        files.put("README.txt", HandOutText.of(authority != null).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Null where there is none. */
    private byte @Nullable [] authority() {
        if (!Files.exists(handOut.authority())) {
            return null;
        }
        try {
            return Files.readAllBytes(handOut.authority());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + handOut.authority(), e);
        }
    }

    /** What is another's is answered like what there is not. */
    private static void require(boolean mine, String id) {
        if (!mine) {
            throw Problem.notFound(new Bilingual(
                    "没有设备或网关 \"" + id + "\"；请核对编号", "there is no device or gateway \"" + id + "\"; look its id up"));
        }
    }

    private static List<String> ids(JsonObject body, String name) {
        Object given = body.getValue(name, new JsonArray());
        if (!(given instanceof JsonArray list)
                || list.size() > MOST
                || list.stream().anyMatch(each -> !(each instanceof String))) {
            throw wrong(name, "须为编号的列表，最多 " + MOST + " 个", "must be a list of at most " + MOST + " ids");
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static Problem wrong(String name, String zh, String en) {
        return Problem.badRequest(new Bilingual("\"" + name + "\" " + zh, "\"" + name + "\" " + en));
    }
}
