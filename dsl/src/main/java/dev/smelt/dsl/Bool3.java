package dev.smelt.dsl;

/**
 * Three booleans, MSL's {@code bool3}: what comparing vectors gives, and what {@link Msl#select}, {@link Msl#any} and
 * {@link Msl#all} take. It lives in locals and helpers only: arrays, uniforms and records hold no vectors of booleans.
 */
public record Bool3(
        @Builtin("$0.x") boolean x,
        @Builtin("$0.y") boolean y,
        @Builtin("$0.z") boolean z) {
    @Builtin("bool3")
    public Bool3 {}

    /** {@code this && other} of each component; both are evaluated. */
    @Builtin("bool3($0 && $1)")
    public Bool3 and(Bool3 other) {
        return new Bool3(x && other.x, y && other.y, z && other.z);
    }

    /** {@code this || other} of each component; both are evaluated. */
    @Builtin("bool3($0 || $1)")
    public Bool3 or(Bool3 other) {
        return new Bool3(x || other.x, y || other.y, z || other.z);
    }

    /** {@code !this} of each component. */
    @Builtin("bool3(!$0)")
    public Bool3 not() {
        return new Bool3(!x, !y, !z);
    }
}
