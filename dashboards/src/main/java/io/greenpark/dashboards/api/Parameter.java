package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said of parameters that are refused: which one, what was sent, and what is allowed. */
final class Parameter {
    private Parameter() {}

    /** What a parser makes of a text; refused where it throws what parsers of dates and numbers throw. */
    static <T> T parse(String name, String text, Bilingual allowed, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException | NumberFormatException e) {
            throw wrong(name, text, allowed);
        }
    }

    /** What is allowed where there are only these codes. */
    static Bilingual oneOf(String codes) {
        return new Bilingual("下列之一：" + codes, codes);
    }

    static Problem wrong(String name, String text, Bilingual allowed) {
        return Problem.badRequest(new Bilingual(
                "参数 \"" + name + "\" 的值 \"" + text + "\" 不可用；请填写" + allowed.zh(),
                "parameter \"" + name + "\": \"" + text + "\" is not allowed; give " + allowed.en()));
    }

    static Problem missing(String name, Bilingual allowed) {
        return Problem.badRequest(new Bilingual(
                "缺少参数 \"" + name + "\"；请填写" + allowed.zh(),
                "parameter \"" + name + "\" is missing; give " + allowed.en()));
    }

    static Problem empty(String name) {
        return Problem.badRequest(new Bilingual(
                "参数 \"" + name + "\" 为空；请填写值，或去掉该参数",
                "parameter \"" + name + "\" is empty; give a value or leave it out"));
    }

    static Problem twice(String name) {
        return Problem.badRequest(new Bilingual(
                "参数 \"" + name + "\" 出现两次；请只给一次", "parameter \"" + name + "\" stands twice; give it once"));
    }

    static Problem unknown(String name, List<String> allowed) {
        String names = String.join(", ", allowed);
        return Problem.badRequest(new Bilingual(
                "此处没有参数 \"" + name + "\"；" + (allowed.isEmpty() ? "不接受任何参数" : "可用的有：" + names),
                "parameter \"" + name + "\" is unknown here; allowed: " + (allowed.isEmpty() ? "none" : names)));
    }

    static Problem sideBySide(List<String> names) {
        return Problem.badRequest(new Bilingual(
                "参数 " + names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining("、"))
                        + " 不能同时给出；请只给其中一个",
                "parameters \"" + String.join("\" and \"", names) + "\" stand side by side; give one of them"));
    }
}
