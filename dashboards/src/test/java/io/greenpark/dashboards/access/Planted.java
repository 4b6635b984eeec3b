package io.greenpark.dashboards.access;

import io.greenpark.alerts.cases.Cases;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Scope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Sources of answers in which one part is not cut to what somebody may see. */
final class Planted {
    private Planted() {}

    /** What of the cases is not cut. */
    enum Part {
        ALL,
        LIST,
        COUNTS,
        ONE;

        boolean has(String method) {
            return switch (this) {
                case ALL -> true;
                case LIST -> method.equals("summaries");
                case COUNTS -> method.equals("counts");
                case ONE -> method.equals("find");
            };
        }
    }

    static ConsoleSources cases(ConsoleSources all, Scope scope, Part part) {
        ConsoleSources seen = all.within(scope);
        Cases leaking = (Cases) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Cases.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(part.has(method.getName()) ? all.cases() : seen.cases(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return of(seen, seen.registry(), leaking);
    }

    static ConsoleSources with(ConsoleSources seen, RegistrySource registry) {
        return of(seen, registry, seen.cases());
    }

    private static ConsoleSources of(ConsoleSources seen, RegistrySource registry, Cases cases) {
        return new ConsoleSources(
                registry,
                seen.documents(),
                seen.energy(),
                seen.intensity(),
                seen.standings(),
                seen.discharges(),
                cases,
                seen.deadLetters(),
                seen.attachments(),
                seen.books(),
                seen.identities(),
                seen.audit(),
                seen.looks(),
                seen.operations(),
                seen.standstill(),
                seen.inbox());
    }
}
