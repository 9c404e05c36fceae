package dev.smelt.compiler.jvm;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/** How a method ends early: what {@code return} becomes in it. */
interface Exit {
    /** The statements for a {@code return}, with the value if it has one. */
    CodeBlock returning(@Nullable CodeBlock value);

    /** The statements that pass on that a part of the body has returned. */
    CodeBlock passingOn();

    /** In a kernel, where the lane ends. */
    static Exit ofLane(String label) {
        CodeBlock next = statement(CodeBlock.of("continue $L", label));
        return of(next, next);
    }

    /** In a part of a body: the result stays in the frame, and the caller is told by {@code true}. */
    static Exit ofPart(String frame) {
        CodeBlock told = statement(CodeBlock.of("return true"));
        return new Exit() {
            @Override
            public CodeBlock returning(@Nullable CodeBlock value) {
                return value == null
                        ? told
                        : statement(CodeBlock.of("$L.$L =$W$L", frame, Frame.RESULT, value)).toBuilder()
                                .add(told)
                                .build();
            }

            @Override
            public CodeBlock passingOn() {
                return told;
            }
        };
    }

    /**
     * In a function.
     *
     * @param passedOn what it returns when a part has returned
     */
    static Exit ofFunction(@Nullable CodeBlock passedOn) {
        return new Exit() {
            @Override
            public CodeBlock returning(@Nullable CodeBlock value) {
                return statement(value == null ? CodeBlock.of("return") : CodeBlock.of("return $L", value));
            }

            @Override
            public CodeBlock passingOn() {
                return returning(passedOn);
            }
        };
    }

    private static Exit of(CodeBlock returning, CodeBlock passingOn) {
        return new Exit() {
            @Override
            public CodeBlock returning(@Nullable CodeBlock value) {
                return returning;
            }

            @Override
            public CodeBlock passingOn() {
                return passingOn;
            }
        };
    }

    private static CodeBlock statement(CodeBlock code) {
        return CodeBlock.builder().addStatement(code).build();
    }
}
