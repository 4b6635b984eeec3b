package io.greenpark.ingest.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Parser;
import io.greenpark.ingest.mapping.JsonMapping.ExpressionException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that ends: by its time, its depth, and with regular expressions that are searched in linear time. It belongs to one thread,
 * since the library keeps in it what it computes with.
 *
 * <p>The library has no hook for regular expressions: it compiles them as it parses and searches whole strings with those of Java, which may
 * take as long as the world stands and cannot be interrupted. So they are exchanged in what was parsed, wherever in it they are.
 */
final class BoundedExpression {
    private static final String SYNTAX_TREE = "ast";

    private final Jsonata expression;
    private final Deadline deadline;
    private final long longestMs;
    private final int deepest;

    /**
     * Compiles an expression.
     *
     * @throws ExpressionException naming what is wrong, and where
     */
    BoundedExpression(String text, long longestMs, int deepest) throws ExpressionException {
        this.longestMs = longestMs;
        this.deepest = deepest;
        this.deadline = new Deadline(longestMs);
        try {
            this.expression = Jsonata.jsonata(text);
        } catch (JException e) {
            throw new ExpressionException(
                    "is no JSONata expression: " + e.getDetailedErrorMessage() + " (character " + e.getLocation() + ")",
                    e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new ExpressionException("is no JSONata expression: " + e, e);
        }
        TextFunctions.register(expression);
        exchange();
    }

    /**
     * What it makes of an input.
     *
     * @throws Deadline.ExceededException if it took too long
     */
    @Nullable
    Object evaluate(@Nullable Object input, Map<String, String> variables) {
        Jsonata.Frame frame = expression.createFrame();
        variables.forEach(frame::bind);
        deadline.begin();
        // The library's own bound looks at the steps of the expression; it ends what calls nothing of ours.
        frame.setRuntimeBounds(longestMs, deepest);
        return expression.evaluate(input, frame);
    }

    private void exchange() throws ExpressionException {
        try {
            Field tree = Jsonata.class.getDeclaredField(SYNTAX_TREE);
            tree.setAccessible(true);
            exchange(tree.get(expression), Collections.newSetFromMap(new IdentityHashMap<>()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of the JSONata library is another one than was bounded", e);
        }
    }

    /** Goes through all that a part of the tree holds; gives what is to stand in its place. */
    @SuppressWarnings("unchecked")
    private @Nullable Object exchange(@Nullable Object part, Set<Object> seen)
            throws ReflectiveOperationException, ExpressionException {
        if (part instanceof Pattern written) {
            return new LinearRegex(written, deadline);
        }
        if (part == null || !seen.add(part)) {
            return part;
        }
        if (part instanceof Parser.Symbol) {
            for (Class<?> type = part.getClass(); type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        Object was = field.get(part);
                        Object is = exchange(was, seen);
                        if (is != was) {
                            field.set(part, is);
                        }
                    }
                }
            }
        } else if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                Object is = exchange(list.get(i), seen);
                if (is != list.get(i)) {
                    ((List<@Nullable Object>) list).set(i, is);
                }
            }
        } else if (part.getClass().isArray()
                && !part.getClass().getComponentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(part); i++) {
                Array.set(part, i, exchange(Array.get(part, i), seen));
            }
        }
        return part;
    }
}
