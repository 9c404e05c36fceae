package dev.smelt.dsl;

/**
 * Four booleans, MSL's {@code bool4}: what comparing vectors gives, and what {@link Msl#select}, {@link Msl#any} and
 * {@link Msl#all} take. It lives in locals and helpers only: arrays, uniforms and records hold no vectors of booleans.
 */
public record Bool4(
        @Builtin("$0.x") boolean x,
        @Builtin("$0.y") boolean y,
        @Builtin("$0.z") boolean z,
        @Builtin("$0.w") boolean w) {
    @Builtin("bool4")
    public Bool4 {}

    /** {@code this && other} of each component; both are evaluated. */
    @Builtin("bool4($0 && $1)")
    public Bool4 and(Bool4 other) {
        return new Bool4(x && other.x, y && other.y, z && other.z, w && other.w);
    }

    /** {@code this || other} of each component; both are evaluated. */
    @Builtin("bool4($0 || $1)")
    public Bool4 or(Bool4 other) {
        return new Bool4(x || other.x, y || other.y, z || other.z, w || other.w);
    }

    /** {@code !this} of each component. */
    @Builtin("bool4(!$0)")
    public Bool4 not() {
        return new Bool4(!x, !y, !z, !w);
    }
}
