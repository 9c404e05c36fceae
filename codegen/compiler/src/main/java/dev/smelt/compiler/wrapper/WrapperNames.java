package dev.smelt.compiler.wrapper;

import dev.smelt.compiler.ir.Type;
import dev.smelt.compiler.jvm.NameScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names for what a wrapper has besides the user's own names, chosen so that nothing hides anything: constants are told
 * from all parameters, nested classes from all records.
 */
final class WrapperNames {
    private final Map<String, String> descriptors = new HashMap<>();
    private final Map<String, String> encoders = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();
    private final Map<Type, String> fields = new LinkedHashMap<>();
    private final String module;
    private final String inBatch;
    private final String checkedKernels;

    WrapperNames(WrapperModel model) {
        List<String> parameters = new ArrayList<>();
        List<String> types = new ArrayList<>(List.of(model.className(), model.jvmClass()));
        model.checked().ifPresent(checked -> types.add(checked.jvmClass()));
        for (KernelMethod kernel : model.kernels()) {
            for (Argument argument : kernel.parameters()) {
                parameters.add(argument.name());
                if (argument instanceof Argument.OfArray array) {
                    addTypeNames(array.element(), types);
                } else if (argument instanceof Argument.OfUniform uniform) {
                    addTypeNames(uniform.type(), types);
                }
            }
        }
        NameScope constants = new NameScope(parameters);
        NameScope methods =
                new NameScope(model.kernels().stream().map(KernelMethod::name).toList());
        this.module = constants.take("MODULE");
        NameScope nested = new NameScope(types);
        this.inBatch = nested.take("InBatch");
        for (KernelMethod kernel : model.kernels()) {
            descriptors.put(kernel.name(), constants.take(upperCase(kernel.name())));
            calls.put(kernel.name(), nested.take(capitalized(kernel.name()) + "Call"));
            encoders.put(kernel.name(), methods.take("encode" + capitalized(kernel.name())));
        }
        this.checkedKernels = methods.take("checkedKernels");
        for (KernelMethod kernel : model.kernels()) {
            for (Argument.OfArray array : kernel.arrays()) {
                Type element = array.element();
                if (!ApiTypes.hasOwnArray(element) && !fields.containsKey(element)) {
                    String simpleName =
                            element.javaName().substring(element.javaName().lastIndexOf('.') + 1);
                    fields.put(element, nested.take(simpleName + "Fields"));
                }
            }
        }
    }

    private static void addTypeNames(Type type, List<String> names) {
        if (type instanceof Type.Struct struct) {
            names.addAll(ApiTypes.nameParts(struct));
            struct.fields().forEach(field -> addTypeNames(field.type(), names));
        }
    }

    /** The constant that holds a kernel's descriptor. */
    String descriptor(KernelMethod kernel) {
        return find(descriptors, kernel);
    }

    /** The method that gives a kernel its arguments. */
    String encoder(KernelMethod kernel) {
        return find(encoders, kernel);
    }

    /** The nested class for a kernel's calls in batches. */
    String call(KernelMethod kernel) {
        return find(calls, kernel);
    }

    private static String find(Map<String, String> names, KernelMethod kernel) {
        String name = names.get(kernel.name());
        if (name == null) {
            throw new AssertionError("not in the module: " + kernel.name());
        }
        return name;
    }

    /** The nested classes for the fields of structures, by the structure, in the order of the kernels. */
    Map<Type, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The constant that holds the module's descriptor. */
    String module() {
        return module;
    }

    /** The method that names the kernels for checked mode. */
    String checkedKernels() {
        return checkedKernels;
    }

    /** The nested class whose methods record into a batch. */
    String inBatch() {
        return inBatch;
    }

    /** {@code TONE_MAP2} for {@code toneMap2}. */
    private static String upperCase(String name) {
        StringBuilder upper = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            upper.append(begins ? "_" : "").append(c);
        }
        return upper.toString().toUpperCase(Locale.ROOT);
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
