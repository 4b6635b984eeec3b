package io.greenpark.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sim.client.ApiClient;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has a running installation read its registry files now. */
@Command(
        name = "reload",
        mixinStandardHelpOptions = true,
        description = {
            "Has the running Greenpark of a data folder on this machine read its registry files now, and says what came of"
                    + " it: what was taken over, or what is wrong, or what waits for confirmation.",
            "Exit code 0 if what the files say is in force; 1 if they have faults or wait, or if there is no answer: then the"
                    + " registry of before stays. Settings take effect at the next start only."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark reload --config conf/greenpark.yaml --data /var/lib/greenpark",
            "  greenpark reload --config conf/greenpark.yaml --data /var/lib/greenpark --confirm 3f2a9c1b"
        })
final class ReloadCommand implements Callable<Integer> {
    /** A registry of tens of thousands of points takes seconds, on a busy machine more. */
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private static final int PAGE = 1_000;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final LanguageOption language = new LanguageOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--confirm",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "ID",
            description =
                    "Take just what waits under this id over, though it ends more than reload.largestEndedShare of the"
                            + " parks, enterprises, devices or points in use. Where the files say something else by then, nothing is"
                            + " taken over that waits. Without an id it says what waits, and under which.")
    private @Nullable String confirm;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Locale speaking = language.language();
        AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
        ApiClient api = Servers.api(settings, data.data(), TIMEOUT);
        URI server = Servers.http(settings);
        JsonNode reloaded = Servers.send(api, server, "/api/v1/registry/files/reload", request());
        JsonNode files = reloaded.path("files");
        PrintWriter out = spec.commandLine().getOut();
        switch (files.path("state").asText()) {
            case "IN_FORCE" -> sayInForce(api, server, reloaded, out);
            case "FAULTY" -> sayFaulty(files, speaking, out);
            case "WAITING" -> sayWaiting(files, out);
            default -> throw UserError.failed(server + " answers " + reloaded + "; see its log");
        }
        return files.path("state").asText().equals("IN_FORCE") ? 0 : 1;
    }

    private String request() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        if (confirm != null && !confirm.isEmpty()) {
            request.put("confirm", WaitingId.of(confirm, "greenpark reload says it"));
        }
        return request.put("person", System.getProperty("user.name")).toString();
    }

    private static void sayInForce(ApiClient api, URI server, JsonNode reloaded, PrintWriter out)
            throws InterruptedException {
        JsonNode files = reloaded.path("files");
        if (reloaded.hasNonNull("change")) {
            long change = reloaded.path("change").asLong();
            out.println("taken over as change " + change + ": " + whatChanged(api, server, change));
        } else {
            out.println("in force; the files say nothing new since change "
                    + files.path("lastTaken").asText());
        }
        int differences = files.path("differenceCount").asInt();
        if (differences > 0) {
            out.println("people changed " + differences
                    + " field(s) or document(s) that the files say otherwise; theirs stay in force:");
            files.path("differences").forEach(d -> out.println("  " + difference(d)));
        }
    }

    private static String difference(JsonNode d) {
        String field = d.path("field").asText();
        return d.path("kind").asText() + " \"" + d.path("id").asText() + "\""
                + (field.isEmpty() ? "" : " " + field)
                + switch (d.path("why").asText()) {
                    case "REMOVED_BY_PERSON" -> ": a person removed it";
                    case "LEFT_THE_FILES" -> ": a person changed it, and the files no longer have it";
                    default -> ": a person changed it";
                };
    }

    /** Counts what a change did, by kind, as {@code added 2 point; ended 1 point}. */
    private static String whatChanged(ApiClient api, URI server, long change) throws InterruptedException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        String after = "";
        do {
            JsonNode page = Servers.ask(api, server, "/api/v1/registry/changes/" + change + "?limit=" + PAGE + after);
            page.path("documents").forEach(d -> counts.computeIfAbsent(outcome(d), o -> new TreeMap<>())
                    .merge(d.path("kind").asText(), 1, Integer::sum));
            after = page.hasNonNull("next")
                    ? "&after=" + encoded(page.path("next").asText())
                    : "";
        } while (!after.isEmpty());
        List<String> words = new ArrayList<>();
        counts.forEach((outcome, kinds) -> {
            List<String> each = new ArrayList<>();
            kinds.forEach((kind, n) -> each.add(n + " " + kind));
            words.add(outcome + " " + String.join(", ", each));
        });
        return words.isEmpty() ? "no document changed" : String.join("; ", words);
    }

    private static String outcome(JsonNode document) {
        boolean ended = document.path("kind").asText().equals("point")
                && document.path("fields").toString().contains("\"endedAt\"")
                && document.path("document").hasNonNull("endedAt");
        return switch (document.path("outcome").asText()) {
            case "ADDED" -> "added";
            case "REMOVED" -> "removed";
            default -> ended ? "ended" : "changed";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void sayFaulty(JsonNode files, Locale language, PrintWriter out) {
        int count = files.path("faultCount").asInt();
        out.println(new Bilingual(
                        "有 " + count + " 处错误；没有采纳任何内容，原有的登记册不变：",
                        count + " fault(s); nothing was taken over, the registry of before stays:")
                .in(language));
        files.path("faults").forEach(f -> {
            String place = f.path("place").asText();
            out.println("  " + (place.isEmpty() ? "" : place + ": ")
                    + f.path("key").asText() + ": "
                    + new Bilingual(
                                    f.path("messageText").path("zh").asText(),
                                    f.path("messageText").path("en").asText())
                            .in(language));
        });
        int more = count - files.path("faults").size();
        if (more > 0) {
            out.println(new Bilingual(
                            "  另有 " + more + " 处；greenpark check-config 会全部列出",
                            "  and " + more + " more; greenpark check-config lists them all")
                    .in(language));
        }
    }

    private static void sayWaiting(JsonNode files, PrintWriter out) {
        List<String> gone = new ArrayList<>();
        files.path("gone")
                .forEach(g ->
                        gone.add(g.path("gone").asInt() + " of " + g.path("had").asInt() + " "
                                + g.path("kind").asText() + (g.path("had").asInt() == 1 ? "" : "s")));
        out.println("waiting: the files no longer have " + String.join(", ", gone)
                + " in use; nothing was taken over, the registry of before stays");
        out.println("if that is meant, confirm it by its id: "
                + files.path("waiting").path("command").asText() + "; else mend the files");
    }
}
