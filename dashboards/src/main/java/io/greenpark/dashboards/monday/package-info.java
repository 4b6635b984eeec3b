/**
 * Monday's page: how a week went in somebody's part of the district, as it is mailed to leaders by the notice plan and shown in the console. {@code MondayPages}
 * makes it of what the console shows, {@code MondayRounds} tells it once, {@code MondayTable} keeps what was told.
 */
@NullMarked
package io.greenpark.dashboards.monday;

import org.jspecify.annotations.NullMarked;
