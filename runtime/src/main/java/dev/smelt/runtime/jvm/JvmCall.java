package dev.smelt.runtime.jvm;

import dev.smelt.dsl.Texture2d;
import dev.smelt.dsl.checks.CheckFailure;
import dev.smelt.runtime.KernelExecutionException;
import dev.smelt.runtime.backend.CallSite;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.spi.JvmArguments;
import dev.smelt.runtime.spi.JvmKernel;
import dev.smelt.runtime.spi.JvmThreadgroup;
import dev.smelt.runtime.spi.ThreadgroupGrid;
import java.nio.ByteBuffer;

/** A call that is ready to run: the scheduler runs ranges of its threadgroups. */
final class JvmCall implements Scheduler.Work {
    private final JvmModule module;
    private final CallSite site;
    private final JvmKernel code;
    private final ThreadgroupGrid grid;
    private final JvmArguments arguments;

    private JvmCall(JvmModule module, CallSite site, ThreadgroupGrid grid, JvmArguments arguments) {
        this.module = module;
        this.site = site;
        this.code = module.code(site.kernel());
        this.grid = grid;
        this.arguments = arguments;
    }

    /** A call of what a dispatch says, with uniforms that nobody changes while it runs. */
    static JvmCall of(Dispatch dispatch, ByteBuffer uniforms, int cores) {
        Object[] storage = new Object[dispatch.kernel().arrays().size()];
        int[] lengths = new int[storage.length];
        for (int slot = 0; slot < storage.length; slot++) {
            HeapMemory memory = (HeapMemory) dispatch.array(slot);
            storage[slot] = memory.storage();
            lengths[slot] = memory.length();
        }
        Texture2d[] textures = new Texture2d[dispatch.kernel().textures().size()];
        for (int slot = 0; slot < textures.length; slot++) {
            textures[slot] = new KernelTexture((HeapTexture) dispatch.texture(slot));
        }
        JvmModule module = (JvmModule) dispatch.module();
        boolean rows = module.runsRows(dispatch.kernel());
        return new JvmCall(
                module,
                new CallSite(dispatch.kernel(), dispatch.grid()),
                rows ? Threadgroups.ofRows(dispatch.grid(), cores) : Threadgroups.of(dispatch.grid(), cores),
                new JvmArguments(storage, lengths, textures, uniforms));
    }

    /** The same call with other uniforms. */
    JvmCall with(ByteBuffer uniforms) {
        return new JvmCall(module, site, grid, arguments.with(uniforms));
    }

    /** Runs it on a scheduler, and returns when it has run. */
    void run(Scheduler scheduler) {
        scheduler.run(grid.groups(), this);
    }

    @Override
    public void run(long first, long end) {
        JvmArguments own = arguments.forWorker();
        for (long i = first; i < end; i++) {
            JvmThreadgroup threadgroup = new JvmThreadgroup(grid, i);
            try {
                code.run(own, threadgroup);
            } catch (CheckFailure failure) {
                throw module.failure(site.kernel(), failure, threadgroup);
            } catch (Throwable thrown) {
                throw new KernelExecutionException(
                        site.kernel() + " failed in threadgroup " + threadgroup + " of " + site.grid() + ": " + thrown,
                        site.kernel().location(),
                        thrown);
            }
        }
        own.leave();
    }
}
