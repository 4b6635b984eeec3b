package io.greenpark.registry;

import io.greenpark.park.registry.RegistryFiles;
import io.greenpark.park.registry.RegistryFiles.FilesStatus;
import io.greenpark.park.registry.RegistryFiles.ReloadRequest;
import io.greenpark.park.registry.RegistryFiles.State;

/** Readings of files that a test asks for. */
public final class Reloads {
    /** Between looks no time passes, and what a test wrote is whole. */
    public static final Pause AT_ONCE = duration -> {};

    private Reloads() {}

    /** Nothing is confirmed. */
    public static FilesStatus reload(RegistryFiles files) {
        return files.reload(new ReloadRequest("tester", null));
    }

    /** Whatever waits is confirmed. */
    public static FilesStatus confirm(RegistryFiles files) {
        FilesStatus status = reload(files);
        return status.state() == State.WAITING ? files.reload(new ReloadRequest("tester", status.waiting())) : status;
    }
}
