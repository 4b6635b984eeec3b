package io.greenpark.alerts.cases;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What stands beside a case, besides what it says itself: that it is, or was, objected to. Any thread may call. */
@FunctionalInterface
public interface CaseRemarks {
    /** Where nothing stands beside any. */
    CaseRemarks NONE = (handle, c) -> null;

    /** What stands beside one as of now; null for nothing. */
    @Nullable
    CaseRemark of(Handle handle, Case c);
}
