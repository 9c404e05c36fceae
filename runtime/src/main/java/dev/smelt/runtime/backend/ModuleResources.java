package dev.smelt.runtime.backend;

import dev.smelt.runtime.spi.ModuleDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads what was generated beside a class of kernels. */
public final class ModuleResources {
    private ModuleResources() {}

    /** The bytes of a resource; null if there is none. */
    public static byte @Nullable [] read(ModuleDescriptor module, String name) {
        ClassLoader loader = module.anchor().getClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(name) : loader.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(name, failed);
        }
    }
}
