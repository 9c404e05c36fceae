package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Code;
import dev.smelt.compiler.diag.Diagnostics;
import dev.smelt.compiler.source.Span;

/** Says of Java that kernels do not have what to write in its place. */
final class UnsupportedJava {
    private UnsupportedJava() {}

    static void report(String construct, Span span, Diagnostics diagnostics) {
        diagnostics.report(code(construct), span, "kernels cannot have " + construct, help(construct));
    }

    private static Code code(String construct) {
        return switch (construct) {
            case "a throw statement" -> Code.THROW_STATEMENT;
            case "a try statement" -> Code.TRY_STATEMENT;
            case "an assert statement" -> Code.ASSERT_STATEMENT;
            case "a synchronized block" -> Code.SYNCHRONIZED_BLOCK;
            case "a lambda expression" -> Code.LAMBDA;
            case "a method reference" -> Code.METHOD_REFERENCE;
            case "a local class", "a local record", "a local interface", "a local enum" -> Code.LOCAL_TYPE;
            case "an anonymous class" -> Code.ANONYMOUS_CLASS;
            case "an instanceof expression", "a pattern" -> Code.INSTANCEOF;
            case "a class literal" -> Code.CLASS_LITERAL;
            case "a call with type arguments", "an array creation with generic type" -> Code.TYPE_ARGUMENTS;
            case "this", "super" -> Code.THIS_OR_SUPER;
            default -> Code.UNSUPPORTED_JAVA;
        };
    }

    private static String help(String construct) {
        return switch (construct) {
            case "a throw statement" -> "return early, and write what went wrong to an array";
            case "an assert statement" ->
                "generate with checks (the plugin's parameter 'checks', --checks on the command line), or check the"
                        + " values before the kernel is called";
            case "a synchronized block" -> "let each thread write elements of its own, or use atomicAdd and its like";
            case "a try statement" -> "nothing in a kernel throws: write its body alone";
            case "a lambda expression", "a method reference" -> "write a static method and call it";
            case "a local class", "a local interface", "an anonymous class" ->
                "declare static methods in the class instead";
            case "a local record" -> "declare it in the class, outside of the method";
            case "a local enum" -> "declare static final int constants in the class instead";
            case "an instanceof expression", "a class literal" ->
                "the types of values are known when a kernel is compiled";
            case "a pattern" -> "switch on an int; the types of values are known when a kernel is compiled";
            case "a call with type arguments" -> "remove the type arguments";
            case "this", "super" -> "name the class, or pass what is needed as a parameter";
            case "an intersection cast" -> "cast to one type";
            default -> "use numbers, vectors and arrays, and static methods of them";
        };
    }
}
