package io.greenpark.dashboards.pack;

import io.greenpark.paper.pack.PackWriter;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;

/** A process that makes one pack after the other and tells on its output how far it is, until it is killed. */
final class PackVictim {
    static final String TOLD = "told ";
    static final PackConfig CONFIG = new PackConfig(1, Duration.ofDays(7), 0);
    static final PackOrder ORDER =
            new PackOrder("steel", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), true, "li", "inspection");

    private static final int FILES = 20;
    private static final int LINES = 2_000;

    private PackVictim() {}

    static Process start(Path data) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PackVictim.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws Exception {
        Packs packs = Packs.open(Path.of(args[0]), CONFIG, Clock.systemUTC());
        while (true) {
            CountDownLatch sealed = new CountDownLatch(1);
            Pack pack = packs.order(ORDER, PackVictim::write, ready -> {
                        tell(ready.id() + " sealed");
                        sealed.countDown();
                    })
                    .orElseThrow();
            tell(pack.id() + " ordered");
            sealed.await();
        }
    }

    static void write(Pack about, PackWriter pack, Packs.Progress progress) throws IOException {
        for (int file = 0; file < FILES; file++) {
            progress.at(file, FILES, Bilingual.same("file " + file));
            pack.add("data/" + file + ".csv", "a line of figures\n".repeat(LINES));
            tell(about.id() + " file " + file);
        }
    }

    private static void tell(String what) {
        System.out.println(TOLD + what);
        System.out.flush();
    }
}
