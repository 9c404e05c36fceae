package dev.smelt.compiler.sema.flow;

/**
 * A local variable or parameter.
 *
 * @param index its number among all of the method, in the order of their declarations
 */
record LocalVariable(int index, String name, Kind kind) {
    /** How often a variable may be assigned. */
    enum Kind {
        /** At any time. */
        PLAIN,
        /** Once: a final without an initialiser. */
        FINAL,
        /** Never: a final with an initialiser. */
        CONSTANT,
        /** Never: a final parameter. */
        FINAL_PARAMETER
    }
}
