package dev.smelt.runtime;

import dev.smelt.runtime.backend.Backend;
import dev.smelt.runtime.backend.Dispatch;
import dev.smelt.runtime.backend.Internals;
import dev.smelt.runtime.backend.Lifetime;
import dev.smelt.runtime.backend.Memory;
import dev.smelt.runtime.backend.StructLayout;
import dev.smelt.runtime.backend.TextureMemory;
import java.nio.ByteBuffer;
import java.util.List;

/** Opens this package's private parts to the spi. */
final class InternalsImpl extends Internals {
    private InternalsImpl() {}

    static void install() {
        install(new InternalsImpl());
    }

    @Override
    public Backend backend(Device device) {
        return device.backend();
    }

    @Override
    public Lifetime lifetime(Device device) {
        return device.lifetime();
    }

    @Override
    public Memory memory(DeviceArray array) {
        return array.memory();
    }

    @Override
    public String whyUnusable(DeviceArray array) {
        return array.whyUnusable();
    }

    @Override
    public void run(Device device, Dispatch dispatch) {
        device.monitor().run(dispatch);
    }

    @Override
    public TextureMemory memory(Texture texture) {
        return texture.memory();
    }

    @Override
    public String whyUnusable(Texture texture) {
        return texture.whyUnusable();
    }

    @Override
    public DeviceArray array(Device device, Memory memory) {
        return create(device, memory);
    }

    @Override
    public int record(Batch batch, Dispatch dispatch, List<Use> uses) {
        return batch.record(dispatch, uses);
    }

    @Override
    public ByteBuffer change(Batch batch, Check check) {
        return batch.change(check);
    }

    static DeviceArray create(Device device, Memory memory) {
        Class<?> type = memory.type().javaType();
        return switch (memory.type().storage()) {
            case FLOATS -> new FloatArray(device, memory);
            case INTS -> new IntArray(device, memory);
            case LONGS -> new LongArray(device, memory);
            case SHORTS -> type == short.class ? new ShortArray(device, memory) : new HalfArray(device, memory);
            case BYTES -> type == byte.class ? new ByteArray(device, memory) : new BooleanArray(device, memory);
            case STRUCTS -> new StructArray<>(device, memory, StructLayout.of(type));
        };
    }
}
