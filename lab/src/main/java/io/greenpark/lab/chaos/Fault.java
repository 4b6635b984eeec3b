package io.greenpark.lab.chaos;

/** What goes wrong. */
public enum Fault {
    KILL("kill -9 of the server, then a new start"),
    KILL_STARTING("kill -9 while the server starts, then a new start"),
    FREEZE("SIGSTOP, later SIGCONT"),
    DISK_FULL("the disk is full, later there is room"),
    CLOCK_JUMP("the server's clock jumps, later back"),
    NETWORK_DELAY("what devices send and are answered is late"),
    NETWORK_CUT("every connection of the devices breaks, later they may come back"),
    DISORDER("devices send out of order and repeat messages"),
    INFLUX_DOWN("InfluxDB stops, later it starts"),
    INFLUX_CUT("the connection to InfluxDB breaks, later it mends"),
    POSTGRES_DOWN("PostgreSQL stops, later it starts"),
    POSTGRES_CUT("the connection to PostgreSQL breaks, later it mends");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
