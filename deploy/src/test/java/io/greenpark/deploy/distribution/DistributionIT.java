package io.greenpark.deploy.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.greenpark.park.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tarball an operator gets: it runs where there is Java, without Internet and without Maven. */
class DistributionIT {
    /** An environment without Maven, settings or proxy. */
    private static final List<String> BARE =
            List.of("env", "-i", "PATH=/usr/bin:/bin", "JAVA_HOME=" + System.getProperty("java.home"), "LANG=C.UTF-8");

    private static final Pattern NATIVE = Pattern.compile("(?:.*/)?(?<os>[A-Za-z-]+)/(?<cpu>[a-zA-Z0-9_]+)/[^/]*\\.so");
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int ELF_MACHINE = 18;
    private static final Map<Integer, String> MACHINES = Map.of(0x3E, "x86_64", 0xB7, "aarch64");

    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        // Paths may have spaces and Chinese characters.
        home = Tarball.unpack(Files.createDirectories(folder.resolve("some where 园区")));
    }

    private static List<String> greenpark(String... words) {
        return greenpark(List.of(), words);
    }

    private static List<String> greenpark(List<String> environment, String... words) {
        List<String> command = new ArrayList<>(BARE);
        command.addAll(environment);
        command.add(home.resolve("bin/greenpark").toString());
        command.addAll(List.of(words));
        return command;
    }

    @Test
    void it_has_everything_an_installation_needs() {
        assertThat(List.of(
                        "bin/greenpark",
                        "conf/greenpark.yaml",
                        "conf/mosquitto.conf",
                        "bin/greenpark-in-container",
                        "container/config/greenpark.yaml",
                        "container/config/registry.yaml",
                        "container/mosquitto/mosquitto.conf",
                        "container/mosquitto/acl",
                        "grafana/dashboards/zh/greenpark-district-zh.json",
                        "grafana/dashboards/en/greenpark-energy-en.json",
                        "grafana/datasources/greenpark-influxdb-2.yaml",
                        "grafana/provisioning/datasources/greenpark.yaml",
                        "systemd/greenpark.service",
                        "systemd/greenpark.sysusers",
                        "compose.yaml",
                        "Dockerfile",
                        ".dockerignore",
                        "docs/operating.md",
                        "docs/operating.zh-CN.md",
                        "docs/registry.md",
                        "README.md",
                        "README.zh-CN.md",
                        "CHANGELOG.md",
                        "LICENSE",
                        "THIRD-PARTY.md",
                        "greenpark.cdx.json"))
                .allSatisfy(name -> assertThat(home.resolve(name)).isNotEmptyFile());
    }

    @Test
    void every_user_may_read_it_and_only_the_owner_write() throws IOException {
        try (var files = Files.walk(home)) {
            assertThat(files.filter(f -> !f.equals(home))).allSatisfy(f -> {
                boolean runs = Files.isDirectory(f) || f.getParent().endsWith("bin");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                        .isEqualTo(runs ? "rwxr-xr-x" : "rw-r--r--");
            });
        }
    }

    @Test
    void it_prints_help_and_checks_configurations() throws Exception {
        assertThat(Tarball.run(folder, greenpark("--help"))).contains("check-config", "tls", "health");
        assertThat(Tarball.run(folder, greenpark("--version"))).contains("greenpark 0.");
        for (String name : List.of("greenpark.yaml", "real-plants.yaml")) {
            String conf = home.resolve("conf").resolve(name).toString();
            assertThat(Tarball.run(folder, greenpark("check-config", "--config", conf)))
                    .contains("is well");
        }
    }

    @Test
    void it_runs_without_a_network_and_notifies_systemd() throws Exception {
        Path told = folder.resolve("told");
        List<String> command = new ArrayList<>(alone());
        command.addAll(greenpark(
                List.of("NOTIFY_SOCKET=/run/notify", "PATH=" + serviceManager(told) + ":/usr/bin:/bin"),
                "run",
                "--config",
                home.resolve("conf/real-plants.yaml").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--set",
                "mqtt.port=0",
                "--set",
                "http.port=0",
                "--set",
                "coap.enabled=false"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> said = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                // The line is printed first, then the service manager is notified.
                if (line.startsWith("Greenpark is ready")) {
                    Await.until(
                            "the service manager is told",
                            LONGEST,
                            () -> told.toFile().length() > 0);
                    process.descendants().forEach(ProcessHandle::destroy);
                    process.toHandle().destroy();
                }
            }
            assertThat(said).anyMatch(l -> l.startsWith("Greenpark is ready: http://localhost:"));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isIn(0, 143);
            assertThat(told)
                    .content()
                    .startsWith("/run/notify --ready --status=listening, console at http://localhost:");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** A fake systemd-notify that records its arguments; returns its folder. */
    private static Path serviceManager(Path told) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("manager"));
        Path notify = Files.writeString(
                bin.resolve("systemd-notify"), "#!/bin/sh\necho \"$NOTIFY_SOCKET $*\" >> '" + told + "'\n");
        Files.setPosixFilePermissions(notify, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }

    /** A network namespace with loopback only, where the machine allows one. */
    private static List<String> alone() throws Exception {
        List<String> alone = List.of("unshare", "-rn", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");
        List<String> probe = new ArrayList<>(alone);
        probe.add("true");
        try {
            return new ProcessBuilder(probe).start().waitFor() == 0 ? alone : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Test
    void native_libraries_cover_both_processors_and_c_libraries() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path path : Tarball.jars(home)) {
            try (JarFile jar = new JarFile(path.toFile())) {
                for (JarEntry entry : jar.stream().toList()) {
                    if (entry.getName().endsWith(".so")) {
                        found.computeIfAbsent(path.getFileName().toString(), n -> new TreeSet<>())
                                .add(target(jar, entry));
                    }
                }
            }
        }
        assertThat(found).isNotEmpty().allSatisfy((jar, targets) -> assertThat(targets)
                .as(jar)
                .contains("Linux x86_64", "Linux aarch64", "Linux-Musl x86_64", "Linux-Musl aarch64"));
        // A new native library must be noticed; netty's are excluded on purpose.
        assertThat(found.keySet()).hasSize(1).allMatch(n -> n.startsWith("sqlite-jdbc-"));
    }

    /** System and processor by the folder's name; the header of the file must name the same processor. */
    private static String target(JarFile jar, JarEntry entry) throws IOException {
        Matcher name = NATIVE.matcher(entry.getName());
        assertThat(name.matches()).as(entry.getName()).isTrue();
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] header = in.readNBytes(ELF_MACHINE + 2);
            assertThat(header).startsWith(0x7F, 'E', 'L', 'F');
            String machine = MACHINES.get(header[ELF_MACHINE] & 0xFF);
            String cpu = name.group("cpu");
            if (MACHINES.containsValue(cpu)) {
                assertThat(machine).as(entry.getName()).isEqualTo(cpu);
            }
            return name.group("os") + " " + cpu;
        }
    }

    @Test
    void the_bill_of_materials_names_exactly_the_libraries() throws IOException {
        JsonNode bom =
                new ObjectMapper().readTree(home.resolve("greenpark.cdx.json").toFile());
        assertThat(bom.get("bomFormat").asText()).isEqualTo("CycloneDX");
        Set<String> named = new TreeSet<>();
        named.add(jarName(bom.get("metadata").get("component")));
        bom.get("components").forEach(c -> {
            if (!ofNpm(c)) {
                named.add(jarName(c));
            }
        });
        Set<String> there = new TreeSet<>();
        Tarball.jars(home).forEach(j -> there.add(j.getFileName().toString()));
        assertThat(named).isEqualTo(there);
    }

    private static boolean ofNpm(JsonNode component) {
        return component.get("purl").asText().startsWith("pkg:npm/");
    }

    @Test
    void the_bill_of_materials_names_what_is_in_the_bundle_of_the_console_and_no_tool() throws IOException {
        JsonNode bom =
                new ObjectMapper().readTree(home.resolve("greenpark.cdx.json").toFile());
        Map<String, JsonNode> packages = new TreeMap<>();
        bom.get("components").forEach(c -> {
            if (ofNpm(c)) {
                packages.put(c.get("name").asText(), c);
            }
        });
        assertThat(packages).containsKeys("runtime-core", "runtime-dom", "reactivity", "echarts", "zrender");
        assertThat(packages.keySet()).doesNotContain("compiler-core", "yaml", "typescript");
        assertThat(packages.values()).allSatisfy(c -> {
            assertThat(c.at("/licenses/0/license/id").asText()).isNotBlank();
            assertThat(c.at("/hashes/0/content").asText()).matches("[0-9a-f]{128}");
        });
        assertThat(Tarball.jars(home))
                .noneMatch(j -> j.getFileName().toString().matches("(deno|esbuild|linux|darwin).*"));
    }

    private static String jarName(JsonNode component) {
        return component.get("name").asText() + "-" + component.get("version").asText() + ".jar";
    }

    @Test
    void the_licence_list_names_every_library() throws IOException {
        List<String> rows = Files.readAllLines(home.resolve("THIRD-PARTY.md")).stream()
                .filter(l -> l.matches("\\| (?!npm:)[^-].*:.*"))
                .toList();
        String version = home.getFileName().toString().replaceFirst("greenpark-", "-");
        long own = Tarball.jars(home).stream()
                .filter(j -> j.getFileName().toString().endsWith(version + ".jar"))
                .count();
        assertThat(rows).hasSize((int) (Tarball.jars(home).size() - own));
        assertThat(rows).noneMatch(r -> r.contains("|  |"));
        assertThat(rows).anyMatch(r -> r.startsWith("| io.vertx:vertx-core | ") && r.contains("Apache-2.0"));
        assertThat(Files.readString(home.resolve("THIRD-PARTY.md")))
                .contains("| npm:@vue/runtime-dom | ", "| npm:echarts | 6.");
    }
}
