package io.greenpark.lab.machine;

/** Ends the servers that a command had started when the command itself is interrupted. */
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
