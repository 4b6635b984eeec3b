package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonObject;

/** The provisioned data source and the provider of the dashboards' files. */
public final class DataSource {
    private static final String UID = "greenpark-influxdb";

    private DataSource() {}

    static JsonObject reference() {
        return new JsonObject().put("type", "influxdb").put("uid", UID);
    }

    /** The data source file; Grafana fills the environment variables in where they are set. */
    public static String provisioning() {
        return """
                # Generated; change the builders and generate again. Set the variables in Grafana's environment.
                apiVersion: 1
                datasources:
                  - name: Greenpark InfluxDB
                    uid: %s
                    type: influxdb
                    access: proxy
                    url: ${GREENPARK_INFLUX_URL}
                    user: ${GREENPARK_INFLUX_USER}
                    isDefault: true
                    editable: false
                    jsonData:
                      dbName: ${GREENPARK_INFLUX_DATABASE}
                      httpMode: GET
                      timeInterval: 15m
                    secureJsonData:
                      password: ${GREENPARK_INFLUX_PASSWORD}
                """.formatted(UID);
    }

    /** The provider file; the dashboards are in the folder the variable names. */
    public static String provider() {
        return """
                # Generated; change the builders and generate again. Set the variable in Grafana's environment.
                apiVersion: 1
                providers:
                  - name: greenpark
                    folder: Greenpark
                    type: file
                    disableDeletion: true
                    allowUiUpdates: false
                    options:
                      path: ${GREENPARK_GRAFANA_DASHBOARDS}
                """;
    }
}
