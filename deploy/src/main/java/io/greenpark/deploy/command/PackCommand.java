package io.greenpark.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditChain;
import io.greenpark.access.audit.AuditCheck;
import io.greenpark.access.audit.AuditEntry;
import io.greenpark.access.audit.AuditFilter;
import io.greenpark.config.command.UserError;
import io.greenpark.paper.pack.PackCheck;
import io.greenpark.store.books.BooksException;
import io.greenpark.store.books.BooksView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether an inspection pack is the one that was made. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        subcommands = PackCommand.Verify.class,
        description =
                "Checks inspection packs against what the audit log says of them. Changes nothing; Greenpark may run meanwhile.",
        footerHeading = "%nExamples:%n",
        footer =
                "  greenpark pack verify greenpark-pack-steel-plant-2026-01-01-2026-12-31.zip --data /var/lib/greenpark")
final class PackCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about the pack? there is: verify");
    }

    /** Reads all of it. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads every file of a pack, compares it with the list in the pack, and the list with the hash that the audit log has of it since the pack was made.",
                "Without the books, sha256sum -c SHA256SUMS in the unpacked folder says whether the files are those of the list."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:it is the pack that was made",
                "1:it is not, or that cannot be told",
                "2:wrong command line or configuration"
            })
    static final class Verify implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        private static final int MOST_SAID = 50;

        @Parameters(index = "0", paramLabel = "FILE", description = "The pack, as it was fetched.")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final BooksOptions place = new BooksOptions();

        @Override
        public Integer call() {
            PackCheck check = checked();
            PrintWriter out = spec.commandLine().getOut();
            check.faults().stream().limit(MOST_SAID).forEach(fault -> out.println(fault.zh() + " / " + fault.en()));
            if (!check.faults().isEmpty()) {
                out.println("the pack is not as it was written: " + check.files() + " files fit, "
                        + check.faults().size() + " do not");
                return 1;
            }
            out.println(check.files() + " files are as its list says; the list has the hash " + check.sha256());
            return recorded(check, out) ? 0 : 1;
        }

        private PackCheck checked() {
            if (!Files.isRegularFile(file)) {
                throw UserError.usage("FILE \"" + file + "\" is not there; give a pack as it was fetched");
            }
            try {
                return PackCheck.of(file);
            } catch (IOException e) {
                throw UserError.failed("\"" + file + "\" cannot be read as a pack: " + e.getMessage());
            }
        }

        /** What the log says, and whether it can be believed. */
        private record Log(AuditCheck chain, Optional<AuditEntry> made) {}

        private boolean recorded(PackCheck check, PrintWriter out) {
            Log log;
            try {
                log = BooksView.read(
                        data.data(),
                        place.books(),
                        handle -> new Log(
                                AuditChain.verify(handle, null),
                                AuditChain.page(
                                                handle,
                                                AuditFilter.ALL.of(AuditAction.PACK_MADE),
                                                Long.MAX_VALUE,
                                                Integer.MAX_VALUE)
                                        .stream()
                                        .filter(entry -> check.sha256().equals(sha256(entry)))
                                        .findFirst()));
            } catch (BooksException e) {
                throw UserError.failed(e);
            }
            if (!log.chain().fits()) {
                out.println(
                        "the audit log does not fit, so that it proves nothing; greenpark audit-log verify says where");
                return false;
            }
            if (log.made().isEmpty()) {
                out.println(
                        "the audit log knows no pack of this hash: another list was written, it is of another installation, or it is older than"
                                + " the log is kept (auditLog.keep)");
                return false;
            }
            AuditEntry made = log.made().get();
            out.println("it is the pack " + made.id() + " that " + made.who() + " had made at " + made.at() + ", entry "
                    + made.number() + " of the audit log; reason: " + made.why());
            return true;
        }

        private static @Nullable String sha256(AuditEntry entry) {
            try {
                JsonNode after = entry.after() == null ? null : new ObjectMapper().readTree(entry.after());
                return after == null ? null : after.path("sha256").asText();
            } catch (IOException e) {
                // An entry that was tampered with names no pack; the chain says so.
                return null;
            }
        }
    }
}
