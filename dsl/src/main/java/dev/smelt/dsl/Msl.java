package dev.smelt.dsl;

/**
 * The functions of the Metal Shading Language that kernels call, in Java spelling: {@code reverse_bits} is
 * {@code reverseBits}. Import them all:
 *
 * <pre>{@code
 * import static dev.smelt.dsl.Msl.*;
 * }</pre>
 *
 * <p>Each has a Java body with the same meaning. On floats it stays within the error that the MSL specification allows
 * the precise functions (section 8.1); on integers it is exact. Functions of vectors work on the components one by one,
 * the geometric ones aside.
 *
 * <p>To add a function is to add a method, with its {@link Builtin} spelling, to the class of its family; this class
 * gathers the families by inheritance.
 */
public final class Msl extends RandomFunctions {

    private Msl() {}
}
