package io.greenpark.lab.bench;

import java.time.Duration;
import java.util.Map;

/**
 * How the readers of the log caught up and those behind them.
 *
 * @param lags the largest lag of each
 * @param caughtUp how long after the last acknowledgement of the day each had caught up
 * @param enterprises of how many the account was compared with the registers
 */
record ReaderCatchUp(Map<String, Long> lags, Map<String, Duration> caughtUp, int enterprises) {}
