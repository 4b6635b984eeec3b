package io.greenpark.accounting;

import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.BooksServer;
import io.greenpark.store.books.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Accounts in a process of their own, which print their lag until they are killed. */
final class AccountsProcess {
    private AccountsProcess() {}

    public static void main(String[] args) {
        BooksServer server =
                args.length == 1 ? null : BooksServer.parse(args[1], PostgresServer.USER, PostgresServer.PASSWORD);
        BooksPlace place = new BooksPlace(Path.of(args[0]), server);
        RunningAccounts accounts = new RunningAccounts(place, new TestPark(TestPark.register()), Clock.systemUTC());
        while (true) {
            System.out.println(accounts.lag());
            LockSupport.parkNanos(5_000_000);
        }
    }

    static Process start(BooksPlace place) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AccountsProcess.class.getName(),
                place.folder().toString()));
        if (place.server() != null) {
            command.add(place.server().toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
