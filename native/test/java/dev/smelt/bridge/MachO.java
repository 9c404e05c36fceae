package dev.smelt.bridge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library for one processor, as described in {@code mach-o/loader.h}.
 *
 * @param installName what it calls itself, which those that link with it will ask for
 * @param dependencies the install names of the libraries that it needs, in their order
 * @param platform 1 is macOS
 * @param oldestSystem as {@code 14.0}
 * @param tools the numbers of the linkers that made it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MachO(
        byte[] bytes,
        int processor,
        int fileType,
        @Nullable String installName,
        List<String> dependencies,
        int platform,
        String oldestSystem,
        List<Integer> tools,
        Range exportsTrie,
        Range fixups,
        Range signature) {
    static final int ARM64 = 0x0100000c;
    static final int X86_64 = 0x01000007;
    static final int DYNAMIC_LIBRARY = 6;
    static final int LLD = 4;

    private static final int MAGIC = 0xfeedfacf;
    private static final int HEADER_BYTES = 32;
    private static final int LOAD_DYLIB = 0xc;
    private static final int ID_DYLIB = 0xd;
    private static final int CODE_SIGNATURE = 0x1d;
    private static final int BUILD_VERSION = 0x32;
    private static final int EXPORTS_TRIE = 0x80000033;
    private static final int CHAINED_FIXUPS = 0x80000034;

    /** Where in the file something is. */
    record Range(int offset, int length) {
        static final Range NONE = new Range(0, 0);
    }

    static MachO read(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (file.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no 64-bit Mach-O file: " + Integer.toHexString(file.getInt(0)));
        }
        String installName = null;
        List<String> dependencies = new ArrayList<>();
        int platform = 0;
        String oldestSystem = "";
        List<Integer> tools = new ArrayList<>();
        Range exportsTrie = Range.NONE;
        Range fixups = Range.NONE;
        Range signature = Range.NONE;
        int at = HEADER_BYTES;
        for (int i = 0; i < file.getInt(16); i++) {
            switch (file.getInt(at)) {
                case ID_DYLIB -> installName = text(file, at + file.getInt(at + 8));
                case LOAD_DYLIB -> dependencies.add(text(file, at + file.getInt(at + 8)));
                case BUILD_VERSION -> {
                    platform = file.getInt(at + 8);
                    oldestSystem = file.getShort(at + 14) + "." + file.get(at + 13);
                    for (int tool = 0; tool < file.getInt(at + 20); tool++) {
                        tools.add(file.getInt(at + 24 + 8 * tool));
                    }
                }
                case EXPORTS_TRIE -> exportsTrie = range(file, at);
                case CHAINED_FIXUPS -> fixups = range(file, at);
                case CODE_SIGNATURE -> signature = range(file, at);
                default -> {}
            }
            at += file.getInt(at + 4);
        }
        return new MachO(
                bytes,
                file.getInt(4),
                file.getInt(12),
                installName,
                List.copyOf(dependencies),
                platform,
                oldestSystem,
                List.copyOf(tools),
                exportsTrie,
                fixups,
                signature);
    }

    private static Range range(ByteBuffer file, int command) {
        return new Range(file.getInt(command + 8), file.getInt(command + 12));
    }

    /** The zero-terminated text at an offset. */
    static String text(ByteBuffer file, int offset) {
        int end = offset;
        while (file.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - offset];
        file.get(offset, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The bytes of a range, little-endian, offsets counted from its beginning. */
    ByteBuffer at(Range range) {
        return ByteBuffer.wrap(bytes, range.offset(), range.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
    }
}
