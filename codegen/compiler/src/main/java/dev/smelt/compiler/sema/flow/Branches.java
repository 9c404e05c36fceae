package dev.smelt.compiler.sema.flow;

/** What has been assigned behind a condition that was true, and behind one that was false. */
record Branches(Assignments whenTrue, Assignments whenFalse) {
    Branches swapped() {
        return new Branches(whenFalse, whenTrue);
    }

    /** Behind a condition that is used as a value. */
    Assignments joined() {
        Assignments both = whenTrue.copy();
        both.join(whenFalse);
        return both;
    }

    void join(Branches other) {
        whenTrue.join(other.whenTrue);
        whenFalse.join(other.whenFalse);
    }
}
