package dev.smelt.compiler.ir;

public class Rewriter {
    public Stmt visitAssign(Stmt.Assign s) {
        return s;
    }

    public Stmt rewrite(Stmt s) {
        return s;
    }
}
