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

    /** All dashboards, each of which is made in every language. */
    public static List<Dashboard> dashboards() {
        return List.of(
                DistrictDashboard.dashboard(),
                ParkDashboard.dashboard(),
                EnergyDashboard.dashboard(),
                OutletDashboard.dashboard(),
                QualityDashboard.dashboard(),
                CaseDashboard.dashboard(),
                CleanProductionDashboard.dashboard(),
                HealthDashboard.dashboard());
    }

    /** Contents by path below the distribution's Grafana folder. */
    public static Map<String, String> all() {
        Map<String, String> files = new TreeMap<>();
        for (Language language : Language.values()) {
            for (Dashboard dashboard : dashboards()) {
                files.put(
                        "dashboards/" + language.code() + "/" + dashboard.uid(language) + ".json",
                        dashboard.json(language));
            }
        }
        for (DataSource source : DataSource.values()) {
            files.put(source.path(), source.provisioning());
        }
        files.put("provisioning/dashboards/greenpark.yaml", DataSource.providers());
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
