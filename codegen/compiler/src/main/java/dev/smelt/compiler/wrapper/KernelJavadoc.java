package dev.smelt.compiler.wrapper;

import com.palantir.javapoet.CodeBlock;
import dev.smelt.compiler.ir.KernelParameter.Access;
import dev.smelt.compiler.jvm.SourceComment;
import java.util.Map;

/** The Javadoc of a kernel's methods: what runs, from where, what each parameter is for, and what can be thrown. */
final class KernelJavadoc {
    private static final String FAILURE = "@throws dev.smelt.runtime.KernelException if the kernel fails\n";

    private final KernelMethod kernel;
    private final Map<Argument, String> names;
    private final String grid;

    /**
     * The Javadoc of one kernel.
     *
     * @param names of the parameters, as generated
     * @param grid the name of the parameter for the grid
     */
    KernelJavadoc(KernelMethod kernel, Map<Argument, String> names, String grid) {
        this.kernel = kernel;
        this.names = names;
        this.grid = grid;
    }

    CodeBlock ofRun() {
        return start("Runs {@code $L}$L, and returns when its results can be read.")
                .add(parameters(true))
                .add(exceptions(true))
                .add(FAILURE)
                .build();
    }

    CodeBlock ofRecord() {
        return start("Records {@code $L}$L.")
                .add(parameters(true))
                .add(
                        kernel.uniforms().isEmpty()
                                ? ""
                                : "@return the call, whose uniforms can be changed between submissions\n")
                .add(exceptions(true))
                .build();
    }

    CodeBlock ofPlainRun() {
        return start(
                        kernel.map()
                                ? "Runs {@code $L}$L: copies the arrays to the device and the result back."
                                : "Runs {@code $L}$L: copies the arrays to the device, and back what the kernel writes.")
                .add(parameters(false))
                .add(exceptions(false))
                .add(FAILURE)
                .build();
    }

    private CodeBlock.Builder start(String sentence) {
        return CodeBlock.builder()
                .add(sentence + "\n\n", kernel.name(), kernel.map() ? " on each element" : "")
                .add("<pre>{@code $L}</pre>\n\n", SourceComment.signature(kernel.signature()))
                .add("<p>From $L, line $L.\n\n", SourceComment.signature(kernel.fileName()), kernel.line());
    }

    private CodeBlock parameters(boolean onDevice) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!kernel.map()) {
            code.add("@param $L the positions to run at\n", grid);
        }
        for (Argument argument : kernel.parameters()) {
            boolean isResult = kernel.map() && argument.equals(kernel.result());
            if (argument instanceof Argument.OfUniform) {
                code.add("@param $L the same for all threads\n", names.get(argument));
            } else if (isResult && !onDevice) {
                code.add("@return the results, as many as there are elements\n");
            } else if (argument instanceof Argument.OfArray array) {
                code.add("@param $L $L\n", names.get(argument), purpose(array.access()));
            } else if (argument instanceof Argument.OfTexture texture) {
                code.add("@param $L $L\n", names.get(argument), purpose(texture.access()));
            }
        }
        return code.build();
    }

    private static String purpose(Access access) {
        return switch (access) {
            case READ -> "read";
            case WRITE -> "written";
            case READ_WRITE -> "read and written";
        };
    }

    private CodeBlock exceptions(boolean onDevice) {
        CodeBlock.Builder code = CodeBlock.builder().add("@throws NullPointerException if an argument is null\n");
        String misfit = kernel.map() ? "the lengths of the arrays differ" : "an array is too short for the grid";
        if (onDevice) {
            code.add("@throws IllegalArgumentException if $L, or an argument is of another device\n", misfit);
            code.add("@throws IllegalStateException if an argument or the device is closed\n");
        } else {
            code.add("@throws IllegalArgumentException if $L\n", misfit);
            code.add("@throws IllegalStateException if the device is closed\n");
        }
        return code.build();
    }
}
