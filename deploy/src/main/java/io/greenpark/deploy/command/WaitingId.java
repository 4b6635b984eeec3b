package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.park.registry.RegistryFiles;

/** What {@code --confirm} names: the id of registry files that wait. */
final class WaitingId {
    private WaitingId() {}

    /**
     * The id as given, or a usage error.
     *
     * @param advice where to find it
     */
    static String of(String given, String advice) {
        if (!RegistryFiles.isWaitingId(given)) {
            throw UserError.usage("--confirm: "
                    + (given.isEmpty() ? "no id is given" : "\"" + given + "\" is no id")
                    + "; give the 8 digits (0-9, a-f) under which the files wait: " + advice);
        }
        return given;
    }
}
