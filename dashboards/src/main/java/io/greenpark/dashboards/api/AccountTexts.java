package io.greenpark.dashboards.api;

import io.greenpark.access.account.AccountProblem;
import io.greenpark.park.text.Bilingual;

/** What is said of changes of accounts that are refused. */
final class AccountTexts {
    private AccountTexts() {}

    static Problem problem(AccountProblem problem) {
        return switch (problem.kind()) {
            case INVALID -> Problem.badRequest(problem.text());
            case UNKNOWN -> Problem.notFound(problem.text());
            case CONFLICT -> Problem.of(409, new Bilingual("已被修改", "changed meanwhile"), problem.text());
        };
    }
}
