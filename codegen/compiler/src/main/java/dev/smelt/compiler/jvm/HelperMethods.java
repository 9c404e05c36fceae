package dev.smelt.compiler.jvm;

import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.lang.model.element.Modifier;

/** Private methods that the generated class has only if something asks for them, each once. */
final class HelperMethods {
    private final NameScope names;
    private final Map<String, String> nameByKey = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    HelperMethods(NameScope names) {
        this.names = names;
    }

    /**
     * The name of a method, which is written when it is first asked for.
     *
     * @param key tells methods apart
     * @param wanted the name, if it is free
     * @param writer is given the name, and a private static method to complete
     */
    String require(String key, String wanted, BiConsumer<String, MethodSpec.Builder> writer) {
        String known = nameByKey.get(key);
        if (known != null) {
            return known;
        }
        String name = names.take(wanted);
        nameByKey.put(key, name);
        MethodSpec.Builder builder = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
        int place = methods.size();
        writer.accept(name, builder);
        methods.add(place, builder.build());
        return name;
    }

    /** All that were asked for, callers before callees. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }
}
