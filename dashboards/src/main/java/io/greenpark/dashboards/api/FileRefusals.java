package io.greenpark.dashboards.api;

import io.greenpark.park.document.Refusal;
import io.greenpark.park.text.Bilingual;

/** Refusals of files as problems. */
final class FileRefusals {
    private static final int TOO_LARGE = 413;
    private static final int WRONG_KIND = 415;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MUCH = 429;
    private static final int NO_ROOM = 507;

    private FileRefusals() {}

    static Problem problem(Refusal refusal) {
        return switch (refusal.reason()) {
            case UNKNOWN_UPLOAD -> Problem.notFound(refusal.text());
            case BAD_SHA256 -> Problem.badRequest(refusal.text());
            case TOO_LARGE -> Problem.of(TOO_LARGE, Problem.REFUSED, refusal.text());
            case HAS_MACROS, NOT_ACCEPTED -> Problem.of(WRONG_KIND, Problem.REFUSED, refusal.text());
            case GAP, OTHER_CONTENT, INCOMPLETE ->
                Problem.of(CONFLICT, new Bilingual("上传进度不符", "out of step"), refusal.text());
            case EMPTY, BEYOND_SIZE, WRONG_SHA256 -> Problem.of(UNPROCESSABLE, Problem.REFUSED, refusal.text());
            case TOO_MUCH -> Problem.of(TOO_MUCH, Problem.REFUSED, refusal.text());
            case NO_ROOM -> Problem.of(NO_ROOM, new Bilingual("磁盘空间不足", "no room"), refusal.text());
        };
    }
}
