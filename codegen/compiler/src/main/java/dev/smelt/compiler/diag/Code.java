package dev.smelt.compiler.diag;

/**
 * The kinds of diagnostics. The number says where the mistake was found: S01xx reading the source, S02xx names, S03xx
 * types, S04xx kernels and their parameters, S05xx statements, S06xx constants, S09xx Java that kernels do not have.
 * Each code has a page under {@code docs/errors}.
 */
public enum Code {
    // S01xx: reading the source
    SYNTAX("S0101", Severity.ERROR),
    INVALID_UTF8("S0102", Severity.ERROR),
    NESTED_TOO_DEEP("S0103", Severity.ERROR),

    // S02xx: names
    UNKNOWN_NAME("S0201", Severity.ERROR),
    UNKNOWN_FUNCTION("S0202", Severity.ERROR),
    NO_APPLICABLE_FUNCTION("S0203", Severity.ERROR),
    AMBIGUOUS_CALL("S0204", Severity.ERROR),
    UNKNOWN_TYPE("S0205", Severity.ERROR),
    FIELD_NOT_CONSTANT("S0206", Severity.ERROR),
    NOT_STATIC("S0207", Severity.ERROR),
    UNKNOWN_MEMBER("S0208", Severity.ERROR),

    // S03xx: types
    TYPE_MISMATCH("S0301", Severity.ERROR),
    LOSSY_CONVERSION("S0302", Severity.ERROR),
    BAD_OPERAND("S0303", Severity.ERROR),
    NOT_A_CONDITION("S0304", Severity.ERROR),
    DOUBLE("S0305", Severity.ERROR),
    CHAR("S0306", Severity.ERROR),
    UNSUPPORTED_TYPE("S0307", Severity.ERROR),
    NOT_AN_ARRAY("S0308", Severity.ERROR),
    BAD_CAST("S0309", Severity.ERROR),
    NO_VALUE("S0310", Severity.ERROR),
    NOT_ASSIGNABLE("S0311", Severity.ERROR),
    VAR_WITHOUT_VALUE("S0312", Severity.ERROR),
    UNSUPPORTED_RECORD("S0313", Severity.ERROR),
    RECORD_CONSTRUCTOR("S0314", Severity.ERROR),
    PRIVATE_RECORD("S0318", Severity.ERROR),

    ARRAY_LENGTH_NOT_CONSTANT("S0321", Severity.ERROR),
    BAD_ARRAY_LENGTH("S0322", Severity.ERROR),
    ARRAY_OF_ARRAYS("S0323", Severity.ERROR),
    ARRAY_OUTLIVES_ROUND("S0324", Severity.ERROR),
    ARRAY_SPACES_MIXED("S0325", Severity.ERROR),
    CONSTANT_ARRAY_WRITTEN("S0326", Severity.ERROR),
    ELEMENT_NOT_CONSTANT("S0327", Severity.ERROR),

    // S04xx: kernels and their parameters
    KERNEL_NOT_STATIC("S0401", Severity.ERROR),
    KERNEL_OVERLOADED("S0402", Severity.ERROR),
    KERNEL_VARARGS("S0403", Severity.ERROR),
    KERNEL_GENERIC("S0404", Severity.ERROR),
    KERNEL_IN_INNER_CLASS("S0405", Severity.ERROR),
    UNIFORM_ARRAY("S0406", Severity.ERROR),
    POSITION_TYPE("S0407", Severity.ERROR),
    CONFLICTING_ANNOTATIONS("S0408", Severity.ERROR),
    UNIFORMS_TOO_LARGE("S0409", Severity.ERROR),
    TOO_MANY_BUFFERS("S0410", Severity.ERROR),
    MAP_KERNEL_ARRAY("S0411", Severity.ERROR),
    MAP_KERNEL_POSITION("S0412", Severity.ERROR),
    MAP_KERNEL_WITHOUT_ELEMENTS("S0413", Severity.ERROR),
    RECURSION("S0414", Severity.ERROR),
    BAD_MATH_MODE("S0415", Severity.ERROR),
    WRAPPER_NAME_TAKEN("S0416", Severity.ERROR),
    THREADGROUP_TYPE("S0417", Severity.ERROR),
    THREADGROUP_LENGTH("S0418", Severity.ERROR),
    TEXTURE_READ_AND_WRITTEN("S0419", Severity.ERROR),
    THREADGROUP_MEMORY_TOO_LARGE("S0420", Severity.ERROR),
    LONG_ATOMIC_IN_THREADGROUP("S0421", Severity.ERROR),
    TOO_MANY_PARAMETERS("S0440", Severity.ERROR),
    UNIFORM_IN_GRID_KERNEL("S0451", Severity.WARNING),
    SAME_POSITION_TWICE("S0452", Severity.WARNING),
    KERNEL_NAME_OF_WRAPPER("S0453", Severity.WARNING),
    KERNEL_WRITES_NOTHING("S0454", Severity.WARNING),
    THREADGROUP_NEVER_WRITTEN("S0455", Severity.WARNING),

    // S05xx: statements
    NOT_A_STATEMENT("S0501", Severity.ERROR),
    SWITCH_SELECTOR("S0502", Severity.ERROR),
    CASE_NOT_CONSTANT("S0503", Severity.ERROR),
    DUPLICATE_CASE("S0504", Severity.ERROR),
    SWITCH_WITHOUT_DEFAULT("S0505", Severity.ERROR),
    ARRAY_PARAMETER_ASSIGNED("S0506", Severity.ERROR),
    DIVERGENT_BARRIER("S0510", Severity.ERROR),
    CERTAIN_RACE("S0511", Severity.ERROR),
    ENDLESS_LOOP("S0521", Severity.WARNING),
    UNUSED_RESULT("S0522", Severity.WARNING),
    READ_BEFORE_WRITTEN("S0523", Severity.WARNING),
    ALL_WRITE_THE_SAME("S0524", Severity.WARNING),

    // S0551 to S0569: the flow of control and of values through a method
    UNDEFINED_LABEL("S0551", Severity.ERROR),
    CONTINUE_TO_NON_LOOP("S0552", Severity.ERROR),
    JUMP_OUTSIDE("S0553", Severity.ERROR),
    DUPLICATE_LABEL("S0554", Severity.ERROR),
    YIELD_OUTSIDE("S0555", Severity.ERROR),
    JUMP_OUT_OF_SWITCH("S0556", Severity.ERROR),
    SWITCH_WITHOUT_VALUE("S0557", Severity.ERROR),
    RETURN_WITH_VALUE("S0558", Severity.ERROR),
    RETURN_WITHOUT_VALUE("S0559", Severity.ERROR),
    MISSING_RETURN("S0560", Severity.ERROR),
    UNREACHABLE("S0561", Severity.ERROR),
    DUPLICATE_VARIABLE("S0562", Severity.ERROR),
    NOT_ASSIGNED("S0563", Severity.ERROR),
    FINAL_CHANGED("S0564", Severity.ERROR),
    FINAL_ASSIGNED_TWICE("S0565", Severity.ERROR),
    FINAL_ASSIGNED_IN_LOOP("S0566", Severity.ERROR),

    // S06xx: constants
    LITERAL_OUT_OF_RANGE("S0601", Severity.ERROR),
    NEGATIVE_INDEX("S0602", Severity.ERROR),
    INDEX_OUT_OF_BOUNDS("S0603", Severity.ERROR),
    DIVISION_BY_ZERO("S0621", Severity.WARNING),

    // S09xx: Java that kernels do not have
    UNSUPPORTED_JAVA("S0901", Severity.ERROR),
    THROW_STATEMENT("S0903", Severity.ERROR),
    TRY_STATEMENT("S0904", Severity.ERROR),
    ASSERT_STATEMENT("S0905", Severity.ERROR),
    SYNCHRONIZED_BLOCK("S0906", Severity.ERROR),
    LAMBDA("S0907", Severity.ERROR),
    METHOD_REFERENCE("S0908", Severity.ERROR),
    LOCAL_TYPE("S0909", Severity.ERROR),
    ANONYMOUS_CLASS("S0910", Severity.ERROR),
    INSTANCEOF("S0911", Severity.ERROR),
    CLASS_LITERAL("S0912", Severity.ERROR),
    TYPE_ARGUMENTS("S0913", Severity.ERROR),
    THIS_OR_SUPER("S0914", Severity.ERROR),
    STRING("S0915", Severity.ERROR),
    NULL("S0916", Severity.ERROR),
    BOXED_TYPE("S0917", Severity.ERROR),
    ENUM("S0918", Severity.ERROR),
    PRINTING("S0919", Severity.ERROR);

    private final String id;
    private final Severity severity;

    Code(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** Such as {@code S0203}. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }
}
