package dev.smelt.compiler.testing;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles MSL to native code by clang in its OpenCL C++ mode, where address spaces are checked, and runs its kernels.
 * Any warning fails. So does, when a kernel runs, what C++ leaves undefined: overflow of signed numbers, too far a
 * shift, a division by zero, a float that doesn't fit.
 */
public final class MslOnClang implements AutoCloseable {
    private static final String COMPILER = "clang++-19";
    private static final List<String> OPTIONS = List.of(
            "-x",
            "clcpp",
            "-cl-std=clc++2021",
            "-cl-no-stdinc",
            "-target",
            "x86_64-unknown-linux-gnu",
            "-O2",
            "-fPIC",
            "-shared",
            "-Wall",
            "-Wextra",
            "-Werror",
            // Attributes are those of MSL, which this clang doesn't know.
            "-Wno-unknown-attributes",
            "-fsanitize=signed-integer-overflow,shift,integer-divide-by-zero,float-cast-overflow,bool,return",
            "-fsanitize-minimal-runtime");
    /** What clang calls for each kind of undefined behaviour; we bring our own, which count. */
    private static final List<String> HANDLERS = List.of(
            "add_overflow",
            "sub_overflow",
            "mul_overflow",
            "negate_overflow",
            "divrem_overflow",
            "shift_out_of_bounds",
            "float_cast_overflow",
            "load_invalid_value",
            "missing_return");

    private static final Pattern KERNEL =
            Pattern.compile("^kernel void (\\w+)\\((.*?)\\) \\{", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PARAMETER = Pattern.compile("([\\w &*]+?)(\\w+) \\[\\[(\\w+)(?:\\((\\d+)\\))?]]");

    /** Threadgroup memory, which clang takes for a function's own if it never sees it leave. */
    private static final Pattern SHARED =
            Pattern.compile("^    threadgroup [\\w:]+ (\\w+)\\[\\d+];", Pattern.MULTILINE);

    private final NativeLibrary library;
    private final Path directory;

    private MslOnClang(NativeLibrary library, Path directory) {
        this.library = library;
        this.directory = directory;
    }

    /** Compiles the text; an error or a warning is an {@link AssertionError} with clang's message and the text. */
    public static MslOnClang compile(String msl) {
        try {
            Path directory = Files.createTempDirectory("smelt-msl");
            Path source = directory.resolve("kernels.metal");
            // Clang knows the pragma under its own name.
            String text = SHARED.matcher(msl.replace("#pragma METAL fp", "#pragma clang fp"))
                            .replaceAll("$0 metal::smelt_test_share($1);")
                    + driver(msl);
            Files.writeString(source, text);
            copyShim("metal_stdlib", directory);
            copyShim("lanes.c", directory);
            Path object = directory.resolve("kernels.so");
            List<String> command = new ArrayList<>(List.of(COMPILER));
            command.addAll(OPTIONS);
            Path lanes = directory.resolve("lanes.o");
            command.addAll(List.of("-I", directory.toString(), source.toString(), "-x", "none", lanes.toString()));
            command.addAll(List.of("-o", object.toString(), "-lm"));
            String messages = run(List.of(
                    COMPILER, "-x", "c", "-O1", "-fPIC", "-c", "" + directory.resolve("lanes.c"), "-o", "" + lanes));
            messages += run(command);
            if (!messages.isEmpty()) {
                throw new AssertionError(messages + "\n" + msl);
            }
            return new MslOnClang(NativeLibrary.getInstance(object.toString()), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyShim(String name, Path directory) throws IOException {
        try (InputStream shim = Objects.requireNonNull(MslOnClang.class.getResourceAsStream("/shim/" + name))) {
            Files.copy(shim, directory.resolve(name));
        }
    }

    private static String run(List<String> command) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(
                    "These tests compile MSL with " + COMPILER + ", which is not there. On Debian, install the package"
                            + " clang-19; ./check does so.",
                    e);
        }
        try {
            String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroy();
                return messages + "clang takes too long";
            }
            return process.exitValue() == 0 ? messages : messages + "clang failed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** For each kernel, a C function that runs it for each position of a grid, and one that runs one lane of a threadgroup. */
    private static String driver(String msl) {
        StringBuilder text = new StringBuilder("""
                #line 1 "driver"
                static uint undefined = 0;
                extern "C" uint smelt_test_undefined() { return undefined; }
                """);
        for (String handler : HANDLERS) {
            text.append("extern \"C\" void __ubsan_handle_" + handler + "_minimal() { ++undefined; }\n");
        }
        Matcher kernels = KERNEL.matcher(msl);
        while (kernels.find()) {
            List<String> arguments = new ArrayList<>();
            List<String> inGroup = new ArrayList<>();
            Matcher parameters = PARAMETER.matcher(kernels.group(2));
            while (parameters.find()) {
                arguments.add(argument(parameters));
                inGroup.add(argumentInGroup(parameters));
            }
            text.append("""
                    extern "C" void run_%s(ulong* buffers, uint w, uint h, uint d) {
                        uint3 size;
                        size.x = w;
                        size.y = h;
                        size.z = d;
                        uint3 p;
                        for (uint i = 0; i < w * h * d; ++i) {
                            p.x = i %% w;
                            p.y = i / w %% h;
                            p.z = i / w / h;
                            %s(%s);
                        }
                        (void) buffers;
                        (void) p;
                        (void) size;
                    }
                    extern "C" void lane_%s(ulong* buffers, uint w, uint lane) {
                        uint3 p, size;
                        p.x = lane;
                        p.y = p.z = 0;
                        size.x = w;
                        size.y = size.z = 1;
                        %s(%s);
                        (void) buffers;
                        (void) p;
                        (void) size;
                    }
                    """.formatted(
                            kernels.group(1),
                            kernels.group(1),
                            String.join(", ", arguments),
                            kernels.group(1),
                            kernels.group(1),
                            String.join(", ", inGroup)));
        }
        return text.toString();
    }

    private static String argument(Matcher parameter) {
        String type = parameter.group(1).strip();
        if (parameter.group(3).equals("buffer")) {
            String buffer = "buffers[" + parameter.group(4) + "]";
            return type.endsWith("&")
                    ? "*(" + type.substring(0, type.length() - 1) + "*) " + buffer
                    : "(" + type + ") " + buffer;
        }
        return switch (parameter.group(3)) {
            case "thread_position_in_grid" -> "p";
            case "threads_per_grid" -> "size";
            case "thread_index_in_threadgroup" -> "0";
            default -> throw new AssertionError("the driver has no " + parameter.group(3));
        };
    }

    private static String argumentInGroup(Matcher parameter) {
        return switch (parameter.group(3)) {
            case "thread_position_in_threadgroup" -> "p";
            case "threads_per_threadgroup", "dispatch_threads_per_threadgroup" -> "size";
            case "threadgroup_position_in_grid" -> "(p - p)";
            case "threadgroups_per_grid" -> "(size / size)";
            case "thread_index_in_threadgroup" -> "lane";
            default -> argument(parameter);
        };
    }

    /** Runs a kernel on a grid of one dimension. */
    public void run(String kernel, int width, NativeBuffer... buffers) {
        run(kernel, width, 1, 1, buffers);
    }

    /** Runs a kernel for each position of a grid; the buffers are those of its slots, in order. */
    public void run(String kernel, int width, int height, int depth, NativeBuffer... buffers) {
        try (Memory table = new Memory(8L * Math.max(1, buffers.length))) {
            for (int i = 0; i < buffers.length; i++) {
                table.setPointer(8L * i, buffers[i].memory());
            }
            Function function = library.getFunction("run_" + kernel);
            function.invokeVoid(new Object[] {table, width, height, depth});
        }
        checkUndefined(kernel);
    }

    /** Runs a kernel for one threadgroup, whose threads wait for each other at barriers. */
    public void runGroup(String kernel, int threads, NativeBuffer... buffers) {
        try (Memory table = new Memory(8L * Math.max(1, buffers.length))) {
            for (int i = 0; i < buffers.length; i++) {
                table.setPointer(8L * i, buffers[i].memory());
            }
            Object[] arguments = {library.getFunction("lane_" + kernel), table, threads};
            int parted = library.getFunction("smelt_test_run").invokeInt(arguments);
            if (parted != 0) {
                throw new AssertionError(kernel + ": threads end where others wait at a barrier");
            }
        }
        checkUndefined(kernel);
    }

    private void checkUndefined(String kernel) {
        int undefined = library.getFunction("smelt_test_undefined").invokeInt(new Object[0]);
        if (undefined != 0) {
            throw new AssertionError(kernel + " did " + undefined + " times what C++ leaves undefined");
        }
    }

    @Override
    public void close() {
        library.close();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
