package io.greenpark.lab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Jazzer, which looks at what code an input reaches and changes it to reach more, try each decoder of what comes from
 * outside or lies on disks: all of them together for a while, or, with {@code ./greenpark test --fuzz N}, each by itself with
 * N inputs. The short run makes the same inputs every time, so that a change fails it and not luck; the long one makes
 * others each time. What it finds is kept in target/fuzz, for a test of its own.
 */
class FuzzTest {
    private static final int RUNS_OF_EACH = Integer.getInteger("greenpark.fuzz.runs", 0);
    private static final int RUNS_TOGETHER = 30_000;
    private static final String HEAP = "-Xmx256m";
    private static final int LONGEST_INPUT = 4_096;

    @TempDir
    Path dir;

    @TestFactory
    Stream<DynamicTest> no_decoder_throws_at_any_input() {
        if (RUNS_OF_EACH == 0) {
            return Stream.of(DynamicTest.dynamicTest(
                    "all", () -> assertNothingFound(DecodersFuzz.class, seedsTogether(), RUNS_TOGETHER)));
        }
        return DecodersFuzz.DECODERS.stream()
                .map(d -> DynamicTest.dynamicTest(
                        d.target().getSimpleName(), () -> assertNothingFound(d.target(), d.seeds(), RUNS_OF_EACH)));
    }

    @Test
    void an_input_that_is_thrown_at_is_found() throws Exception {
        Path output = dir.resolve("out.txt");
        int exit = fuzz(ThrowingFuzz.class, List.of(), RUNS_TOGETHER, output);
        assertThat(exit).isNotZero();
        assertThat(output).content().contains("as planted");
    }

    private static List<byte[]> seedsTogether() {
        List<byte[]> seeds = new ArrayList<>();
        for (int d = 0; d < DecodersFuzz.DECODERS.size(); d++) {
            for (byte[] seed : DecodersFuzz.DECODERS.get(d).seeds()) {
                seeds.add(DecodersFuzz.input(d, seed));
            }
        }
        return seeds;
    }

    private void assertNothingFound(Class<?> target, List<byte[]> seeds, int runs)
            throws IOException, InterruptedException {
        Path output = dir.resolve(target.getSimpleName() + ".txt");
        int exit = fuzz(target, seeds, runs, output);
        assertThat(exit).as(() -> end(output)).isZero();
        assertThat(output).as("code that inputs reach is looked at").content().contains("cov: ");
    }

    private int fuzz(Class<?> target, List<byte[]> seeds, int runs, Path output)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(dir.resolve(target.getSimpleName()));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path found = Files.createDirectories(Path.of("target", "fuzz", target.getSimpleName()));
        List<String> command = new ArrayList<>();
        Collections.addAll(
                command,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                Jazzer.class.getName(),
                "--target_class=" + target.getName(),
                "--instrumentation_includes=io.greenpark.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_len=" + LONGEST_INPUT,
                "-runs=" + runs,
                "-seed=" + (RUNS_OF_EACH == 0 ? 1 : 0),
                corpus.toString());
        return new ProcessBuilder(command)
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
