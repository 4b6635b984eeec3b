package io.greenpark.deploy.command;

import io.greenpark.access.audit.AuditChain;
import io.greenpark.access.audit.AuditCheck;
import io.greenpark.access.audit.AuditFault;
import io.greenpark.access.audit.AuditHead;
import io.greenpark.config.command.UserError;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksView;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the record of who did what is as it was written. */
@Command(
        name = "audit-log",
        mixinStandardHelpOptions = true,
        subcommands = {AuditLogCommand.Verify.class, AuditLogCommand.Head.class},
        description = {
            "Checks that no entry of the audit log was changed, taken away or put in.",
            "Note its head now and then where nobody who can write the books can write too: with it, verify also notices that the"
                    + " end was cut off, or all was written anew. Changes nothing; Greenpark may run meanwhile."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark audit-log head --data /var/lib/greenpark",
            "  greenpark audit-log verify --data /var/lib/greenpark --head 12345:9f86d081...",
            "  greenpark audit-log verify --data /var/lib/greenpark --config /etc/greenpark/greenpark.yaml"
        })
final class AuditLogCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about the audit log? there are: verify, head");
    }

    private static <T> T read(DataOption data, BooksOptions place, Function<Handle, T> work) {
        try {
            return BooksView.read(data.data(), place.books(), work);
        } catch (BooksException e) {
            throw UserError.failed(e);
        }
    }

    /** Walks all entries. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Walks all entries of the audit log and names the first that does not fit.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all entries fit",
                "1:one does not, or the books cannot be read",
                "2:wrong command line or configuration"
            })
    static final class Verify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final BooksOptions place = new BooksOptions();

        @Option(
                names = "--head",
                paramLabel = "NUMBER:HASH",
                description = "What greenpark audit-log head once said; the log must still lead to it.")
        private @Nullable String head;

        @Override
        public Integer call() {
            AuditHead noted = noted();
            AuditCheck check = read(data, place, handle -> AuditChain.verify(handle, noted));
            PrintWriter out = spec.commandLine().getOut();
            AuditFault fault = check.fault();
            if (fault != null) {
                out.println("audit log: " + fault.text());
                out.println(check.entries() == 0 ? "no entry before it fits" : fitting(check));
                return 1;
            }
            out.println((check.entries() == 0 ? "the log has no entry" : fitting(check)) + "; head " + check.last());
            if (noted == null) {
                out.println("without --head it cannot be told whether later entries were cut off");
            }
            return 0;
        }

        private @Nullable AuditHead noted() {
            if (head == null) {
                return null;
            }
            String given = head;
            return AuditHead.parse(given)
                    .orElseThrow(() -> UserError.usage("--head \"" + given
                            + "\" is not allowed; accepted: NUMBER:HASH as greenpark audit-log head says it"));
        }

        private static String fitting(AuditCheck check) {
            long last = check.last().number();
            return check.entries() == 1
                    ? "1 entry fits: " + last + ", of " + check.from()
                    : String.format(
                            Locale.ROOT,
                            "%,d entries fit: %d to %d, of %s to %s",
                            check.entries(),
                            last - check.entries() + 1,
                            last,
                            check.from(),
                            check.until());
        }
    }

    /** Says the newest entry. */
    @Command(
            name = "head",
            mixinStandardHelpOptions = true,
            description = "Says number and hash of the newest entry of the audit log, to be noted elsewhere.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:ok", "1:the books cannot be read", "2:wrong command line or configuration"})
    static final class Head implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final BooksOptions place = new BooksOptions();

        @Override
        public Integer call() {
            spec.commandLine().getOut().println(read(data, place, AuditChain::head));
            return 0;
        }
    }
}
