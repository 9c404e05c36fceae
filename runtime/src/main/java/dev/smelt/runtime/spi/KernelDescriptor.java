package dev.smelt.runtime.spi;

import dev.smelt.runtime.KernelLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the runtime knows of a kernel. Immutable; generated code holds one for each kernel, and compares by identity. */
public final class KernelDescriptor {
    /** MSL's buffer slots; the uniform block takes one if there is any. */
    private static final int SLOTS = 31;

    /** MSL's texture slots. */
    private static final int TEXTURE_SLOTS = 128;

    private final KernelLocation location;
    private final String name;
    private final String entryPoint;
    private final List<UniformParameter> uniforms;
    private final List<ArrayParameter> arrays;
    private final List<TextureParameter> textures;
    private final int uniformBytes;
    private final boolean map;
    private final @Nullable JvmKernel jvm;
    private final boolean jvmRows;
    private final @Nullable IndexCheck indices;

    private KernelDescriptor(Builder builder) {
        this.name = builder.name;
        this.location = new KernelLocation(name, builder.file, builder.line);
        this.entryPoint = builder.entryPoint;
        this.uniforms = List.copyOf(builder.uniforms);
        this.arrays = List.copyOf(builder.arrays);
        this.textures = List.copyOf(builder.textures);
        this.uniformBytes = builder.uniformBytes;
        this.map = builder.map;
        this.jvm = builder.jvm;
        this.jvmRows = builder.jvmRows;
        this.indices = builder.indices;
    }

    /**
     * Begins a descriptor.
     *
     * @param name the name of the Java method
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The name of the Java method. */
    public String name() {
        return name;
    }

    /** Where the method is, for messages. */
    public KernelLocation location() {
        return location;
    }

    /** The name of the kernel function in MSL. */
    public String entryPoint() {
        return entryPoint;
    }

    /** The uniform parameters, in order. */
    public List<UniformParameter> uniforms() {
        return uniforms;
    }

    /** The array parameters, in the order of their buffer slots. */
    public List<ArrayParameter> arrays() {
        return arrays;
    }

    /** The texture parameters, in the order of their texture slots. */
    public List<TextureParameter> textures() {
        return textures;
    }

    /** Bytes of the uniform block; 0 if there is none. */
    public int uniformBytes() {
        return uniformBytes;
    }

    /** Whether this is a map kernel: its last array is the result, and all its arrays have the length of the grid. */
    public boolean isMap() {
        return map;
    }

    /** The kernel for the JVM device. */
    public Optional<JvmKernel> jvm() {
        return Optional.ofNullable(jvm);
    }

    /**
     * Whether the kernel for the JVM device runs one thread after the other and cannot tell how the grid is divided, so
     * that it may be given more threads at a time than a threadgroup has.
     */
    public boolean hasJvmRows() {
        return jvmRows;
    }

    /** The indices that are checked before a run. */
    public Optional<IndexCheck> indices() {
        return Optional.ofNullable(indices);
    }

    /** {@code kernel saxpy (Activations.java:22)}. */
    @Override
    public String toString() {
        return "kernel " + location;
    }

    /** Collects a descriptor. Not for use by several threads. */
    public static final class Builder {
        private final String name;
        private final List<UniformParameter> uniforms = new ArrayList<>();
        private final List<ArrayParameter> arrays = new ArrayList<>();
        private final List<TextureParameter> textures = new ArrayList<>();
        private String entryPoint;
        private @Nullable String file;
        private int line;
        private int uniformBytes;
        private boolean map;
        private @Nullable JvmKernel jvm;
        private boolean jvmRows;
        private @Nullable IndexCheck indices;

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
            this.entryPoint = name;
        }

        /** The file's name, without folders, and the 1-based line of the method. */
        public Builder source(String file, int line) {
            this.file = Objects.requireNonNull(file, "file");
            this.line = line;
            return this;
        }

        /** The name of the function in MSL, where it is not that of the Java method. */
        public Builder entryPoint(String entryPoint) {
            this.entryPoint = Objects.requireNonNull(entryPoint, "entryPoint");
            return this;
        }

        /** Adds a uniform that lies at {@code offset} of the uniform block. */
        public Builder uniform(String name, Class<?> type, int offset) {
            uniforms.add(new UniformParameter(name, type, offset));
            return this;
        }

        /** Adds an array in the next slot; {@code lengthOffset} is -1 where the kernel does not use its length. */
        public Builder array(String name, Class<?> elementType, Access access, int lengthOffset) {
            arrays.add(new ArrayParameter(name, elementType, access, lengthOffset));
            return this;
        }

        /** Adds a texture in the next texture slot, which the kernel reads or writes. */
        public Builder texture(String name, Access access) {
            textures.add(new TextureParameter(name, access));
            return this;
        }

        /** The size of the uniform block in bytes, a multiple of 4; 0 for none. */
        public Builder uniformBytes(int bytes) {
            this.uniformBytes = bytes;
            return this;
        }

        /** Makes it a map kernel, whose last array is its result. */
        public Builder map() {
            this.map = true;
            return this;
        }

        /** The kernel for the JVM device. */
        public Builder jvm(JvmKernel kernel) {
            this.jvm = kernel;
            return this;
        }

        /** The kernel for the JVM device, where its code is as {@link KernelDescriptor#hasJvmRows} says. */
        public Builder jvmRows(JvmKernel kernel) {
            this.jvmRows = true;
            return jvm(kernel);
        }

        /** What to check before a run. */
        public Builder indices(IndexCheck check) {
            this.indices = check;
            return this;
        }

        /**
         * The descriptor.
         *
         * @throws IllegalArgumentException if it contradicts itself
         */
        public KernelDescriptor build() {
            require(uniformBytes >= 0 && uniformBytes % 4 == 0, "uniformBytes(" + uniformBytes + ")");
            require(arrays.size() + (uniformBytes > 0 ? 1 : 0) <= SLOTS, "more than " + SLOTS + " buffers");
            require(textures.size() <= TEXTURE_SLOTS, "more than " + TEXTURE_SLOTS + " textures");
            require(!map || !arrays.isEmpty(), "a map kernel has a result");
            for (TextureParameter texture : textures) {
                require(texture.access() != Access.READ_WRITE, texture + " is read and written");
            }
            for (UniformParameter uniform : uniforms) {
                require(uniform.offset() >= 0 && uniform.offset() < uniformBytes, uniform + " outside the block");
            }
            for (ArrayParameter array : arrays) {
                int offset = array.lengthOffset();
                require(offset >= -1 && (offset < 0 || offset + 4 <= uniformBytes), array + " outside the block");
            }
            return new KernelDescriptor(this);
        }

        private void require(boolean holds, String what) {
            if (!holds) {
                throw new IllegalArgumentException("kernel " + name + ": " + what);
            }
        }
    }
}
