package io.greenpark.access.account;

import io.greenpark.park.text.Bilingual;

/** A change of accounts that is refused, in words for whoever asked for it. */
public final class AccountProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Bilingual text;

    /** What is in the way. */
    public enum Kind {
        /** What was asked for is not allowed; asked for differently, it may be. */
        INVALID,
        /** There is no such account. */
        UNKNOWN,
        /** The account is another one by now. */
        CONFLICT
    }

    AccountProblem(Kind kind, Bilingual text) {
        super(text.en());
        this.kind = kind;
        this.text = text;
    }

    /** Something that is not allowed as it was asked for. */
    public static AccountProblem invalid(String zh, String en) {
        return new AccountProblem(Kind.INVALID, new Bilingual(zh, en));
    }

    /** The password that somebody was asked for once more is not his. */
    public static AccountProblem wrongPassword() {
        return invalid("当前密码不正确", "the present password is wrong");
    }

    static AccountProblem unknown(String userName) {
        return new AccountProblem(
                Kind.UNKNOWN,
                new Bilingual("没有账号 \"" + userName + "\"", "account \"" + userName + "\" does not exist"));
    }

    public Kind kind() {
        return kind;
    }

    public Bilingual text() {
        return text;
    }
}
