package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.config.tls.HostNames;
import io.greenpark.config.tls.KeyAlgorithm;
import io.greenpark.config.tls.PemFiles;
import io.greenpark.config.tls.ServerIdentity;
import io.greenpark.config.tls.TlsException;
import io.greenpark.config.tls.TlsFolder;
import io.greenpark.config.tls.TlsSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets TLS up; MQTT over TLS and HTTPS are on from the next start. */
@Command(
        name = "tls",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a certificate into the data folder; MQTT over TLS (8883) and HTTPS are on from the next start.",
            "Without --cert it makes one, signed by an authority of the installation's own, and says what devices must"
                    + " be given. Run again, it renews: the same authority, the same names, nothing to change at the"
                    + " devices, and a running Greenpark takes it up within a minute.",
            "为本安装配置 TLS 证书：可自建证书机构，也可使用已有证书。"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark tls --data /var/lib/greenpark --host greenpark.example.org --host 10.1.2.3",
            "  greenpark tls --data /var/lib/greenpark --export /srv/www/greenpark-ca.pem",
            "  greenpark tls --data /var/lib/greenpark --cert fullchain.pem --key privkey.pem --host greenpark.example.org"
        })
final class TlsCommand implements Callable<Integer> {
    private static final int MAX_DAYS = 3650;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Name or address by which devices and people reach this machine. May be repeated. localhost,"
                    + " 127.0.0.1 and the machine's name are always in; left away, a renewal keeps the names.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--cert", paramLabel = "FILE", description = "A certificate issued elsewhere: PEM, with its chain.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "Its private key: PEM, not encrypted.")
    private @Nullable Path key;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificate of its issuer, where devices do not know it.")
    private @Nullable Path authority;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Where to put a copy of what devices need; readable by everyone, it is no secret.")
    private @Nullable Path export;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How long a certificate that is made is valid; default ${DEFAULT-VALUE}.")
    private int days = 730;

    @Option(
            names = "--key-kind",
            paramLabel = "KIND",
            description =
                    "Keys that are made: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. RSA for old devices.")
    private KeyAlgorithm keyKind = KeyAlgorithm.EC;

    @Override
    public Integer call() throws IOException {
        check();
        TlsFolder folder = TlsFolder.of(data.data());
        boolean before = folder.isSetUp();
        ServerIdentity identity = setUp();
        report(identity, folder, before);
        return 0;
    }

    private void check() throws IOException {
        checkOwner();
        if ((certificate == null) != (key == null)) {
            throw UserError.usage("--cert and --key belong together; give both, or neither to have a certificate made");
        }
        if (certificate == null && authority != null) {
            throw UserError.usage("--ca \"" + authority + "\" needs --cert and --key beside it");
        }
        if (days < 1 || days > MAX_DAYS) {
            throw UserError.usage("--days \"" + days + "\" is not allowed; accepted: 1.." + MAX_DAYS);
        }
        for (String host : hosts) {
            if (!HostNames.isValid(host)) {
                throw UserError.usage("--host \"" + host
                        + "\" is not a host name or address; accepted: e.g. greenpark.example.org, 10.1.2.3, fd00::1");
            }
        }
        for (Path file : givenFiles()) {
            if (!Files.isReadable(file)) {
                throw UserError.usage("\"" + file + "\" cannot be read; name a PEM file this user may read");
            }
        }
    }

    /** Files written by root could not be read by the service's user. */
    private void checkOwner() throws IOException {
        Path folder = data.data();
        String user = System.getProperty("user.name");
        if (Files.exists(folder) && !Files.getOwner(folder).getName().equals(user)) {
            String owner = Files.getOwner(folder).getName();
            throw UserError.usage("--data \"" + folder + "\" belongs to \"" + owner + "\" and you are \"" + user
                    + "\"; run it as its owner: runuser -u " + owner + " -- greenpark tls ...");
        }
    }

    private List<Path> givenFiles() {
        List<Path> files = new ArrayList<>();
        for (Path file : new Path[] {certificate, key, authority}) {
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private ServerIdentity setUp() {
        TlsSetup setup = new TlsSetup(data.data(), Clock.systemUTC());
        try {
            return certificate != null && key != null
                    ? setup.take(new PemFiles(certificate, key), authority, hosts)
                    : setup.make(keyKind, hosts, hostName(), Duration.ofDays(days));
        } catch (TlsException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The machine's host name, or localhost if a certificate cannot name it. */
    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return HostNames.isValid(name) ? name : "localhost";
        } catch (IOException e) {
            // A machine whose name does not resolve is reached by the names given with --host.
            return "localhost";
        }
    }

    private void report(ServerIdentity identity, TlsFolder folder, boolean before) throws IOException {
        System.out.println("certificate / 证书: " + folder.server().certificate());
        System.out.println("  names / 名称: " + String.join(", ", identity.names()));
        System.out.println("  valid until / 有效期至: " + identity.expires());
        if (Files.size(folder.forDevices()) > 0) {
            Path copy = export == null ? folder.forDevices() : export(folder.forDevices(), export);
            System.out.println("for devices and browsers / 复制到设备和浏览器: " + copy);
            System.out.println("  mosquitto_pub --cafile " + copy + " -h "
                    + identity.names().get(0) + " -p 8883 ...");
        } else {
            System.out.println("devices must know its issuer / 设备须已信任其签发机构 (no --ca was given)");
        }
        System.out.println(
                before
                        ? "a running Greenpark takes it up within a minute / 运行中的 Greenpark 一分钟内自动更新"
                        : "start or restart Greenpark: 8883 (MQTT) and HTTPS are on / 启动或重启 Greenpark 后生效");
    }

    private static Path export(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
        return to;
    }
}
