package io.greenpark.accounting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Accounts in a process of their own, which print their lag until they are killed. */
final class AccountsProcess {
    private AccountsProcess() {}

    public static void main(String[] args) {
        RunningAccounts accounts =
                new RunningAccounts(Path.of(args[0]), new TestPark(TestPark.register()), Clock.systemUTC());
        while (true) {
            System.out.println(accounts.lag());
            LockSupport.parkNanos(5_000_000);
        }
    }

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AccountsProcess.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
