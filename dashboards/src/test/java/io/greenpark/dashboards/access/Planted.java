package io.greenpark.dashboards.access;

import io.greenpark.alerts.cases.Cases;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.viewer.Scope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;

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
        return Replaced.in(seen, Map.of("cases", leaking));
    }

    static ConsoleSources quarantine(ConsoleSources all, Scope scope) {
        return Replaced.in(all.within(scope), Map.of("quarantine", all.quarantine()));
    }

    static ConsoleSources deadLetters(ConsoleSources all, Scope scope) {
        return Replaced.in(all.within(scope), Map.of("deadLetters", all.deadLetters()));
    }

    static ConsoleSources with(ConsoleSources seen, RegistrySource registry) {
        return Replaced.in(seen, Map.of("registry", registry));
    }

    /** The registry is cut, but for one class or method of the answers, which forgot to ask for the one that is. */
    static ConsoleSources forgottenBy(String place, ConsoleSources all, Scope scope) {
        ConsoleSources seen = all.within(scope);
        RegistrySource forgetting = (RegistrySource) Proxy.newProxyInstance(
                RegistrySource.class.getClassLoader(),
                new Class<?>[] {RegistrySource.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(isAskedBy(place) ? all.registry() : seen.registry(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return scope.district() ? all : with(seen, forgetting);
    }

    /** Whoever asks for another's case has one statement more made than who asks for one that there is not. */
    static ConsoleSources asking(ConsoleSources all, Scope scope) {
        ConsoleSources seen = all.within(scope);
        Cases looking = (Cases) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Cases.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        all.cases().find((String) arguments[0]).ifPresent(c -> all.cases()
                                .evidence(c.id()));
                    }
                    try {
                        return method.invoke(seen.cases(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return Replaced.in(seen, Map.of("cases", looking));
    }

    private static boolean isAskedBy(String place) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(
                        frame -> (frame.getClassName() + "." + frame.getMethodName()).contains("." + place + ".")));
    }
}
