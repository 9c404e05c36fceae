package dev.smelt.compiler.sema;

import dev.smelt.compiler.diag.Diagnostics;

/** How names are looked up in one program; each part finds one kind of thing. */
record Names(TypeNames typeNames, Types types, Fields fields, Methods methods, Constants constants) {
    static Names of(Program program, Diagnostics diagnostics) {
        TypeNames typeNames = new TypeNames(program);
        Types types = new Types(typeNames, diagnostics);
        Fields fields = new Fields(typeNames);
        Methods methods = new Methods(typeNames, types);
        return new Names(typeNames, types, fields, methods, new Constants(typeNames, fields));
    }
}
