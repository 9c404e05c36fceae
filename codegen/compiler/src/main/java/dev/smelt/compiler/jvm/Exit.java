package dev.smelt.compiler.jvm;

import org.jspecify.annotations.Nullable;

/** How a method ends early: what {@code return} becomes in it. */
interface Exit {
    /** The statements for a {@code return}, with the value if it has one. */
    JavaCode returning(@Nullable JavaCode value);

    /** The statements that pass on that a part of the body has returned. */
    JavaCode passingOn();

    /** In a kernel, where the lane ends. */
    static Exit ofLane(String label) {
        JavaCode next = JavaCode.statement("continue $L", label);
        return of(next, next);
    }

    /** In a part of a body: the result stays in the frame, and the caller is told by {@code true}. */
    static Exit ofPart(String frame) {
        JavaCode told = JavaCode.statement("return true");
        return new Exit() {
            @Override
            public JavaCode returning(@Nullable JavaCode value) {
                return value == null
                        ? told
                        : JavaCode.builder()
                                .addStatement("$L.$L =$W$L", frame, Frame.RESULT, value)
                                .add(told)
                                .build();
            }

            @Override
            public JavaCode passingOn() {
                return told;
            }
        };
    }

    /**
     * In a function.
     *
     * @param passedOn what it returns when a part has returned
     */
    static Exit ofFunction(@Nullable JavaCode passedOn) {
        return new Exit() {
            @Override
            public JavaCode returning(@Nullable JavaCode value) {
                return value == null ? JavaCode.statement("return") : JavaCode.statement("return $L", value);
            }

            @Override
            public JavaCode passingOn() {
                return returning(passedOn);
            }
        };
    }

    private static Exit of(JavaCode returning, JavaCode passingOn) {
        return new Exit() {
            @Override
            public JavaCode returning(@Nullable JavaCode value) {
                return returning;
            }

            @Override
            public JavaCode passingOn() {
                return passingOn;
            }
        };
    }
}
