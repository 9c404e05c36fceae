package dev.smelt.compiler.sema;

import dev.smelt.compiler.ir.Type;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses among methods of one name (JLS 15.12.2, without boxing and variable arity). */
final class Overloads {
    private Overloads() {}

    /** Those that take arguments of these types. */
    static <C extends Callable> List<C> applicable(List<C> candidates, List<Type> arguments) {
        return candidates.stream()
                .filter(candidate -> takes(candidate, arguments))
                .toList();
    }

    private static boolean takes(Callable candidate, List<Type> arguments) {
        List<Type> parameters = candidate.parameters();
        return parameters.size() == arguments.size()
                && IntStream.range(0, arguments.size())
                        .allMatch(i -> Conversions.isErroneous(parameters.get(i))
                                || Conversions.isAssignable(arguments.get(i), parameters.get(i)));
    }

    /** Those of the applicable ones that are at least as specific as all others: one, unless the call is ambiguous. */
    static <C extends Callable> List<C> mostSpecific(List<C> applicable) {
        return applicable.stream()
                .filter(candidate -> applicable.stream().allMatch(other -> takes(other, candidate.parameters())))
                .toList();
    }
}
