package io.greenpark.lab.machine;

/** Sees to it that whoever stops a command in the middle is not left with the servers it had started. */
public final class ChildProcessReaper {
    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ChildProcessReaper::end, "end-servers"));
    }

    private ChildProcessReaper() {}

    /** From now on all processes that this one has started end with it. */
    public static void endWithThisProcess() {
        // Loading this class has done it, and does it once.
    }

    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
