package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonObject;

/**
 * The data source, one file for each version of InfluxDB, and the provider of the dashboards' files. All versions answer InfluxQL
 * at {@code /query}, so the dashboards are the same; only how one signs in differs. Grafana reads one of them: they have one uid.
 */
public enum DataSource {
    V1("provisioning/datasources/greenpark.yaml", "InfluxDB 1.x: user and password") {
        @Override
        String signIn() {
            return """
                    user: ${GREENPARK_INFLUX_USER}
                    jsonData:
                      dbName: ${GREENPARK_INFLUX_DATABASE}
                      httpMode: GET
                      timeInterval: 15m
                    secureJsonData:
                      password: ${GREENPARK_INFLUX_PASSWORD}
                """;
        }
    },
    V2("datasources/greenpark-influxdb-2.yaml", "InfluxDB 2.x: a token that may read the bucket, by a DBRP mapping") {
        @Override
        String signIn() {
            return token();
        }
    },
    V3("datasources/greenpark-influxdb-3.yaml", "InfluxDB 3 Core: a token, by its v1 query path") {
        @Override
        String signIn() {
            return token();
        }
    };

    private static final String UID = "greenpark-influxdb";

    private final String path;
    private final String what;

    DataSource(String path, String what) {
        this.path = path;
        this.what = what;
    }

    abstract String signIn();

    private static String token() {
        return """
                    jsonData:
                      dbName: ${GREENPARK_INFLUX_DATABASE}
                      httpMode: GET
                      timeInterval: 15m
                      httpHeaderName1: Authorization
                    secureJsonData:
                      httpHeaderValue1: Token ${GREENPARK_INFLUX_TOKEN}
                """;
    }

    static JsonObject reference() {
        return new JsonObject().put("type", "influxdb").put("uid", UID);
    }

    /** Below the distribution's Grafana folder; that of 1.x lies where Grafana reads it, the others are put in its place. */
    String path() {
        return path;
    }

    /** The data source file; Grafana fills the environment variables in where they are set. */
    public String provisioning() {
        return """
                # Generated; change the builders and generate again. Set the variables in Grafana's environment.
                # %s. Have one of the data source files among the provisioned, not several.
                apiVersion: 1
                datasources:
                  - name: Greenpark InfluxDB
                    uid: %s
                    type: influxdb
                    access: proxy
                    url: ${GREENPARK_INFLUX_URL}
                    isDefault: true
                    editable: false
                """.formatted(what, UID) + signIn();
    }

    /** The provider file: a folder for each language; the dashboards are in the folder the variable names. */
    public static String providers() {
        StringBuilder file = new StringBuilder("""
                # Generated; change the builders and generate again. Set the variable in Grafana's environment.
                apiVersion: 1
                providers:
                """);
        for (Language language : Language.values()) {
            file.append("""
                      - name: greenpark-%1$s
                        folder: %2$s
                        folderUid: greenpark-%1$s
                        type: file
                        disableDeletion: false
                        allowUiUpdates: false
                        options:
                          path: ${GREENPARK_GRAFANA_DASHBOARDS}/%1$s
                    """.formatted(language.code(), language.folder()));
        }
        return file.toString();
    }
}
