package io.greenpark.dashboards.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.paper.pack.PackCheck;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack that a kill cut short says so and leaves no half file; one that is ready is whole. */
class KilledPackTest {
    @TempDir
    private Path data;

    /** Lines: ordered, a line for each of twenty files, sealed; the kill comes somewhere in the work after the line. */
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 21, 22, 30})
    void what_a_kill_cut_short_says_so_and_leaves_no_half_file(int lines) throws Exception {
        Set<String> told = toldUntilKilled(lines);
        try (Packs packs = Packs.open(data, PackVictim.CONFIG, Clock.systemUTC())) {
            assertThat(packs.all()).extracting(Pack::id).containsAll(told);
            for (Pack pack : packs.all()) {
                Path file = packs.file(pack);
                if (pack.state() == Pack.State.READY) {
                    assertThat(PackCheck.of(Objects.requireNonNull(file)).faults())
                            .isEmpty();
                } else {
                    assertThat(pack.state()).isEqualTo(Pack.State.FAILED);
                    assertThat(Objects.requireNonNull(pack.fault()).en()).contains("restarted meanwhile");
                    assertThat(file).isNull();
                }
            }
            long ready = packs.all().stream()
                    .filter(pack -> pack.state() == Pack.State.READY)
                    .count();
            assertThat(endings()).isSubsetOf("json", "zip");
            assertThat(endings().stream().filter("zip"::equals)).hasSize((int) ready);
            madeAnew(packs);
        }
    }

    private static void madeAnew(Packs packs) throws Exception {
        CountDownLatch sealed = new CountDownLatch(1);
        Pack again = packs.order(PackVictim.ORDER, PackVictim::write, ready -> sealed.countDown())
                .orElseThrow();
        sealed.await();
        assertThat(packs.find(again.id())).isPresent();
    }

    private List<String> endings() throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("packs"))) {
            return files.map(file -> file.toString().replaceAll(".*\\.", "")).toList();
        }
    }

    /** The ids of packs that it told of. */
    private Set<String> toldUntilKilled(int lines) throws Exception {
        Process victim = PackVictim.start(data);
        Set<String> told = new LinkedHashSet<>();
        int seen = 0;
        try (BufferedReader out = victim.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(PackVictim.TOLD)) {
                    told.add(line.substring(PackVictim.TOLD.length()).split(" ")[0]);
                    seen++;
                }
                if (seen == lines) {
                    // By its handle: what it has told until then can still be read.
                    victim.toHandle().destroyForcibly();
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        return told;
    }
}
