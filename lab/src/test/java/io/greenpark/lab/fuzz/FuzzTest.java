package io.greenpark.lab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import io.greenpark.accounting.discharge.MeanHourFuzz;
import io.greenpark.accounting.energy.EnterpriseHourFuzz;
import io.greenpark.accounting.energy.PointHourFuzz;
import io.greenpark.accounting.finding.FindingHoursFuzz;
import io.greenpark.alerts.cases.VerdictFuzz;
import io.greenpark.ingest.json.TelemetryJsonFuzz;
import io.greenpark.registry.RegistryYamlFuzz;
import io.greenpark.store.books.DayFuzz;
import io.greenpark.store.log.LogRowFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lets Jazzer, which looks at what code an input reaches and changes it to reach more, try each decoder of what comes from
 * outside or lies on disks: short here, as long as {@code ./greenpark test --fuzz N} says when asked. What it finds is kept
 * in target/fuzz, for a test of its own.
 */
class FuzzTest {
    private static final String RUNS = System.getProperty("greenpark.fuzz.runs", "20000");
    private static final String HEAP = "-Xmx256m";
    private static final int LONGEST_INPUT = 4_096;

    @TempDir
    Path dir;

    /** A target as Jazzer wants it, and what it begins with. */
    record Target(Class<?> of, List<byte[]> seeds) {}

    static Stream<Named<Target>> decoders() {
        return Stream.of(
                        new Target(TelemetryJsonFuzz.class, TelemetryJsonFuzz.seeds()),
                        new Target(RegistryYamlFuzz.class, RegistryYamlFuzz.seeds()),
                        new Target(LogRowFuzz.class, LogRowFuzz.seeds()),
                        new Target(DayFuzz.class, DayFuzz.seeds()),
                        new Target(PointHourFuzz.class, PointHourFuzz.seeds()),
                        new Target(EnterpriseHourFuzz.class, EnterpriseHourFuzz.seeds()),
                        new Target(MeanHourFuzz.class, MeanHourFuzz.seeds()),
                        new Target(FindingHoursFuzz.class, FindingHoursFuzz.seeds()),
                        new Target(VerdictFuzz.class, VerdictFuzz.seeds()))
                .map(target -> Named.of(target.of().getSimpleName(), target));
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void no_input_is_thrown_at(Target target) throws Exception {
        Path output = dir.resolve("out.txt");
        int exit = fuzz(target, output);
        assertThat(exit).as(() -> end(output)).isZero();
    }

    @Test
    void an_input_that_is_thrown_at_is_found() throws Exception {
        Path output = dir.resolve("out.txt");
        int exit = fuzz(new Target(ThrowingFuzz.class, List.of()), output);
        assertThat(exit).isNotZero();
        assertThat(output).content().contains("as planted");
    }

    private int fuzz(Target target, Path output) throws IOException, InterruptedException {
        Path seeds = Files.createDirectory(dir.resolve("seeds"));
        for (int i = 0; i < target.seeds().size(); i++) {
            Files.write(seeds.resolve("seed-" + i), target.seeds().get(i));
        }
        Path found =
                Files.createDirectories(Path.of("target", "fuzz", target.of().getSimpleName()));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Jazzer.class.getName(),
                        "--target_class=" + target.of().getName(),
                        "--instrumentation_includes=io.greenpark.**",
                        // what watches for opened files and the like takes ten seconds to start, and no decoder opens
                        // any
                        "--hooks=false",
                        "--reproducer_path=" + found,
                        "-artifact_prefix=" + found + "/",
                        "-max_len=" + LONGEST_INPUT,
                        "-runs=" + RUNS,
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    private static String end(Path output) {
        try {
            String all = Files.readString(output);
            return all.substring(Math.max(0, all.length() - LONGEST_INPUT));
        } catch (IOException e) {
            return "what it said cannot be read: " + e.getMessage();
        }
    }
}
