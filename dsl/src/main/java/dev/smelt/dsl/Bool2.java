package dev.smelt.dsl;

/**
 * Two booleans, MSL's {@code bool2}: what comparing vectors gives, and what {@link Msl#select}, {@link Msl#any} and
 * {@link Msl#all} take. It lives in locals and helpers only: arrays, uniforms and records hold no vectors of booleans.
 */
public record Bool2(
        @Builtin("$0.x") boolean x, @Builtin("$0.y") boolean y) {
    @Builtin("bool2")
    public Bool2 {}

    /** {@code this && other} of each component; both are evaluated. */
    @Builtin("bool2($0 && $1)")
    public Bool2 and(Bool2 other) {
        return new Bool2(x && other.x, y && other.y);
    }

    /** {@code this || other} of each component; both are evaluated. */
    @Builtin("bool2($0 || $1)")
    public Bool2 or(Bool2 other) {
        return new Bool2(x || other.x, y || other.y);
    }

    /** {@code !this} of each component. */
    @Builtin("bool2(!$0)")
    public Bool2 not() {
        return new Bool2(!x, !y);
    }
}
