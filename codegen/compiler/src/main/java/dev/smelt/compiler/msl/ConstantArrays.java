package dev.smelt.compiler.msl;

import dev.smelt.compiler.ir.ConstantArray;
import dev.smelt.dsl.MathMode;

/** Writes arrays of constants: {@code constant int primes[4] = {2, 3, 5, 7};}. */
final class ConstantArrays {
    private ConstantArrays() {}

    static void emit(ModuleContext module, LineWriter out, ConstantArray constant) {
        NameAllocator scope = module.names().memberScope();
        ExprEmitter exprs = new ExprEmitter(module, new Locals(scope, module, module.places()), MathMode.JAVA);
        String head = "constant " + module.types().of(constant.element()) + " "
                + module.names().constant(constant.variable()) + "["
                + constant.values().size() + "] = ";
        out.line("").position(constant.span());
        out.list(head, constant.values().stream().map(exprs::value).toList());
    }
}
