package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** For whom the operations are, as the contract says that its readers see. */
final class OperationRights {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What is not cut to a scope is for those who may see the whole. */
    private static final Set<String> UNCUT = Set.of("district", "platform");

    private final Map<String, Right> rights;

    /**
     * For whom an operation is.
     *
     * @param operation its method and path, {@code GET /parks/{id}}
     * @param roles any of which is enough; empty for one that is for anyone
     * @param uncut whether its answer is of the whole, so that a part of the district is not enough
     */
    record Right(String operation, Set<Role> roles, boolean uncut) {
        /** The part of the district that a viewer is answered about; empty where the operation is not for that one. */
        Optional<Scope> scopeFor(Viewer viewer) {
            return viewer.scopeOf(roles).filter(scope -> !uncut || scope.district());
        }
    }

    private OperationRights(Map<String, Right> rights) {
        this.rights = rights;
    }

    /** Of the contract on the class path. */
    static OperationRights ofContract() {
        try (InputStream in = OperationRights.class.getClassLoader().getResourceAsStream(Api.CONTRACT)) {
            Object contract = new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(in));
            Map<String, Right> rights = new HashMap<>();
            map(Objects.requireNonNull(map(contract).get("paths")))
                    .forEach((path, operations) -> map(operations).forEach((method, operation) -> {
                        if (METHODS.contains(method)) {
                            rights.put(key(method, path), right(key(method, path), map(operation)));
                        }
                    }));
            return new OperationRights(rights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Right right(String key, Map<String, ?> operation) {
        Set<Role> roles = ((List<?>) Objects.requireNonNull(operation.get("x-roles")))
                .stream().flatMap(code -> role(code).stream()).collect(Collectors.toSet());
        return new Right(key, roles, UNCUT.contains(operation.get("x-scope")));
    }

    /** Empty for anyone, which is no role. */
    private static Optional<Role> role(Object code) {
        return Arrays.stream(Role.values())
                .filter(role -> EnumCode.of(role).equals(code))
                .findFirst();
    }

    @SuppressWarnings("unchecked") // the keys of mappings in the contract are texts
    private static Map<String, ?> map(Object mapping) {
        return (Map<String, ?>) mapping;
    }

    /** @param path as routes have it, {@code /parks/:id} */
    Right of(String method, String path) {
        Right right = rights.get(key(method, path.replaceAll(":(\\w+)", "{$1}")));
        if (right == null) {
            throw new IllegalStateException("the contract has no operation " + method + " " + path);
        }
        return right;
    }

    private static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
