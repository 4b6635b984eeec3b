package io.greenpark.deploy.app;

import io.greenpark.dashboards.console.HttpConfig;
import io.greenpark.ingest.mqtt.MqttConfig;
import io.greenpark.operations.status.Exposure;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what an installation leaves open to others by the way it is set up. None of it is a fault. */
public final class Exposures {
    private static final Logger LOG = LoggerFactory.getLogger(Exposures.class);
    private static final int ROOT = 0;

    private Exposures() {}

    /** What its configuration leaves open. */
    public static List<Exposure> of(AppConfig config) {
        List<Exposure> exposures = new ArrayList<>();
        MqttConfig mqtt = config.mqtt();
        if (!loopback(config.tls().plainHost(mqtt.host()))) {
            Bilingual advice = mqtt.tls().certificate() == null
                    ? new Bilingual(
                            "请生成证书（greenpark tls），并改为把该地址填入 mqtt.tlsHost",
                            "make a certificate (greenpark tls) and give that address to mqtt.tlsHost instead")
                    : new Bilingual(
                            "请把该地址填入 mqtt.tlsHost，mqtt.host 保持 127.0.0.1",
                            "give that address to mqtt.tlsHost and leave mqtt.host at 127.0.0.1");
            exposures.add(new Exposure(
                    Exposure.Kind.MQTT_IN_CLEAR,
                    new Bilingual(
                            "mqtt.host \"" + mqtt.host() + "\" 以明文接收其他机器发来的密码和读数；" + advice.zh(),
                            "mqtt.host \"" + mqtt.host()
                                    + "\" takes passwords and readings unencrypted from other machines; "
                                    + advice.en())));
        }
        HttpConfig http = config.http();
        if (!http.tls() && !loopback(config.tls().plainHost(http.host()))) {
            exposures.add(
                    new Exposure(
                            Exposure.Kind.HTTP_IN_CLEAR,
                            new Bilingual(
                                    "http.host \"" + http.host() + "\" 以明文接收其他机器发来的密码和令牌；请生成证书（greenpark tls），"
                                            + "或只监听 127.0.0.1，由支持 TLS 的反向代理转发",
                                    "http.host \"" + http.host()
                                            + "\" takes passwords and tokens unencrypted from other machines; make a certificate"
                                            + " (greenpark tls), or listen on 127.0.0.1 behind a reverse proxy that speaks TLS")));
        }
        return exposures;
    }

    /** The same, and what this process is allowed to. */
    static List<Exposure> ofProcess(AppConfig config) {
        List<Exposure> exposures = new ArrayList<>(of(config));
        if (belongsToRoot(Path.of("/proc/self"))) {
            exposures.add(new Exposure(
                    Exposure.Kind.RUNS_AS_ROOT,
                    new Bilingual(
                            "进程以 root 身份运行，可读写一切；请为其设专用用户，参见 systemd 单元文件和 Dockerfile",
                            "the process runs as root, which may read and write everything; give it a user of its own,"
                                    + " as the systemd unit and the Dockerfile do")));
        }
        return exposures;
    }

    /** Tells the log at the start. */
    static void tell(AppConfig config) {
        ofProcess(config).forEach(exposure -> LOG.warn(exposure.detail().en()));
    }

    /** Whether a file belongs to root; of a process's own folder, whether that runs as root. */
    private static boolean belongsToRoot(Path file) {
        try {
            return Files.getAttribute(file, "unix:uid") instanceof Integer uid && uid == ROOT;
        } catch (IOException | UnsupportedOperationException e) {
            // Where there is no such folder, there is no such root either.
            return false;
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // Opening the port fails with the name of the setting.
            return true;
        }
    }
}
