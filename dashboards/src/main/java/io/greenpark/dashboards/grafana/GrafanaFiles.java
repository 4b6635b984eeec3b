package io.greenpark.dashboards.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All files Grafana needs, generated from code. */
public final class GrafanaFiles {
    private GrafanaFiles() {}

    /** All dashboards. */
    public static List<Dashboard> dashboards() {
        return List.of(EnergyDashboard.dashboard(), OutletDashboard.dashboard());
    }

    /** Contents by path below the distribution's Grafana folder. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (Dashboard dashboard : dashboards()) {
            files.put("dashboards/" + dashboard.uid() + ".json", dashboard.json());
        }
        files.put("provisioning/datasources/greenpark.yaml", DataSource.provisioning());
        files.put("provisioning/dashboards/greenpark.yaml", DataSource.provider());
        return files;
    }

    /** Writes all files below {@code folder}. */
    public static void write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : all().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
