package io.greenpark.park.viewer;

import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Part;
import io.greenpark.park.registry.RegistryEdits.Reach;
import java.util.HashSet;
import java.util.Set;

/** The documents of a registry that lie in a scope: those of what {@link ScopedRegistry} leaves in it. */
public final class DocumentScope implements Part {
    private final Scope scope;
    private final Registry whole;
    private final Registry seen;
    private final Set<String> limits = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final Set<String> gateways = new HashSet<>();

    private DocumentScope(Scope scope, Registry whole, Registry seen) {
        this.scope = scope;
        this.whole = whole;
        this.seen = seen;
        seen.facts().limits().forEach(l -> limits.add(l.id()));
        seen.facts().targets().forEach(t -> targets.add(t.id()));
        seen.facts().gateways().forEach(g -> gateways.add(g.id()));
    }

    /** What lies in a scope of a registry, which is the whole one. */
    public static DocumentScope of(Scope scope, Registry whole) {
        return new DocumentScope(scope, whole, ScopedRegistry.cut(whole, scope));
    }

    /** The documents that whoever has a scope may change. */
    public static Reach reach(Scope scope) {
        return scope.district() ? Reach.ALL : registry -> of(scope, registry);
    }

    /** Whether whoever has the scope may look at a document. */
    public boolean shows(DocumentKey key) {
        return scope.district() || key.kind() == DocumentKind.COEFFICIENT_SET || sees(key);
    }

    @Override
    public boolean mayChange(DocumentKey key) {
        return switch (key.kind()) {
            case GATEWAY -> sees(key) && scope.hasGateway(key.id(), whole);
            case DEVICE ->
                scope.district()
                        || whole.device(key.id())
                                .filter(d -> scope.has(d, whole))
                                .isPresent();
            default -> sees(key);
        };
    }

    /** Whether it lies in the part, shared or not: what the district has in common is nobody's who has a part of it. */
    @Override
    public boolean sees(DocumentKey key) {
        String id = key.id();
        return scope.district()
                || switch (key.kind()) {
                    case DISTRICT, COEFFICIENT_SET -> false;
                    case PARK -> seen.facts().parks().stream().anyMatch(p -> p.id().equals(id));
                    case ENTERPRISE -> isEnterprise(id);
                    case CONTACT -> ofSubject(id);
                    case OUTLET -> seen.outlet(id).isPresent();
                    case GATEWAY -> gateways.contains(id);
                    case DEVICE -> seen.device(id).isPresent();
                    case POINT -> seen.point(id).isPresent();
                    case STATISTIC -> isEnterprise(before(id));
                    case BILL -> isEnterprise(before(before(id)));
                    case TARGET -> targets.contains(id);
                    case LIMIT -> limits.contains(id);
                    case CLOSING -> sees(new DocumentKey(DocumentKind.PARK, before(id)));
                };
    }

    /** What surrounds is named in a cut registry, and is not part of it. */
    private boolean isEnterprise(String id) {
        return seen.facts().enterprises().stream().anyMatch(e -> e.id().equals(id));
    }

    /** {@code enterprise:steel:Li}. */
    private boolean ofSubject(String contact) {
        String[] parts = contact.split(":", 3);
        return parts.length == 3
                && DocumentKind.ofCode(parts[0])
                        .filter(kind -> kind == DocumentKind.ENTERPRISE || kind == DocumentKind.PARK)
                        .filter(kind -> sees(new DocumentKey(kind, parts[1])))
                        .isPresent();
    }

    /** What a statistic or a closing is of. */
    private static String before(String ofMonth) {
        int colon = ofMonth.lastIndexOf(':');
        return colon < 0 ? ofMonth : ofMonth.substring(0, colon);
    }
}
