package io.greenpark.registry;

import io.greenpark.config.setting.Problems;
import java.util.stream.Collectors;

/** The registry has faults and cannot be used; the message lists them, one per line. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryException(Problems problems) {
        super("the registry has faults:\n"
                + problems.list().stream().map(Problems.Problem::toString).collect(Collectors.joining("\n")));
    }
}
