package dev.smelt.runtime.metal;

import dev.smelt.runtime.KernelCompilationException;
import dev.smelt.runtime.KernelLocation;
import dev.smelt.runtime.KernelPipelineException;
import dev.smelt.runtime.backend.CheckedMode;
import dev.smelt.runtime.backend.LoadedModule;
import dev.smelt.runtime.backend.ModuleResources;
import dev.smelt.runtime.monitor.CompileEvent;
import dev.smelt.runtime.monitor.LoadEvent;
import dev.smelt.runtime.spi.KernelDescriptor;
import dev.smelt.runtime.spi.ModuleDescriptor;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The library of one class of kernels, and its pipelines, each of which is made when its kernel is first called. The
 * library comes from the {@code .metallib} beside the class if there is one that this system can load, else from the
 * MSL text.
 */
final class MetalModule implements LoadedModule {
    private static final System.Logger LOGGER = System.getLogger("dev.smelt.runtime");

    /** How the compiler names a place: the text has {@code #line} directives that refer to the Java source. */
    private static final Pattern PLACE = Pattern.compile("([^\\s:/\\\\]+\\.java):(\\d+)");

    private static final int BUFFER_SLOTS = 31;

    private final String deviceName;
    private final ModuleDescriptor module;
    private final Handles handles;
    private final boolean checked;

    /** What has to be closed; does not refer to its module, so that the Cleaner may hold it. Guarded by itself. */
    static final class Handles {
        private final long library;
        private final long archive;
        private final Map<KernelDescriptor, Bridge.Pipeline> pipelines = new ConcurrentHashMap<>();
        private boolean closed;

        Handles(long library, long archive) {
            this.library = library;
            this.archive = archive;
        }

        /** Closes the library and its pipelines; nothing uses them any more. */
        synchronized void close() {
            if (!closed) {
                closed = true;
                pipelines.values().forEach(pipeline -> Bridge.close(pipeline.handle()));
                Bridge.close(archive);
                Bridge.close(library);
            }
        }

        synchronized Bridge.Pipeline create(KernelDescriptor kernel) throws BridgeException {
            Bridge.Pipeline pipeline = pipelines.get(kernel);
            if (pipeline == null) {
                if (closed) {
                    throw new IllegalStateException(kernel + ": the device is closed");
                }
                pipeline = Bridge.createPipeline(library, kernel.entryPoint(), archive);
                pipelines.put(kernel, pipeline);
                if (archive != 0) {
                    PipelineCache.save(archive);
                }
            }
            return pipeline;
        }
    }

    private MetalModule(String deviceName, ModuleDescriptor module, boolean checked, Handles handles) {
        this.checked = checked;
        this.deviceName = deviceName;
        this.module = module;
        this.handles = handles;
    }

    /** Loads the library of a class of kernels. */
    static MetalModule load(long device, String deviceName, ModuleDescriptor module) {
        LoadEvent event = new LoadEvent();
        event.begin();
        boolean checked = CheckedMode.isWanted(module);
        byte[] compiled = checked ? null : ModuleResources.read(module, module.libraryResource());
        if (compiled != null) {
            try {
                long library = Bridge.loadLibrary(device, compiled, module.className());
                return loaded(device, deviceName, module, false, library, "metallib", compiled, event);
            } catch (BridgeException failed) {
                // Built for a newer system, most often. The text says the same, and takes longer.
                LOGGER.log(
                        Level.WARNING,
                        module.libraryResource() + " cannot be used, its MSL text is compiled instead: "
                                + failed.getMessage());
            }
        }
        String resource = checked ? module.checkedSourceResource() : module.sourceResource();
        byte[] source = ModuleResources.read(module, resource);
        if (source == null) {
            throw new KernelCompilationException(
                    module.className() + ": " + resource + " is not on the class path of "
                            + module.anchor().getName() + "; the goal 'generate' of smelt-maven-plugin puts it there",
                    null,
                    (Throwable) null);
        }
        try {
            long library = Bridge.compileLibrary(device, source, module.className());
            return loaded(
                    device, deviceName, module, checked, library, checked ? "msl, checked" : "msl", source, event);
        } catch (BridgeException failed) {
            throw new KernelCompilationException(
                    module.className() + ": its MSL does not compile on " + deviceName,
                    place(failed.detail().text()),
                    failed.metalError());
        }
    }

    private static MetalModule loaded(
            long device,
            String deviceName,
            ModuleDescriptor module,
            boolean checked,
            long library,
            String form,
            byte[] bytes,
            LoadEvent event) {
        event.kernelClass = module.className();
        event.device = deviceName;
        event.form = form;
        event.commit();
        long archive = PipelineCache.open(device, module.className(), bytes);
        return new MetalModule(deviceName, module, checked, new Handles(library, archive));
    }

    /** The handles, for whoever closes them. */
    Handles handles() {
        return handles;
    }

    /** The pipeline of a kernel, made at its first call. */
    Bridge.Pipeline pipeline(KernelDescriptor kernel) {
        Bridge.Pipeline ready = handles.pipelines.get(kernel);
        if (ready != null) {
            return ready;
        }
        if (checked && kernel.arrays().size() + (kernel.uniformBytes() > 0 ? 1 : 0) >= BUFFER_SLOTS) {
            throw new KernelPipelineException(
                    kernel + " of " + module.className() + " uses all " + BUFFER_SLOTS
                            + " buffers, and checked mode needs one of its own",
                    kernel.location(),
                    null,
                    "run it with -Dsmelt.checks=false, or give it fewer arrays");
        }
        CompileEvent event = new CompileEvent();
        event.begin();
        try {
            int found = PipelineCache.found(handles.archive);
            Bridge.Pipeline made = handles.create(kernel);
            event.kernel = kernel.name();
            event.device = deviceName;
            event.cached = PipelineCache.found(handles.archive) > found;
            event.commit();
            return made;
        } catch (BridgeException failed) {
            throw new KernelPipelineException(
                    kernel + " of " + module.className() + " cannot be made ready on " + deviceName,
                    kernel.location(),
                    failed.metalError(),
                    failed.status() == Smelt.NO_FUNCTION
                            ? "the .metal or .metallib on the class path is older than the wrapper: build again"
                            : null);
        }
    }

    /** What was loaded. */
    ModuleDescriptor descriptor() {
        return module;
    }

    @Override
    public boolean isChecked() {
        return checked;
    }

    @Override
    public int maxThreadsPerThreadgroup(KernelDescriptor kernel) {
        return pipeline(kernel).maxThreadsPerThreadgroup();
    }

    /** The first Java line that the compiler names. */
    private static @Nullable KernelLocation place(String text) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.find() ? new KernelLocation(null, matcher.group(1), Integer.parseInt(matcher.group(2))) : null;
    }
}
