package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.mapping.JsonMapping;
import io.greenpark.ingest.mapping.JsonMapping.ExpressionException;
import io.greenpark.ingest.mapping.JsonMapping.Mapped;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.ingest.payload.Telemetry;
import io.greenpark.park.reading.Flag;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Expressions for gateways that send JSON of their own. */
@Command(
        name = "mapping",
        mixinStandardHelpOptions = true,
        subcommands = MappingCommand.Try.class,
        description = {
            "Tries an expression of the setting mappings, which makes of a gateway's own JSON what Greenpark reads.",
            "It is JSONata (https://docs.jsonata.org) and knows $topic, and $form: \"device\" or \"gateway\"."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark mapping try mappings/plant.jsonata < sample.json",
            "  greenpark mapping try mappings/plant.jsonata --topic factory/7/data < sample.json"
        })
final class MappingCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about mappings? there is: try");
    }

    /** Shows what an expression makes of a payload, and what is read of that. */
    @Command(
            name = "try",
            mixinStandardHelpOptions = true,
            description =
                    "Applies an expression to a payload from standard input, and shows what is made and read of it.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:all of it is read",
                "1:the expression fails, or a part is not read",
                "2:wrong command line, or the file is no expression"
            })
    static final class Try implements Callable<Integer> {
        private static final int MOST_BYTES = 1 << 20;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        private final Supplier<InputStream> input;

        @Parameters(paramLabel = "FILE", description = "The expression, as the setting's file has it.")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Option(names = "--topic", paramLabel = "TOPIC", description = "The topic it was published to.")
        private String topic = "";

        @Option(
                names = "--device",
                description = "The topic names the device (greenpark/DEVICE/telemetry), so the payload need not.")
        private boolean device;

        Try() {
            this(() -> System.in);
        }

        Try(Supplier<InputStream> input) {
            this.input = input;
        }

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            PayloadForm form = device ? PayloadForm.DEVICE : PayloadForm.GATEWAY;
            byte[] payload = payload();
            Mapped mapped = mapping().apply(payload, 0, payload.length, topic, form);
            if (mapped instanceof Mapped.Failed failed) {
                out.println("refused: " + failed.why().en());
                return 1;
            }
            byte[] json = ((Mapped.Made) mapped).json();
            out.println("made: " + new String(json, StandardCharsets.UTF_8));
            return shown(new TelemetryJson().decode(json, 0, json.length, form), out) ? 0 : 1;
        }

        private JsonMapping mapping() {
            try {
                return JsonMapping.of(Files.readString(file));
            } catch (ExpressionException e) {
                throw UserError.usage(file + ": " + e.getMessage());
            } catch (IOException e) {
                throw UserError.usage(file + " cannot be read: " + e.getMessage() + "; name a text file in UTF-8");
            }
        }

        private byte[] payload() {
            try {
                return input.get().readNBytes(MOST_BYTES);
            } catch (IOException e) {
                throw UserError.usage("standard input cannot be read: " + e.getMessage());
            }
        }

        /** Whether all of it is read. */
        private static boolean shown(Decoded decoded, PrintWriter out) {
            if (decoded instanceof Decoded.Rejected rejected) {
                out.println("refused: " + rejected.detail().en());
                return false;
            }
            boolean all = true;
            for (Telemetry item : ((Decoded.Accepted) decoded).items()) {
                String whose = item.deviceId() == null ? "(the topic's device)" : item.deviceId();
                boolean read = !(item.time() instanceof SentTime.Unreadable);
                out.println(whose + "  " + time(item.time()));
                for (SentValue value : item.values()) {
                    read &= value instanceof SentValue.Readable;
                    out.println("  " + line(value));
                }
                all &= read;
            }
            return all;
        }

        private static String time(SentTime time) {
            if (time instanceof SentTime.At at) {
                return Instant.ofEpochMilli(at.epochMs()).toString();
            }
            if (time instanceof SentTime.Local local) {
                return local.dateTime() + " in the zone of the point";
            }
            return time instanceof SentTime.Unreadable unreadable
                    ? "refused: " + unreadable.detail().en()
                    : "without a time: as of its arrival, where the point allows that";
        }

        private static String line(SentValue value) {
            if (value instanceof SentValue.Readable readable) {
                String flag = readable.flag() == Flag.NORMAL ? "" : ", flag " + readable.flag();
                return readable.key() + " = " + readable.value() + flag;
            }
            SentValue.Unreadable unreadable = (SentValue.Unreadable) value;
            return unreadable.key() + " refused: " + unreadable.detail().en();
        }
    }
}
